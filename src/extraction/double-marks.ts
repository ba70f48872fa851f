import { speaksFrom } from './interjected-speech.ts';
import type { Token } from './token.ts';

/** Two marks that belong together, by place. */
export interface Pair {
  readonly open: number;
  readonly close: number;
}

/** How the double quotation marks of a paragraph go together. */
export interface Pairing {
  /** By the place of their closing mark; within each other or apart, never overlapping. */
  readonly pairs: readonly Pair[];
  /** Places of marks that open and are not closed in the paragraph. */
  readonly unclosed: readonly number[];
  /** Places of marks that open, and whose closing mark is missing before others open and close. */
  readonly stray: readonly number[];
  /** The place of the first mark, where it closes what no mark of the paragraph opened; else -1. */
  readonly closesFirst: number;
}

/** Whether a word is a double quotation mark of any style. */
export function isDoubleMark(token: Token): boolean {
  return token.norm === '"';
}

const GUILLEMETS = new Set(['«', '»']);

/**
 * Pairs the double marks of a paragraph, whatever their style: a straight mark may close what a curly one opened.
 *
 * What a mark does is read from its shape and the blanks around it. One that opens before the one before it is closed
 * opens a quotation within that; where a mark is left without its closing mark, it is the earlier one.
 */
export function pairDoubleMarks(tokens: readonly Token[]): Pairing {
  const pairs: Pair[] = [];
  const open: number[] = [];
  const stray: number[] = [];
  /** How many of the marks in `open` are guillemets. */
  let guillemets = 0;
  let closesFirst = -1;
  let isFirst = true;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || !isDoubleMark(token)) continue;
    const isGuillemet = GUILLEMETS.has(token.text);
    const isOpen = (isGuillemet ? guillemets : open.length - guillemets) > 0;
    const role = roleOf(tokens, at, isOpen);
    if (role === 'open') {
      open.push(at);
      if (isGuillemet) guillemets++;
    } else if (role === 'close' && isOpen) {
      let from = open.pop();
      while (from !== undefined && GUILLEMETS.has(tokens[from]?.text ?? '') !== isGuillemet) {
        if (!isGuillemet) guillemets--;
        from = open.pop();
      }
      if (isGuillemet) guillemets--;
      if (from !== undefined && at > from + 1 && !isValue(tokens, from)) pairs.push({ open: from, close: at });
      // “We won, he said. “We won again,” he added.
      const outer = open[open.length - 1];
      if (from !== undefined && outer !== undefined && isAlike(tokens, outer, from) && speaksFrom(tokens, at + 1)) {
        open.pop();
        stray.push(outer);
        if (GUILLEMETS.has(tokens[outer]?.text ?? '')) guillemets--;
      }
    } else if (role === 'close' && isFirst) closesFirst = at;
    if (role !== 'none') isFirst = false;
  }
  return { pairs, unclosed: open, stray, closesFirst };
}

/** author="…": the value of something, and nobody's words. */
function isValue(tokens: readonly Token[], open: number): boolean {
  const before = tokens[open - 1];
  return before?.text === '=' && before.end === tokens[open]?.start;
}

function isAlike(tokens: readonly Token[], a: number, b: number): boolean {
  return tokens[a]?.text === tokens[b]?.text;
}

const OPENING = new Set(['“', '‟', '«', '``', '‘‘']);
const CLOSING = new Set(['”', '»', '’’']);

/** What the mark at `at` does; `isOpen` says whether there is one that it could close. */
function roleOf(tokens: readonly Token[], at: number, isOpen: boolean): 'open' | 'close' | 'none' {
  const token = tokens[at];
  if (!token) return 'none';
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  const { text } = token;
  if (text === '„') return 'open';
  // Hoff writes: ““We won.”
  if (isOpen && before?.text === text && before.end === token.start && OPENING.has(text)) return 'none';
  const isOpening = OPENING.has(text);
  const isStraight = !isOpening && !CLOSING.has(text);
  const blankBefore = !before || before.end < token.start;
  const blankAfter = !after || after.start > token.end;
  if (blankBefore && !blankAfter) {
    // ”We won,” with the wrong mark; ” , with a blank too many
    const isStop = /^[.,;:?!)\]]$/.test(after?.text ?? '');
    return isOpening || !isStop || (isStraight && !isOpen) ? 'open' : 'close';
  }
  if (isStraight && isInches(tokens, at, isOpen)) return 'none';
  if (isOpen && !after) return 'close';
  // „Ja“ and “We won“ close with a mark that opens elsewhere; said,“ We won” has its blank on the wrong side.
  const isBeforeStop = /^[.,;:?!)\]}…–—-]/.test(after?.text ?? '');
  if (!blankBefore && (blankAfter || isBeforeStop)) return isOpening && !isOpen ? 'open' : 'close';
  if (before?.text === '=') return 'open';
  // “We won.“[Salem Post.]
  if (isOpening && isOpen && /^[.?!,…]/.test(before?.text ?? '') && !/^[\p{L}\p{N}]/u.test(after?.text ?? ''))
    return 'close';
  if (!isStraight) return isOpening ? 'open' : 'close';
  if (blankBefore) return isOpen || !after ? 'close' : 'open';
  // said:"We won" / ("we won") / "We won."She left.
  if (/^[([{‘]/.test(before?.text ?? '')) return 'open';
  return !isOpen || /^[:–—]/.test(before?.text ?? '') ? 'open' : 'close';
}

/** a 12" pipe, 6'2" tall, and within a quotation: "A 12" pipe," he said. */
function isInches(tokens: readonly Token[], at: number, isOpen: boolean): boolean {
  const mark = tokens[at];
  const number = tokens[at - 1];
  if (!mark || !number || number.end !== mark.start || !/\p{N}$/u.test(number.text)) return false;
  if (!isOpen || isFeet(tokens, at - 2)) return true;
  for (let next = at + 1; next < Math.min(at + MEASURED, tokens.length); next++) {
    const token = tokens[next];
    if (token && isDoubleMark(token)) return tokens[next - 1]?.end === token.start && tokens[next - 1]?.text !== '=';
  }
  return false;
}

function isFeet(tokens: readonly Token[], at: number): boolean {
  const number = tokens[at - 1];
  const mark = tokens[at];
  return mark?.norm === "'" && number?.end === mark.start && /\p{N}$/u.test(number.text);
}

/** How many words behind a number of inches the mark is looked for that closes the quotation. */
const MEASURED = 60;
