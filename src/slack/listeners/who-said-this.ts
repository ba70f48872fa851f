import type { MessageShortcut, Middleware, SlackShortcutMiddlewareArgs } from '@slack/bolt';
import type { Desk } from '../../answer/answer.ts';
import { answerMessage } from '../blocks/answer-message.ts';
import { note } from '../blocks/note.ts';
import type { Delivery } from '../delivery.ts';
import { shortcutPayload } from '../payloads.ts';
import { asTyped } from '../plain-text.ts';

/** Looks up the words of a message, for the person who chose “Who said this?” in its menu. */
export function whoSaidThis(desk: Desk, delivery: Delivery): Middleware<SlackShortcutMiddlewareArgs<MessageShortcut>> {
  return async ({ ack, body }) => {
    await ack();
    const { user, channel, message, response_url: responseUrl } = shortcutPayload.parse(body);
    const place = { channel: channel.id, user: user.id, thread: message.thread_ts ?? null, responseUrl };
    const text = asTyped(message.text).trim();
    if (text === '') return delivery.tell(place, note('There are no words in this message to look up.'));
    const answer = await desk.whoSaidThis(text, { channel: channel.id });
    // What is shared from here belongs to that message, even where its thread begins with it.
    const cards = { thread: message.thread_ts ?? message.ts, canShareHere: true };
    await delivery.tell(place, answerMessage(answer, cards));
  };
}
