import type { Span } from './article.ts';

/** A word of a text: where it is printed, and the form in which words are compared. */
export interface Word extends Span {
  readonly norm: string;
}

/** Letters and digits, with the marks that join them inside one word: can’t, U.S., 10,000. */
const PRINTED_WORD =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?:\p{L}\p{M}*)*|[\p{L}\p{M}\p{N}]+(?:['’‘`\u00ad][\p{L}\p{M}\p{N}]+)*/gu;

/** Dropped inside a word before it is compared: apostrophes of any style, soft hyphens, dots, commas. */
const DROPPED = /['’‘`\u00ad.,]/g;

/** How a word is compared: compatibility forms folded, marks stripped, lower case, apostrophes dropped. */
export function normaliseWord(printed: string): string {
  return printed.replace(DROPPED, '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * The words of a text with their places.
 *
 * A decimal number keeps its point (`4.5` is not `45`), a thousands comma goes (`2,000` is `2000`).
 */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(PRINTED_WORD)) {
    const printed = match[0];
    const norm = /^\p{N}/u.test(printed)
      ? printed.replace(/,/g, '').normalize('NFKD').toLowerCase()
      : normaliseWord(printed);
    if (norm !== '') words.push({ start: match.index, end: match.index + printed.length, norm });
  }
  return words;
}

/** A text as it is kept for searching: its compared words, one blank between them. */
export function normalise(text: string): string {
  return wordsOf(text)
    .map((word) => word.norm)
    .join(' ');
}
