import type { GoldArticle } from './gold.ts';
import { type Prediction, share } from './span-score.ts';
import { comparedWords, coveredWords, sharedCount } from './word-sets.ts';

/** What is counted of who said what. Counts of several articles are added up before anything is divided. */
export interface NameCounts {
  statements: number;
  byPerson: number;
  byPersonFound: number;
  byPersonGivenName: number;
  byPersonRight: number;
  unnamedFound: number;
  unnamedSilent: number;
  namesGiven: number;
  namesRight: number;
}

/** All zeros. */
export function noNameCounts(): NameCounts {
  return {
    statements: 0,
    byPerson: 0,
    byPersonFound: 0,
    byPersonGivenName: 0,
    byPersonRight: 0,
    unnamedFound: 0,
    unnamedSilent: 0,
    namesGiven: 0,
    namesRight: 0,
  };
}

/**
 * Counts who was rightly named for the statements of one article.
 *
 * A statement is mostly a whole sentence, attribution included, so a prediction is its content, source and cue
 * together. The two match where they share at least half of the words of the shorter; the best match decides.
 */
export function scoreNames(article: GoldArticle, predictions: readonly Prediction[]): NameCounts {
  const words = comparedWords(article.text);
  const stated = article.quotations.flatMap(({ content, speaker, speech }) => {
    const covered = coveredWords(words, content);
    return speaker && speech && covered.size > 0 ? [{ speaker, words: covered }] : [];
  });
  const found = predictions.map(({ content, source, cue, speaker }) => {
    return { speaker, words: coveredWords(words, [...content, ...source, ...cue]) };
  });
  const counts = noNameCounts();
  for (const { speaker, words: marked } of stated) {
    counts.statements++;
    const best = bestMatch(marked, found);
    if (speaker.kind === 'person') {
      counts.byPerson++;
      if (best) counts.byPersonFound++;
      if (best?.speaker) counts.byPersonGivenName++;
      if (best?.speaker && isSamePerson(speaker.name, best.speaker)) counts.byPersonRight++;
    } else if (speaker.kind === 'unnamed' && best) {
      counts.unnamedFound++;
      if (!best.speaker) counts.unnamedSilent++;
    }
  }
  for (const { speaker: name, words: predicted } of found) {
    const said = bestMatch(predicted, stated)?.speaker;
    if (!name || !said || said.kind === 'other') continue;
    counts.namesGiven++;
    if (said.kind === 'person' && isSamePerson(said.name, name)) counts.namesRight++;
  }
  return counts;
}

/** The one that shares most words, of those that share at least half of the shorter; the first of equals. */
function bestMatch<T extends { readonly words: ReadonlySet<number> }>(
  words: ReadonlySet<number>,
  others: readonly T[],
): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const other of others) {
    const shared = sharedCount(words, other.words);
    if (shared > most && shared * 2 >= Math.min(words.size, other.words.size)) [best, most] = [other, shared];
  }
  return best;
}

/** Words of a printed name that are no part of it. */
const TITLES = new Set(
  `mr mrs ms dr sen senator rep representative gov governor president mayor judge justice sheriff chief capt captain
  sgt lt col gen prof professor rev sir dame lord the hon jr sr ii iii iv phd md esq`.split(/\s+/),
);

function nameWords(name: string): readonly string[] {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’']s\b/g, '')
    .replace(/[^\p{L}\p{N}\s-]/gu, ' ')
    .split(/\s+/)
    .filter((word) => word !== '' && !TITLES.has(word));
}

/**
 * Whether two names are one person's: the same last word, or one name's words all in the other's. First names
 * that begin with different letters are two people's.
 */
export function isSamePerson(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)];
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  if (shorter.length === 0) return false;
  const sameLast = a.at(-1) === b.at(-1);
  if (!sameLast) return shorter.every((word) => longer.includes(word));
  return shorter.length === 1 || a[0]?.[0] === b[0]?.[0];
}

/** The figures by name, 0 to 1; null where there is nothing to divide by. */
export interface NameFigures {
  /** Of the statements by named people, how many were found and rightly named. */
  readonly whoAndWhat: number | null;
  /** Of the names given, how many are right. */
  readonly namePrecision: number | null;
  /** Of the statements found whose speaker the article does not name, how many were given no name. */
  readonly silentOnUnnamed: number | null;
}

/** The figures that counts come to. */
export function nameFigures(counts: NameCounts): NameFigures {
  return {
    whoAndWhat: share(counts.byPersonRight, counts.byPerson),
    namePrecision: share(counts.namesRight, counts.namesGiven),
    silentOnUnnamed: share(counts.unnamedSilent, counts.unnamedFound),
  };
}
