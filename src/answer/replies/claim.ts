import type { Entry } from '../../extraction/entry.ts';
import { type Hit, search } from '../../search/search.ts';
import { sourceOf } from '../printed-source.ts';
import { findSpeaker } from '../speakers.ts';
import { type Draft, isClear, nothing, type Shelves } from './draft.ts';
import { nameOf, partOfName } from './speaker.ts';
import { asFoundHit, isVerbatim, nearMessage } from './words.ts';

/** Whether somebody said something: the words and the speaker must both be as printed. */
export async function replyToClaim(shelves: Shelves, speaker: string, words: string): Promise<Draft> {
  const [hits, found] = await Promise.all([
    search(shelves, { text: words, isQuotation: true }),
    findSpeaker(shelves, speaker),
  ]);
  const near = hits.filter((hit) => hit.verdict.reach !== 'far' || isVerbatim(hit));
  const own = new Set(found.kind === 'nobody' ? [] : found.entries.map((entry) => entry.id));
  const credited = near.filter((hit) => own.has(hit.entry.id) && hit.entry.speaker !== null);
  const hit = bestOf(near.filter(isVerbatim), credited) ?? bestOf(near, credited);
  if (!hit) {
    return nothing(
      found.kind === 'nobody'
        ? `No words are credited to “${speaker}”, and nobody else is printed with words like these.`
        : `Words are credited to ${nameOf(found, speaker)}, but none like these.`,
    );
  }
  const isTheirs = own.has(hit.entry.id);
  const isPrinted = isVerbatim(hit) || hit.verdict.isSlight;
  const shown = { found: [asFoundHit(hit)], speaker, about: words };
  if (!isTheirs) {
    return {
      outcome: 'near-miss',
      message: `No: ${creditOf(hit.entry)}${isPrinted ? '' : ` ${nearMessage(hit)}`}`,
      ...shown,
    };
  }
  if (!isPrinted) return { outcome: 'near-miss', message: nearMessage(hit), ...shown };
  const part = found.kind === 'part' ? partOfName(speaker, found.printed) : null;
  const manner =
    hit.entry.kind === 'indirect' ? 'Printed as a paraphrase, without quotation marks' : 'Printed in these words';
  return {
    outcome: part === null && isClear(hit.entry) ? 'answer' : 'answer-with-warning',
    message: part ?? `${manner}, and credited as shown.`,
    ...shown,
  };
}

/** The speaker's own hit where one is as good, else the best. */
function bestOf(hits: readonly Hit[], credited: readonly Hit[]): Hit | undefined {
  return hits.find((hit) => credited.includes(hit)) ?? hits[0];
}

/** Who the words are credited to instead, in a sentence. */
function creditOf(entry: Entry): string {
  if (entry.kind.startsWith('fact/')) return 'these words stand in the reporter’s own voice, not as anybody’s.';
  switch (entry.status) {
    case 'none':
      return 'the article gives no speaker for these words.';
    case 'pronoun-unresolved':
      return `the article credits ${sourceOf(entry)} and does not say who that is.`;
    case 'described':
      return `the article credits ${sourceOf(entry)} and gives no name.`;
    default:
      return `the article credits ${entry.speaker ?? sourceOf(entry)}.`;
  }
}
