import type { Span } from '../article/article.ts';

/**
 * The words by which spans are compared: letters and digits, with apostrophes, hyphens, dots, commas and & kept
 * where they join two of them. Quotation marks, blanks and punctuation are no words, so they never decide.
 */
const COMPARED_WORD = /[\p{L}\p{N}]+(?:['’.,\-&][\p{L}\p{N}]+)*/gu;

/** The compared words of a text, in order. */
export function comparedWords(text: string): readonly Span[] {
  return Array.from(text.matchAll(COMPARED_WORD), ({ index, 0: printed }) => ({
    start: index,
    end: index + printed.length,
  }));
}

/** Which words, by number, are covered by at least half. The pieces of a broken quotation are one set. */
export function coveredWords(words: readonly Span[], spans: readonly Span[]): ReadonlySet<number> {
  const units = new Map<number, number>();
  for (const span of spans) {
    for (let index = firstEndingAfter(words, span.start); index < words.length; index++) {
      const word = words[index];
      if (!word || word.start >= span.end) break;
      const shared = Math.min(word.end, span.end) - Math.max(word.start, span.start);
      units.set(index, (units.get(index) ?? 0) + shared);
    }
  }
  const covered = new Set<number>();
  for (const [index, shared] of units) {
    const word = words[index];
    if (word && shared * 2 >= word.end - word.start) covered.add(index);
  }
  return covered;
}

function firstEndingAfter(words: readonly Span[], offset: number): number {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many words two sets share. */
export function sharedCount(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let count = 0;
  for (const word of small) if (large.has(word)) count++;
  return count;
}

/** F1 of two word sets: twice the shared words over the words of both; 0 where either is empty. */
export function wordF1(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  return a.size === 0 || b.size === 0 ? 0 : (2 * sharedCount(a, b)) / (a.size + b.size);
}

/** Whether two sets hold the same words. */
export function sameWords(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && sharedCount(a, b) === a.size;
}

/** A head word is sought before the first of these. */
const AFTER_THE_HEAD = new Set(
  `of for from in at with to on by about against among who whom whose which that where when while as and or
  but`.split(/\s+/),
);

/**
 * The head word of a source without a parser: the last word before the first comma, bracket, dash, gap,
 * preposition, relative word or conjunction. "a senior adviser to Mr. Trump": adviser.
 */
export function headWord(text: string, words: readonly Span[], source: ReadonlySet<number>): number | null {
  let head: number | null = null;
  for (const index of [...source].sort((a, b) => a - b)) {
    if (head !== null && breaksOff(text, words, head, index)) break;
    head = index;
  }
  return head;
}

function breaksOff(text: string, words: readonly Span[], previous: number, next: number): boolean {
  const [before, after] = [words[previous], words[next]];
  if (!before || !after || next !== previous + 1) return true;
  if (/[,;:()\u2013\u2014\n]/.test(text.slice(before.end, after.start))) return true;
  return AFTER_THE_HEAD.has(text.slice(after.start, after.end).toLowerCase());
}
