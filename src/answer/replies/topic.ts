import { isFact } from '../../extraction/entry.ts';
import type { EntryFilter } from '../../search/entry-index.ts';
import { search } from '../../search/search.ts';
import { type Draft, nothing, type Shelves, withoutRepeats } from './draft.ts';
import { asFoundHit, HEADLINE_ONLY, nearbyOf } from './words.ts';

/** What was said about something: everybody's words with it, each with its own attribution. */
export async function replyToTopic(
  shelves: Shelves,
  about: string,
  wantsQuote: boolean,
  filter: EntryFilter = {},
): Promise<Draft> {
  const hits = await search(shelves, { text: about, filter, ignoresSpeakers: true });
  const fitting = hits.filter((hit) => hit.verdict.reach === 'found').map(asFoundHit);
  const words = fitting.filter(({ entry }) => !isFact(entry));
  if (words.length > 0) {
    const isHeadlineOnly = words.every(({ entry }) => entry.kind === 'headline');
    const isQuoted = words.some(({ entry }) => entry.kind === 'direct' || entry.kind === 'mixed');
    const warning =
      wantsQuote && !isQuoted ? 'No quote has these words; what is printed is a paraphrase or a term.' : null;
    const message = isHeadlineOnly
      ? HEADLINE_ONLY
      : (warning ?? `Said about “${about}”, each with its own attribution:`);
    return {
      outcome: warning ? 'answer-with-warning' : 'by-attribution',
      message,
      found: withoutRepeats(words),
      nearby: nearbyOf(hits),
      isOpen: Object.keys(filter).length === 0,
      about,
    };
  }
  if (fitting.length === 0) return nothing();
  const message = `Nobody is quoted about “${about}”. What the reporter states:`;
  return { outcome: 'answer-with-warning', message, found: withoutRepeats(fitting), about };
}
