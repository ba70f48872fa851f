import type { Name } from './names.ts';

/** A word of a name in the form in which names are compared: no case, no diacritics, straight apostrophes. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase();
  if (/^[a-z.'-]*$/.test(lower)) return lower;
  return lower.replace(/[’‘]/g, "'").replace(/[‐‑]/g, '-').normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The words of a name as they are compared. */
export function foldedWords({ words }: Pick<Name, 'words'>): readonly string[] {
  return words.map(foldWord);
}

/** Whether a word is an initial or several: J. · J.D. */
export function isInitial(folded: string): boolean {
  return /^(?:[a-z]\.)+$/.test(folded);
}

/**
 * Whether two names with the same first word (or initial) and the same last word can be one person's.
 *
 *     Hillary Clinton · Hillary Rodham Clinton       yes
 *     George W. Bush · George H.W. Bush              no: both print a middle name, and not the same
 */
export function canBeOne(one: readonly string[], other: readonly string[]): boolean {
  const [a, b] = [one.slice(1, -1), other.slice(1, -1)];
  if (a.length === 0 || b.length === 0) return true;
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return shorter.every((word, index) => longer.some((candidate) => agrees(word, candidate)) && index < longer.length);
}

function agrees(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [one.replace(/\./g, ''), other.replace(/\./g, '')];
  return (a.length === 1 && b.startsWith(a)) || (b.length === 1 && a.startsWith(b));
}

const SMALL = new Set(['of', 'the', 'and', 'for', '&', 'in', 'on']);

/** The letters that a body is called by: World Health Organization is WHO; null for a name of fewer than two words. */
export function initialsOf(words: readonly string[]): string | null {
  let letters = '';
  for (const word of words) if (!SMALL.has(word.toLowerCase())) letters += word.charAt(0);
  return letters.length >= 2 ? letters.toLowerCase() : null;
}

/** An acronym without its dots. */
export function foldAcronym(word: string): string {
  return word.replace(/\./g, '').toLowerCase();
}
