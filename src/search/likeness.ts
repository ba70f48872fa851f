import { editDistance, slipsBetween } from './edit-distance.ts';

/** How two words compare: `slip` is a misspelling or a plural, `stem` another form of what may be the same word. */
export type WordRelation = 'same' | 'slip' | 'stem' | 'other';

/** What a pair of words is worth in an alignment, 0..1. */
export const LIKENESS: Readonly<Record<WordRelation, number>> = { same: 1, slip: 0.9, stem: 0.6, other: 0 };

/** Endings by which English words of one stem differ, longest first; a last "e" or "y" goes as well. */
const ENDINGS = ['ations', 'ation', 'ings', 'ing', 'ies', 'ied', 'ers', 'er', 'est', 'ed', 'es', 'al', 'ly', 's', 'd'];
const SHORTEST_STEM = 4;

/**
 * Compares two normalised words.
 *
 * @param isKnown whether the asked word stands in the archive as it is: a known word is no misspelling, so that
 *   "public" is never taken for a mistyped "publics" nor "county" for "country"
 */
export function relate(asked: string, printed: string, isKnown: boolean): WordRelation {
  if (asked === printed) return 'same';
  if (hasDigit(asked) || hasDigit(printed)) return 'other';
  if (isPluralOf(asked, printed) || isPluralOf(printed, asked)) return 'slip';
  if (!isKnown) {
    const limit = slipsBetween(asked, printed);
    if (limit > 0 && editDistance(asked, printed, limit) <= limit) return 'slip';
  }
  return stem(asked) === stem(printed) ? 'stem' : 'other';
}

/** "freedoms" of "freedom"; not "is" of "i" nor "news" of "new". */
function isPluralOf(plural: string, singular: string): boolean {
  return pluralsOf(singular).includes(plural);
}

/** What the plural of a word would be, if it is a singular. */
export function pluralsOf(singular: string): readonly string[] {
  if (singular.length < SHORTEST_STEM) return [];
  const plurals = [`${singular}s`, `${singular}es`];
  return singular.endsWith('y') ? [...plurals, `${singular.slice(0, -1)}ies`] : plurals;
}

/** What the singular of a word may be, if it is a plural. */
export function singularsOf(plural: string): readonly string[] {
  if (!plural.endsWith('s')) return [];
  const singulars = [plural.slice(0, -1)];
  if (plural.endsWith('es')) singulars.push(plural.slice(0, -2));
  if (plural.endsWith('ies')) singulars.push(`${plural.slice(0, -3)}y`);
  return singulars.filter((singular) => singular.length >= SHORTEST_STEM);
}

/** A word without its ending; a light stemmer, enough to see that two forms belong together. */
export function stem(word: string): string {
  const ending = ENDINGS.find((ending) => word.endsWith(ending) && word.length - ending.length >= SHORTEST_STEM);
  const rest = ending ? undoubled(word.slice(0, -ending.length)) : word;
  return rest.length > SHORTEST_STEM && /[ey]$/.test(rest) ? rest.slice(0, -1) : rest;
}

/** "stopp" (stopped) to "stop". */
function undoubled(rest: string): string {
  return /([bdgmnprt])\1$/.test(rest) ? rest.slice(0, -1) : rest;
}

/** Whether a word is a number or holds one: those are alike only where they are the same. */
export function hasDigit(word: string): boolean {
  return /\p{N}/u.test(word);
}
