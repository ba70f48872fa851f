import type { ReadParagraph } from './reading.ts';
import type { Token } from './token.ts';

/** A stretch between quotation marks, by place among its paragraph's words. */
export interface Quoted {
  /** Place of the opening mark; -1 where the quotation goes on from the paragraph before. */
  readonly open: number;
  /** Place of the closing mark; the number of words in the paragraph where it does not close in it. */
  readonly close: number;
  /** Whether the paragraph after goes on with it: it opens with a mark and this one does not close. */
  readonly goesOn: boolean;
}

/**
 * The outermost stretches between quotation marks, paragraph by paragraph.
 *
 * A paragraph that opens a quotation and does not close it is quoted to its end: by convention only the last
 * paragraph of a long quotation closes. Where a second mark opens before the first closes, the first counts as stray.
 * Quotation marks within a quotation belong to it.
 */
export function findQuoted(paragraphs: readonly ReadParagraph[]): readonly (readonly Quoted[])[] {
  return paragraphs.map((paragraph, index) => pairMarks(paragraph.tokens, opensWithMark(paragraphs[index + 1])));
}

/** Opening double marks and what closes each. */
const DOUBLE: Readonly<Record<string, string>> = { '“': '”', '„': '“”', '«': '»', '``': "''", '"': '"', "''": "''" };

/** Whether one mark both opens and closes: "We won," and ''We won,'' */
function isStraight(text: string): boolean {
  return text === '"' || text === "''";
}

function opensWithMark(paragraph: ReadParagraph | undefined): boolean {
  const first = paragraph?.tokens[0];
  return first !== undefined && (Object.hasOwn(DOUBLE, first.text) || first.text === '‘');
}

function pairMarks(tokens: readonly Token[], nextOpens: boolean): readonly Quoted[] {
  const quoted: Quoted[] = [];
  let open = -1;
  let closers = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || token.pos === 'NOUN') continue;
    const { text } = token;
    const reopens = open >= 0 && isStraight(text) && closers === text && opensHere(tokens, at);
    if (open >= 0 && !reopens && (closers.includes(text) || (text === "''" && closers === '"'))) {
      if (at > open + 1) quoted.push({ open, close: at, goesOn: false });
      open = -1;
    } else if (Object.hasOwn(DOUBLE, text) && (!isStraight(text) || open < 0 || reopens)) {
      if (open < 0 || text === closers || closers !== '“”') {
        open = isStraight(text) && !mayOpen(tokens, at) ? -1 : at;
        closers = DOUBLE[text] ?? '';
      }
    } else if (open < 0 && isSingle(text)) {
      const close = closeOfSingle(tokens, at);
      if (close > at + 1) {
        quoted.push({ open: at, close, goesOn: false });
        at = close;
      }
    }
  }
  const before = tokens[open - 1];
  if (open >= 0 && open < tokens.length - 1 && (open === 0 || nextOpens || before?.pos === 'PUNCT')) {
    quoted.push({ open, close: tokens.length, goesOn: nextOpens });
  }
  return quoted;
}

/** A straight mark with a blank before it and none behind it. */
function opensHere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  const after = tokens[at + 1];
  if (!before || !token || !after) return false;
  return before.end < token.start && token.end === after.start && /^[\p{L}\p{N}]/u.test(after.text);
}

function mayOpen(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const after = tokens[at + 1];
  return token !== undefined && after !== undefined && (at === 0 || after.start === token.end);
}

function isSingle(text: string): boolean {
  return text === '‘' || text === "'" || text === '‚' || text === '’';
}

/** Words that are printed with an apostrophe in front. */
const CLIPPED = /^(?:\p{N}|em$|tis$|twas$|til$|cause$|round$|bout$|n$)/iu;

/**
 * The place of the single mark that closes the one at `from`, or -1 where that is an apostrophe.
 *
 * A mark after a final s may be a plural possessive (the voters’ choice): it closes only where a mark follows or
 * precedes it, or nothing else in reach closes. Looks no further than the next mark that opens.
 */
function closeOfSingle(tokens: readonly Token[], from: number): number {
  const opening = tokens[from];
  const first = tokens[from + 1];
  const before = tokens[from - 1];
  if (!opening || !first || first.start !== opening.end || CLIPPED.test(first.text)) return -1;
  if (opening.text === '’' || (before && before.end === opening.start && /[\p{L}\p{N}.]$/u.test(before.text)))
    return -1;
  let doubtful = -1;
  for (let at = from + 1; at < tokens.length; at++) {
    const token = tokens[at];
    const last = tokens[at - 1];
    const next = tokens[at + 1];
    if (!token || !last) break;
    if (token.text !== '’' && token.text !== "'") {
      if (token.text === '‘') break;
      continue;
    }
    if (token.start !== last.end) break;
    if (next && next.start === token.end && /^[\p{L}\p{N}]/u.test(next.text)) continue;
    const bySign = last.pos === 'PUNCT' || !next || next.pos === 'PUNCT' || !/s$/i.test(last.text);
    if (bySign) return at;
    if (doubtful < 0) doubtful = at;
  }
  return doubtful;
}
