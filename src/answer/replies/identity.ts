import { normalise } from '../../article/words.ts';
import type { Entry } from '../../extraction/entry.ts';
import { search } from '../../search/search.ts';
import { sourceOf } from '../printed-source.ts';
import { findSpeaker, isPronoun } from '../speakers.ts';
import { asFound, type Draft, isClear, nothing, type Shelves } from './draft.ts';
import { partiesOf, severalInWords } from './persons.ts';
import { partOfName } from './speaker.ts';
import { replyToWords } from './words.ts';

const OFFER = 'An editor who knows can add an identification with its source.';

/** Who somebody is, as far as the articles say: a pronoun in a quotation, a name, a role. Never a guess. */
export async function replyOnIdentity(shelves: Shelves, name: string, words: string | null): Promise<Draft> {
  const isUnnamed = isPronoun(name);
  if (words !== null) {
    const entry = await bestEntry(shelves, words, isUnnamed ? normalise(name) : null);
    return entry ? onEntry(entry) : nothing();
  }
  if (isUnnamed) {
    const message = `Give a few words of the quote with “${name}”, for example: who is “${name}” in the … quote?`;
    return { outcome: 'refuse', message, found: [] };
  }
  const found = await findSpeaker(shelves, name);
  if (found.kind === 'nobody') return onMention(shelves, name);
  if (found.kind === 'part') {
    return { outcome: 'answer-with-warning', message: partOfName(name, found.printed), found: asFound(found.entries) };
  }
  const roles = await rolesOf(shelves, found.entries);
  const parties = roles.length > 0 ? (await partiesOf(shelves, found.entries, {})).parties : [];
  if (parties.length > 1) {
    return { outcome: 'answer-with-warning', message: severalInWords(parties), found: asFound(roles), speaker: name };
  }
  if (roles.length > 0) {
    return { outcome: 'answer', message: 'Who that is, as printed:', found: asFound(roles), speaker: name };
  }
  const [first] = found.entries;
  return first ? { ...onEntry(first), found: asFound(found.entries), speaker: name } : nothing();
}

function onEntry(entry: Entry): Draft {
  const found = asFound([entry]);
  if (entry.status === 'none') {
    return {
      outcome: 'refuse',
      message: `The article gives no speaker for these words, and whosaid does not guess. ${OFFER}`,
      found,
    };
  }
  if (isClear(entry) && entry.speaker !== null) {
    return { outcome: 'answer', message: 'The article says who that is; what shows it stands below.', found };
  }
  const who = sourceOf(entry);
  if (entry.status === 'surname-only') {
    const message = `The article prints only ${who}, with no first name, title or organisation; whosaid does not guess who that is. ${OFFER}`;
    return { outcome: 'answer-with-warning', message, found };
  }
  return {
    outcome: 'refuse',
    message: `The article does not say who ${who} is, and whosaid does not guess. ${OFFER}`,
    found,
  };
}

/** The entry with these words; with a pronoun given, one that is credited to it, if there is one. */
async function bestEntry(shelves: Shelves, words: string, pronoun: string | null): Promise<Entry | undefined> {
  const { found } = await replyToWords(shelves, words);
  const withPronoun = found.find(({ entry }) => pronoun !== null && normalise(entry.printedSource) === pronoun);
  return (withPronoun ?? found[0])?.entry;
}

/** Roles that stand right behind the speaker's name: "Wang Chunhui, the director of …". */
async function rolesOf(shelves: Shelves, entries: readonly Entry[]): Promise<readonly Entry[]> {
  const articles = [...new Set(entries.map((entry) => entry.articleId))];
  const all = (await Promise.all(articles.map((id) => shelves.entriesOf(id)))).flat();
  return all.filter(
    (role) =>
      role.kind === 'fact/role' &&
      entries.some(({ sha256, source }) => {
        const start = role.content[0]?.start ?? 0;
        return sha256 === role.sha256 && source.some((span) => start >= span.start && start <= span.end + 3);
      }),
  );
}

/** Somebody who is not quoted may be mentioned. */
async function onMention(shelves: Shelves, name: string): Promise<Draft> {
  const hits = (await search(shelves, { text: name })).filter((hit) => hit.verdict.reach === 'found');
  if (hits.length === 0) return nothing();
  const message = `No words are credited to “${name}”. What is printed with the name:`;
  return { outcome: 'answer-with-warning', message, found: asFound(hits.slice(0, 3).map((hit) => hit.entry)) };
}
