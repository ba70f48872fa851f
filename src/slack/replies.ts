import type { Asking, Desk, Topic } from '../answer/answer.ts';
import { answerMessage } from './blocks/answer-message.ts';
import type { CardPlace } from './blocks/excerpt-card.ts';
import { helpMessage } from './blocks/help.ts';
import type { Posting } from './blocks/posting.ts';
import { statusMessage } from './blocks/status.ts';
import { verificationMessage } from './blocks/verification.ts';

/** What is said to what a person typed; `topic` where it was a question that a follow-up can build on. */
export interface Reply {
  readonly posting: Posting;
  readonly topic: Topic | null;
}

/**
 * The reply to words typed after `/whosaid`, or to a mention or direct message without the mention itself.
 *
 * @param how `find` looks the words up, `ask` takes them as a question
 */
export async function replyTo(
  desk: Desk,
  how: 'find' | 'ask',
  typed: string,
  place: CardPlace,
  asking: Asking = {},
): Promise<Reply> {
  const text = typed.trim();
  if (text === '' || /^help[.!?]?$/i.test(text)) return { posting: helpMessage(), topic: null };
  if (/^status[.!?]?$/i.test(text)) return { posting: statusMessage(await desk.age()), topic: null };
  const [, id] = /^verify\s+(\S.*)$/is.exec(text) ?? [];
  if (id !== undefined) {
    const verification = await desk.verify(id, asking);
    // "verify that he said no country should dominate": words to look up, not an id.
    if (verification.kind !== 'not-an-id' || !/\s/.test(id)) {
      return { posting: verificationMessage(verification, await desk.age(), place), topic: null };
    }
  }
  const answer = how === 'find' ? await desk.find(text, asking) : await desk.ask(text, asking);
  return { posting: answerMessage(answer, place), topic: answer.topic };
}
