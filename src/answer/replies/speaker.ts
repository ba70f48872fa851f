import type { Entry, EntryKind } from '../../extraction/entry.ts';
import { nameWords } from '../../extraction/person-name.ts';
import type { EntryFilter } from '../../search/entry-index.ts';
import { search } from '../../search/search.ts';
import { findSpeaker, isPronoun, type SpeakerFound } from '../speakers.ts';
import { asFound, type Draft, isClear, nothing, type Shelves } from './draft.ts';
import { doubtInWords, nameAndRole, partiesOf, severalInWords, withRole } from './persons.ts';

/** Whose words, about what. */
export interface SpeakerRequest {
  readonly speaker: string;
  readonly about: string | null;
  /** Whether the very words were asked for, so that paraphrases alone are said to be no quotes. */
  readonly wantsQuote: boolean;
  /** Whether all of it is wanted, in order of time. */
  readonly wantsAll?: boolean;
  readonly filter?: EntryFilter;
}

/** Quotations in the order in which a desk wants them: the speaker's own words first. */
const ORDER: readonly EntryKind[] = ['direct', 'mixed', 'indirect', 'headline', 'slogan', 'term'];

/** How many passages one answer takes in all where several people share a name, and how many of each at least. */
const MOST_SHOWN = 10;
const FEWEST_OF_EACH = 2;

/** What somebody said, about something or at all. */
export async function replyBySpeaker(shelves: Shelves, request: SpeakerRequest): Promise<Draft> {
  const filter = { kinds: ORDER, ...request.filter };
  const titled = await nameAndRole(shelves, request.speaker);
  const speaker = titled?.name ?? request.speaker;
  const found = await findSpeaker(shelves, speaker, filter);
  if (found.kind === 'nobody') return nothing(`No words are credited to “${request.speaker}”.`);
  const told = isNamed(found.entries, found.words) ? await partiesOf(shelves, found.entries, filter) : null;
  const everybody = told?.parties ?? [{ label: nameOf(found, speaker), person: null, entries: found.entries }];
  const meant = titled && told ? withRole(told, titled.role) : everybody;
  if (meant.length === 0) {
    const labels = everybody.map(({ label }) => label).join('; ');
    return nothing(`Nobody is printed as “${request.speaker}”. With the name are printed: ${labels}.`);
  }
  const names = [found.words, ...(told?.linkedNames ?? []).map(nameWords)];
  const isOn = request.about === null ? null : await aboutTopic(shelves, names, request.about, filter);
  const parties = meant
    .map((party) => ({ ...party, entries: isOn ? party.entries.filter(({ id }) => isOn.has(id)) : party.entries }))
    .filter(({ entries }) => entries.length > 0);
  const entries = parties.flatMap((party) => party.entries);
  if (entries.length === 0) {
    const count = meant.flatMap((party) => party.entries).length;
    const passages = count === 1 ? '1 passage is' : `${count} passages are`;
    return nothing(`${passages} credited to ${nameOf(found, speaker)}, none of them about “${request.about ?? ''}”.`);
  }
  const isQuoted = entries.some((entry) => entry.kind === 'direct' || entry.kind === 'mixed');
  const unnamed = isPronoun(speaker);
  const isSeveral = parties.length > 1 && !unnamed;
  const warnings = [
    ...(unnamed ? [`Printed with “${speaker}”: not all of them the same person. Each has its own attribution.`] : []),
    ...(found.kind === 'part' ? [partOfName(speaker, found.printed)] : []),
    ...(isSeveral ? [severalInWords(parties)] : []),
    ...(request.wantsQuote && !isQuoted
      ? [`No words of ${nameOf(found, speaker)} are quoted; what is printed is a paraphrase.`]
      : []),
  ];
  const clear = entries.every(isClear) && warnings.length === 0;
  const lead = `Credited to ${nameOf(found, speaker)}${request.about ? `, about “${request.about}”` : ''}:`;
  const doubt = told && !isSeveral && parties[0] ? doubtInWords(told.who, parties[0]) : null;
  const order = request.wantsAll ? inTime : ownWordsFirst;
  const share = isSeveral ? Math.max(FEWEST_OF_EACH, Math.floor(MOST_SHOWN / parties.length)) : entries.length;
  const shown = parties.flatMap((party) => party.entries.toSorted(order).slice(0, share));
  const articles = new Set(shown.map(({ articleId }) => articleId));
  return {
    outcome: clear ? 'answer' : 'answer-with-warning',
    message: [...(warnings.length > 0 ? warnings : [lead]), ...(doubt === null ? [] : [doubt])].join(' '),
    found: asFound(shown).map((one) => {
      const roles = articles.size > 1 ? told?.who.appearanceOf(one.entry)?.roles : undefined;
      return roles ? { ...one, roles } : one;
    }),
    isInTime: request.wantsAll ?? false,
    ...(unnamed ? {} : { speaker: request.speaker }),
    ...(request.about === null ? {} : { about: request.about }),
  };
}

/** Whether any of the entries is credited to a name with these words, and not to a role. */
function isNamed(entries: readonly Entry[], words: readonly string[]): boolean {
  return entries.some(({ speaker }) => {
    const name = new Set(nameWords(speaker ?? ''));
    return words.every((word) => name.has(word));
  });
}

function ownWordsFirst(a: Entry, b: Entry): number {
  return ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind);
}

/** In order of publication, undated articles last; within an article as printed. */
function inTime(a: Entry, b: Entry): number {
  const [one, other] = [a, b].map(({ publishedAt, articleId }) => `${publishedAt ?? '~'} ${articleId}`);
  if (one !== other) return (one ?? '') < (other ?? '') ? -1 : 1;
  return (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0);
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

/** Which entries by these names are about something: their ids. */
async function aboutTopic(
  shelves: Shelves,
  names: readonly (readonly string[])[],
  about: string,
  filter: EntryFilter,
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    names.map((byWords) => search(shelves, { text: about, filter: { ...filter, byWords }, ignoresSpeakers: true })),
  );
  return new Set(
    found
      .flat()
      .filter((hit) => hit.verdict.reach === 'found')
      .map((hit) => hit.entry.id),
  );
}
