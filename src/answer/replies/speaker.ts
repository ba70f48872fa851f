import type { Entry, EntryKind } from '../../extraction/entry.ts';
import { nameWords } from '../../extraction/person-name.ts';
import type { EntryFilter } from '../../search/entry-index.ts';
import { search } from '../../search/search.ts';
import { findSpeaker, isPronoun, type SpeakerFound } from '../speakers.ts';
import { asFound, type Draft, isClear, nothing, type Shelves } from './draft.ts';

/** Whose words, about what. */
export interface SpeakerRequest {
  readonly speaker: string;
  readonly about: string | null;
  /** Whether the very words were asked for, so that paraphrases alone are said to be no quotes. */
  readonly wantsQuote: boolean;
  readonly filter?: EntryFilter;
}

/** Quotations in the order in which a desk wants them: the speaker's own words first. */
const ORDER: readonly EntryKind[] = ['direct', 'mixed', 'indirect', 'headline', 'slogan', 'term'];

/** What somebody said, about something or at all. */
export async function replyBySpeaker(shelves: Shelves, request: SpeakerRequest): Promise<Draft> {
  const filter = { kinds: ORDER, ...request.filter };
  const found = await findSpeaker(shelves, request.speaker, filter);
  if (found.kind === 'nobody') return nothing(`No words are credited to “${request.speaker}”.`);
  const entries = request.about === null ? found.entries : await aboutTopic(shelves, found, request.about, filter);
  if (entries.length === 0) {
    const count = found.entries.length;
    const passages = count === 1 ? '1 passage is' : `${count} passages are`;
    return nothing(
      `${passages} credited to ${nameOf(found, request.speaker)}, none of them about “${request.about ?? ''}”.`,
    );
  }
  const sorted = [...entries].sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const isQuoted = entries.some((entry) => entry.kind === 'direct' || entry.kind === 'mixed');
  const unnamed = isPronoun(request.speaker);
  const warnings = [
    ...(unnamed
      ? [`Printed with “${request.speaker}”: not all of them the same person. Each has its own attribution.`]
      : []),
    ...(found.kind === 'part' ? [partOfName(request.speaker, found.printed)] : []),
    ...(request.wantsQuote && !isQuoted
      ? [`No words of ${nameOf(found, request.speaker)} are quoted; what is printed is a paraphrase.`]
      : []),
  ];
  const clear = entries.every(isClear) && warnings.length === 0;
  return {
    outcome: clear ? 'answer' : 'answer-with-warning',
    message:
      warnings.join(' ') ||
      `Credited to ${nameOf(found, request.speaker)}${request.about ? `, about “${request.about}”` : ''}:`,
    found: asFound(sorted),
    ...(unnamed ? {} : { speaker: request.speaker }),
    ...(request.about === null ? {} : { about: request.about }),
  };
}

/** How a speaker who was found is called in the articles; without a name, as asked for. */
export function nameOf(found: Exclude<SpeakerFound, { kind: 'nobody' }>, asked: string): string {
  return found.entries.find(({ speaker }) => speaker !== null)?.speaker ?? `“${asked}”`;
}

/** "Mr Xi" is printed where Xi Jinping was asked for. */
export function partOfName(asked: string, printed: string): string {
  const given = new Set(nameWords(printed));
  const missing = asked.split(/\s+/).filter((word) => nameWords(word).some((norm) => !given.has(norm)));
  return `What is printed is “${printed}”; “${missing.join(' ')}” stands nowhere with it, so whosaid cannot say that it is the same person.`;
}

async function aboutTopic(
  shelves: Shelves,
  found: Exclude<SpeakerFound, { kind: 'nobody' }>,
  about: string,
  filter: EntryFilter,
): Promise<readonly Entry[]> {
  const hits = await search(shelves, {
    text: about,
    filter: { ...filter, byWords: found.words },
    ignoresSpeakers: true,
  });
  const own = new Set(found.entries.map((entry) => entry.id));
  return hits.filter((hit) => hit.verdict.reach === 'found' && own.has(hit.entry.id)).map((hit) => hit.entry);
}
