import type { Span } from '../../article/article.ts';
import type { Token } from '../token.ts';
import { classesOfPrinted } from './fact-words.ts';
import type { Stretch } from './voices.ts';

/** The words of a sentence, with what each may be in a fact. */
export interface Words {
  readonly tokens: readonly Token[];
  /** For each word the classes that it is in (fact-words.ts), as bits. */
  readonly classes: Uint32Array;
  /** The classes that any of the words is in. */
  readonly some: number;
}

/** Looks each word of a sentence up once. */
export function wordsOf(tokens: readonly Token[]): Words {
  const classes = new Uint32Array(tokens.length);
  let some = 0;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    const found = classesOfPrinted(token.text, token.norm, token.pos);
    classes[at] = found;
    some |= found;
  }
  return { tokens, classes, some };
}

/** Whether the word at a place is in one of these classes; where there is no word, it is not. */
export function isIn({ classes }: Words, at: number, wanted: number): boolean {
  return ((classes[at] ?? 0) & wanted) !== 0;
}

/** The word at a place in the form in which words are compared; empty where there is none. */
export function norm({ tokens }: Words, at: number): string {
  return tokens[at]?.norm ?? '';
}

/** Where a stretch stands in the article. */
export function spanOf({ tokens }: Words, { from, to }: Stretch): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

/** Whether the word at this place makes what stands before it an owner: year ’s, years ’. */
export function isPossessive({ tokens }: Words, at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!token || !before || token.start !== before.end) return false;
  if (token.norm === "'s" || token.text === '’') return true;
  // the voters' list; but not: the word 'voters'.
  return token.text === "'" && before.norm.endsWith('s') && /^(?:NOUN|ADJ|PROPN)$/.test(tokens[at + 1]?.pos ?? '');
}
