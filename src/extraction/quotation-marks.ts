import { isDoubleMark, type Pair, type Pairing, pairDoubleMarks } from './double-marks.ts';
import { commaBeforeSpeech, lastSpeech } from './interjected-speech.ts';
import { hasVerb } from './phrases.ts';
import type { ReadParagraph } from './reading.ts';
import { closeOfSingle, isSingleMark, opensSingle } from './single-marks.ts';
import type { Token } from './token.ts';

/** A stretch between quotation marks, by place among its paragraph's words. */
export interface Quoted {
  /** Place of the opening mark; -1 where the quotation goes on from the paragraph before without one. */
  readonly open: number;
  /** Place of the closing mark, or of the comma that stands for it; the number of words in the paragraph where it does not close in it. */
  readonly close: number;
  /** Whether the paragraph after goes on with it. */
  readonly goesOn: boolean;
}

/**
 * The outermost stretches between quotation marks, paragraph by paragraph; marks within a quotation belong to it.
 *
 * A paragraph that opens a quotation and does not close it is quoted to its end: by convention only the last
 * paragraph of a long quotation closes. It is not where the reporter says in it who speaks: then a mark is missing, and
 * the one that is there counts for nothing.
 *
 * Misses: words with only one of their marks (“We won, he said.), and a paragraph without any mark within a quotation.
 */
export function findQuoted(paragraphs: readonly ReadParagraph[]): readonly (readonly Quoted[])[] {
  const pairings = paragraphs.map(({ tokens }) => pairDoubleMarks(tokens));
  const quoted: (readonly Quoted[])[] = [];
  let isOpen = false;
  paragraphs.forEach(({ tokens }, index) => {
    const pairing = pairings[index];
    if (!pairing) return;
    const next = paragraphs[index + 1];
    const nextPairing = pairings[index + 1];
    const doubles: Quoted[] = outermost(pairing.pairs).map((pair) => ({ ...pair, goesOn: false }));
    const resumes = next !== undefined && nextPairing !== undefined && goesOnIn(next.tokens, nextPairing, tokens);
    const open = openToTheEnd(tokens, pairing, resumes);
    if (open >= 0) {
      while ((doubles[doubles.length - 1]?.open ?? -1) > open) doubles.pop();
      doubles.push({ open, close: tokens.length, goesOn: resumes });
    }
    addUnfinished(tokens, doubles, [...pairing.stray, ...pairing.unclosed.filter((at) => at !== open)]);
    if (isOpen && pairing.closesFirst > 0) {
      doubles.unshift({ open: -1, close: pairing.closesFirst, goesOn: false });
    }
    isOpen = open >= 0 && resumes;
    quoted.push(withSingles(tokens, doubles, next?.tokens));
  });
  return quoted;
}

/** Words whose closing mark is missing end at the comma before who says them: “We won, he said. “We lost.” */
function addUnfinished(tokens: readonly Token[], doubles: Quoted[], opening: readonly number[]): void {
  if (opening.length === 0) return;
  const marked = [...doubles];
  const openings = [...opening].sort((a, b) => a - b);
  let upcoming = 0;
  openings.forEach((open, index) => {
    while ((marked[upcoming]?.close ?? tokens.length) < open) upcoming++;
    const next = marked[upcoming];
    const before = tokens[open - 1];
    if ((next && next.open < open) || (before && before.pos !== 'PUNCT')) return;
    const limit = Math.min(
      next?.open ?? tokens.length,
      openings[index + 1] ?? tokens.length,
      open + LONGEST_UNFINISHED,
    );
    const close = commaBeforeSpeech(tokens, open + 2, limit);
    if (close >= 0) doubles.push({ open, close, goesOn: false });
  });
  doubles.sort((a, b) => a.open - b.open);
}

/** How many words behind a mark that nothing closes who says them is looked for. */
const LONGEST_UNFINISHED = 120;

/** The pairs that are in no other; `pairs` are sorted by their ends. */
function outermost(pairs: readonly Pair[]): readonly Pair[] {
  const outer: Pair[] = [];
  let start = Number.POSITIVE_INFINITY;
  for (let index = pairs.length - 1; index >= 0; index--) {
    const pair = pairs[index];
    if (!pair || pair.close > start) continue;
    outer.push(pair);
    start = pair.open;
  }
  return outer.reverse();
}

/** Whether a paragraph may go on with the quotation of the one before: its first mark opens, or closes what that left. */
function goesOnIn(tokens: readonly Token[], { closesFirst }: Pairing, before: readonly Token[]): boolean {
  const [first] = tokens;
  if (first && isDoubleMark(first)) return closesFirst !== 0;
  if (closesFirst <= 0 || lastSpeech(tokens, 0, closesFirst) >= 0) return false;
  // A name alone tells who was quoted: "We won.  / Jo Lane, mayor."
  const isEnded = /^[.?!…]/.test(before[before.length - 1]?.text ?? '');
  return !isEnded || hasVerb(tokens, { from: 0, to: closesFirst });
}

/** The place of the mark that opens a quotation which lasts to the end of the paragraph; -1 where there is none. */
function openToTheEnd(tokens: readonly Token[], { unclosed, pairs }: Pairing, resumes: boolean): number {
  const [first] = unclosed;
  if (first === undefined) return -1;
  const speech = lastSpeechOutside(tokens, pairs, first);
  for (const open of unclosed) {
    if (open < speech || open >= tokens.length - 1) continue;
    // “We won. Nobody saw the “river tax” come.
    if (!resumes && (pairs[pairs.length - 1]?.open ?? -1) > open) continue;
    if (open === 0 || resumes || tokens[open - 1]?.pos === 'PUNCT') return open;
  }
  return -1;
}

function lastSpeechOutside(tokens: readonly Token[], pairs: readonly Pair[], from: number): number {
  let to = tokens.length;
  for (const pair of [...outermost(pairs)].reverse()) {
    if (pair.close < from) break;
    const speech = lastSpeech(tokens, Math.max(pair.close, from + 1), to);
    if (speech >= 0) return speech;
    to = pair.open;
  }
  return lastSpeech(tokens, from + 1, to);
}

/** Adds the stretches between single marks that are in no double ones; they may hold double ones. */
function withSingles(
  tokens: readonly Token[],
  doubles: readonly Quoted[],
  next: readonly Token[] | undefined,
): readonly Quoted[] {
  const quoted: Quoted[] = [];
  let upcoming = 0;
  for (let at = 0; at < tokens.length; at++) {
    const double = doubles[upcoming];
    if (double && double.open <= at) {
      quoted.push(double);
      at = double.close;
      upcoming++;
      continue;
    }
    const token = tokens[at];
    if (!token || !isSingleMark(token) || !opensSingle(tokens, at)) continue;
    let inner = upcoming;
    const skip = (place: number) => (doubles[inner]?.open === place ? (doubles[inner++]?.close ?? place) : -1);
    const close = closeOfSingle(tokens, at, skip);
    if (close >= 0) {
      quoted.push({ open: at, close, goesOn: false });
      at = close;
      while ((doubles[upcoming]?.open ?? Number.POSITIVE_INFINITY) < close) upcoming++;
    } else if (at === 0 && upcoming >= doubles.length && goesOnInSingles(tokens, next)) {
      quoted.push({ open: at, close: tokens.length, goesOn: true });
      break;
    }
  }
  return quoted;
}

function goesOnInSingles(tokens: readonly Token[], next: readonly Token[] | undefined): boolean {
  return (
    next !== undefined &&
    tokens[0]?.text === next[0]?.text &&
    opensSingle(next, 0) &&
    lastSpeech(tokens, 0, tokens.length) < 0
  );
}
