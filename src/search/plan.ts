import { wordsOf } from '../article/words.ts';
import { allowedSlips, editDistance } from './edit-distance.ts';
import type { CandidateQuery, EntryIndex, Term, WordGroup } from './entry-index.ts';
import { isStopWord } from './stop-words.ts';
import type { AskedWord } from './word-comparison.ts';

/** How a question will be put to the store, and what each of its words is worth. */
export interface Plan {
  /** The question's words in order, repeated words repeated. */
  readonly asked: readonly AskedWord[];
  readonly queries: readonly CandidateQuery[];
  /** How many entries there are to be found by chance. */
  readonly entryCount: number;
}

/** How many different words of a question are looked up; a longer paste is known by its rarest. */
const MOST_WORDS = 64;
/** A word in this share of the entries, or in two of them, may be a misspelling of a more frequent one. */
const RARE_SHARE = 2e-4;
/** A word that stands in the archive is only a misspelling of one at least this many times as frequent. */
const MORE_FREQUENT = 10;
const MOST_NEIGHBOURS = 4;
const STOP_WORD_WEIGHT = 0.4;

/** Ways in which words may be put otherwise: each maps to further words that would do. */
export type Alternatives = ReadonlyMap<string, readonly string[]>;

/**
 * Plans how to look a text up: weighs its words by how rare they are, finds what misspelt ones may have meant, and
 * asks for entries with the rarest words, with all the content words but one, and with phrases of the text.
 */
export async function plan(text: string, index: EntryIndex, alternatives: Alternatives = new Map()): Promise<Plan> {
  const words = wordsOf(text).map((word) => word.norm);
  const unique = [...new Set(words)];
  const [count, frequencies] = await Promise.all([
    index.entryCount(),
    index.frequencies([...new Set([...unique, ...unique.flatMap(otherNumbers), ...[...alternatives.values()].flat()])]),
  ]);
  const frequencyOf = (word: string) => frequencies.get(word) ?? 0;
  const weightOf = (word: string) =>
    Math.log(1 + count / (frequencyOf(word) + 1)) * (isStopWord(word) ? STOP_WORD_WEIGHT : 1);
  const rarestFirst = [...unique].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, MOST_WORDS);
  const neighbours = await spellings(rarestFirst, count, frequencyOf, index);
  const groups = rarestFirst.map((word): Group => {
    const others = [...otherNumbers(word), ...(alternatives.get(word) ?? [])];
    const forms = others.map((term) => ({ term, frequency: frequencyOf(term) }));
    const terms = [{ term: word, frequency: frequencyOf(word) }, ...forms, ...(neighbours.get(word) ?? [])];
    return { word, terms: terms.filter((term) => term.frequency > 0) };
  });
  const known = groups.filter((group) => group.terms.length > 0);
  // A word that stands in the archive may be somebody else's misspelling, and is never sure to be one.
  const meantInstead = (word: string) =>
    frequencyOf(word) > 0 ? (neighbours.get(word) ?? []).map(({ term }) => term) : [];
  const asked = words.map((norm) => ({
    norm,
    weight: weightOf(norm),
    isKnown: frequencyOf(norm) > 0,
    alternatives: [...(alternatives.get(norm) ?? []), ...meantInstead(norm)],
  }));
  return { asked, queries: [rarest(known, index.rankable), allButOne(known), phrases(words)], entryCount: count };
}

/** The plural of a word that may be a singular, and the reverse: "freedoms" for "freedom". */
function otherNumbers(word: string): readonly string[] {
  if (word.length < 4 || isStopWord(word)) return [];
  if (word.endsWith('ies')) return [`${word.slice(0, -3)}y`];
  if (word.endsWith('y')) return [`${word}s`, `${word.slice(0, -1)}ies`];
  return word.endsWith('s') ? [word.slice(0, -1)] : [`${word}s`];
}

interface Group {
  readonly word: string;
  readonly terms: readonly Term[];
}

const frequencyOfGroup = (group: Group) => group.terms.reduce((sum, term) => sum + term.frequency, 0);
const wordGroup = (group: Group): WordGroup => group.terms.map((term) => term.term);

/** What rare and unknown words may have been meant to be: the nearest terms of the archive. */
async function spellings(
  words: readonly string[],
  count: number,
  frequencyOf: (word: string) => number,
  index: EntryIndex,
): Promise<ReadonlyMap<string, readonly Term[]>> {
  const rare = Math.max(2, count * RARE_SHARE);
  const doubtful = words.filter((word) => allowedSlips(word) > 0 && frequencyOf(word) <= rare);
  if (doubtful.length === 0) return new Map();
  const found = await index.neighbours(doubtful);
  return new Map(
    doubtful.map((word) => {
      const own = frequencyOf(word);
      const limit = own === 0 ? allowedSlips(word) : 1;
      const near = (found.get(word) ?? [])
        .filter(({ term, frequency }) => term !== word && (own === 0 || frequency >= own * MORE_FREQUENT))
        .map((term) => ({ ...term, distance: editDistance(word, term.term, limit) }))
        .filter(({ distance }) => distance <= limit)
        .sort((a, b) => a.distance - b.distance || b.frequency - a.frequency || (a.term < b.term ? -1 : 1));
      return [word, near.slice(0, MOST_NEIGHBOURS)] as const;
    }),
  );
}

/** Any of the rarest words, as many as the store can rank. */
function rarest(groups: readonly Group[], rankable: number): CandidateQuery {
  let budget = rankable;
  const chosen: WordGroup[] = [];
  for (const group of [...groups].sort((a, b) => frequencyOfGroup(a) - frequencyOfGroup(b))) {
    budget -= frequencyOfGroup(group);
    if (budget < 0 && chosen.length > 0) break;
    chosen.push(wordGroup(group));
  }
  return { kind: 'any', groups: chosen, limit: 200 };
}

/** All of the eight rarest content words, or all but one of them. */
function allButOne(groups: readonly Group[]): CandidateQuery {
  const content = groups.filter((group) => !isStopWord(group.word));
  return { kind: 'all', groups: content.slice(0, 8).map(wordGroup), limit: 300 };
}

const MOST_PHRASES = 8;

/** From so many words on a text has enough rare ones and runs of four: shorter runs find nothing more. */
const LONG = 16;

/** Runs of four words, then of three, then of two, spread over the text. */
function phrases(words: readonly string[]): CandidateQuery {
  const lengths = words.length < LONG ? [4, 3, 2] : [4];
  const runs = lengths.flatMap((length) => {
    const starts = words.length - length + 1;
    if (starts <= 0) return [];
    const step = Math.max(1, Math.floor(starts / MOST_PHRASES));
    const windows: string[][] = [];
    for (let start = 0; start < starts && windows.length < MOST_PHRASES; start += step) {
      const window = words.slice(start, start + length);
      if (window.some((word) => !isStopWord(word))) windows.push(window);
    }
    return windows;
  });
  return { kind: 'phrases', phrases: runs, enough: 30, limit: 150 };
}
