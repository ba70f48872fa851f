import { slice } from '../article/article.ts';
import { type Word, wordsOf } from '../article/words.ts';
import { relate, type WordRelation } from '../search/likeness.ts';
import { type DiffPart, diffParts } from '../search/verdict.ts';
import { type DiffStep, diffWords } from '../search/word-diff.ts';
import type { Passage } from './answer.ts';

/** What became of words of an earlier version in the newest one. */
export type Fate =
  /** They are still printed: to the letter, or with other punctuation or capitals. */
  | { readonly kind: 'same'; readonly match: 'exact' | 'punctuation'; readonly now: Passage }
  /** They read otherwise now: `now` is the passage that stands in their place. */
  | { readonly kind: 'changed'; readonly now: Passage; readonly diff: readonly DiffPart[] }
  | { readonly kind: 'gone' };

/** Words of an excerpt beyond this many are not compared. */
const MOST_WORDS = 1000;
/** So many stretches of the new text are compared word by word: those that share the most with the old words. */
const MOST_WINDOWS = 3;
/** Share of what the old words weigh that must stand in a stretch, in order, for it to be their new form. */
const CHANGED = 0.5;

/**
 * Finds words of an earlier version in the text of the newest one: word for word, else the stretch that is the most
 * like them. Takes time in proportion to the new text, and to the square of the old words for a few stretches of it.
 *
 * Misses: words that were cut in two and moved apart are found by their larger half, or not at all.
 */
export function fateOf(oldWords: string, newText: string): Fate {
  const asked = wordsOf(oldWords).slice(0, MOST_WORDS);
  const printed = wordsOf(newText);
  if (asked.length === 0) return { kind: 'gone' };
  const runs = runsOf(asked, printed).map((start) => passage(newText, printed.slice(start, start + asked.length)));
  const [first, last] = [asked[0], asked.at(-1)];
  const letters = oneLine(oldWords.slice(first?.start, last?.end));
  const exact = runs.find(({ text }) => oneLine(text) === letters);
  if (exact) return { kind: 'same', match: 'exact', now: exact };
  if (runs[0]) return { kind: 'same', match: 'punctuation', now: runs[0] };
  return nearest(oldWords, asked, newText, printed);
}

/** Two pieces that stand farther apart than this, in UTF-16 code units, are no longer one quotation. */
const LONGEST_BETWEEN = 240;

/**
 * The same for words in several pieces with an attribution between them. They are as they were where each piece is and
 * they stand in their order close to each other: what became of the attribution is not a change of the words.
 *
 * @param whole the words with what stands between the pieces
 */
export function fateOfPieces(pieces: readonly string[], whole: string, newText: string): Fate {
  const fate = fateOf(whole, newText);
  if (pieces.length < 2 || fate.kind === 'same') return fate;
  const kept = pieces.map((piece) => fateOf(piece, newText)).filter((one) => one.kind === 'same');
  const spans = kept.map(({ now }) => now.span);
  const [first, last] = [spans[0], spans.at(-1)];
  const isInOrder = spans.every(({ start }, at) => {
    const before = spans[at - 1];
    return !before || (start >= before.end && start - before.end <= LONGEST_BETWEEN);
  });
  if (kept.length < pieces.length || !isInOrder || !first || !last) return fate;
  const span = { start: first.start, end: last.end };
  const match = kept.every((one) => one.match === 'exact') ? 'exact' : 'punctuation';
  return { kind: 'same', match, now: { text: slice(newText, span), span } };
}

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

function passage(text: string, words: readonly Word[]): Passage {
  const span = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
  return { text: slice(text, span), span };
}

/**
 * Where all of the words stand in a row: Knuth, Morris and Pratt (1977), so that a text which repeats itself costs no
 * more than another.
 */
function runsOf(asked: readonly Word[], printed: readonly Word[]): readonly number[] {
  const norms = asked.map(({ norm }) => norm);
  const fallback: number[] = [0];
  for (let index = 1, length = 0; index < norms.length; ) {
    if (norms[index] === norms[length]) fallback[index++] = ++length;
    else if (length > 0) length = fallback[length - 1] ?? 0;
    else fallback[index++] = 0;
  }
  const starts: number[] = [];
  for (let index = 0, length = 0; index < printed.length; ) {
    if (printed[index]?.norm === norms[length]) {
      index++;
      length++;
      if (length < norms.length) continue;
      starts.push(index - length);
      length = fallback[length - 1] ?? 0;
    } else if (length > 0) length = fallback[length - 1] ?? 0;
    else index++;
  }
  return starts;
}

function nearest(oldWords: string, asked: readonly Word[], newText: string, printed: readonly Word[]): Fate {
  const weights = weightsOf(asked, printed);
  const total = asked.reduce((sum, { norm }) => sum + (weights.get(norm) ?? 0), 0);
  let best: { readonly weight: number; readonly steps: readonly DiffStep[]; readonly window: readonly Word[] } | null =
    null;
  for (const window of likelyWindows(asked, printed, weights)) {
    const relation = (a: number, b: number): WordRelation => relate(asked[a]?.norm ?? '', window[b]?.norm ?? '', true);
    const steps = diffWords(asked.length, window.length, relation);
    const same = steps.filter((step) => step.kind === 'same');
    const weight = same.reduce((sum, step) => sum + (weights.get(asked[step.asked]?.norm ?? '') ?? 0), 0);
    if (!best || weight > best.weight) best = { weight, steps, window };
  }
  if (!best || best.weight < CHANGED * total) return { kind: 'gone' };
  const { window, steps } = best;
  const places = steps.flatMap((step) => ('printed' in step ? (window[step.printed] ?? []) : []));
  const diff = diffParts(steps, { text: oldWords, words: asked }, newText, window);
  const now = untilItEnds(newText, passage(newText, places));
  return { kind: 'changed', now: now.whole, diff: [...now.before, ...diff, ...now.after] };
}

/** Longer stretches than this, in UTF-16 code units, are not gone through for the end of a sentence. */
const LONGEST_REST = 300;

/** A passage with the rest of its sentence or quotation: what was put in for its last word may be several. */
function untilItEnds(text: string, { span }: Passage) {
  const before = /[^.!?…“”"«»\n]*$/.exec(text.slice(Math.max(0, span.start - LONGEST_REST), span.start))?.[0] ?? '';
  const after = /^[^.!?…“”"«»\n]*/.exec(text.slice(span.end, span.end + LONGEST_REST))?.[0] ?? '';
  const [first, last] = [before.trimStart(), after.replace(/[\s,;:–—-]+$/, '')];
  const whole = { start: span.start - first.length, end: span.end + last.length };
  const printed = (words: string): readonly DiffPart[] =>
    words.trim() === '' ? [] : [{ kind: 'printed', text: words.trim() }];
  return { whole: { text: slice(text, whole), span: whole }, before: printed(first), after: printed(last) };
}

/** What each of the old words is worth: the more, the fewer there are of it in the new text, where it may be gone. */
function weightsOf(asked: readonly Word[], printed: readonly Word[]): ReadonlyMap<string, number> {
  const counts = new Map(asked.map(({ norm }) => [norm, 0]));
  for (const { norm } of printed) {
    const count = counts.get(norm);
    if (count !== undefined) counts.set(norm, count + 1);
  }
  return new Map([...counts].map(([norm, count]) => [norm, Math.log(2 + printed.length / (1 + count))]));
}

/** Stretches of some more words than the old ones have, apart from each other, that share the most with them. */
function likelyWindows(
  asked: readonly Word[],
  printed: readonly Word[],
  weights: ReadonlyMap<string, number>,
): readonly (readonly Word[])[] {
  const size = Math.min(printed.length, asked.length + 4);
  const beside = Math.ceil(asked.length / 2) + 2;
  const wanted = new Map<string, number>();
  for (const { norm } of asked) wanted.set(norm, (wanted.get(norm) ?? 0) + 1);
  const inside = new Map<string, number>();
  const scores = new Float64Array(Math.max(0, printed.length - size + 1));
  let score = 0;
  for (let end = 0; end < printed.length; end++) {
    score += change(printed[end], 1);
    if (end >= size) score += change(printed[end - size], -1);
    if (end >= size - 1) scores[end - size + 1] = score;
  }
  const windows: (readonly Word[])[] = [];
  const taken: number[] = [];
  const starts = [...scores.keys()].filter((start) => (scores[start] ?? 0) > 0);
  for (let turn = 0; turn < MOST_WINDOWS; turn++) {
    let best = -1;
    for (const start of starts) {
      const isApart = taken.every((other) => Math.abs(other - start) >= asked.length);
      if (isApart && (best < 0 || (scores[start] ?? 0) > (scores[best] ?? 0))) best = start;
    }
    if (best < 0) break;
    taken.push(best);
    // With some words more to both sides: what was put in the place of the first or last word is shared by nobody.
    windows.push(printed.slice(Math.max(0, best - beside), best + size + beside));
  }
  return windows;

  /** By how much what is shared changes when a word comes in (+1) or goes out (-1). */
  function change(word: Word | undefined, sign: 1 | -1): number {
    const norm = word?.norm ?? '';
    const most = wanted.get(norm);
    if (most === undefined) return 0;
    const before = inside.get(norm) ?? 0;
    inside.set(norm, before + sign);
    const counts = sign === 1 ? before < most : before <= most;
    return counts ? sign * (weights.get(norm) ?? 0) : 0;
  }
}

/** What became of the words, as a sentence. */
export function fateInWords(fate: Fate): string {
  switch (fate.kind) {
    case 'same':
      return fate.match === 'exact'
        ? 'The newest version of the article still prints these words.'
        : 'The newest version of the article still prints these words, with other punctuation or capitals.';
    case 'changed':
      return `The words were changed: the newest version of the article reads “${fate.now.text}”.`;
    case 'gone':
      return 'The newest version of the article no longer prints these words.';
  }
}
