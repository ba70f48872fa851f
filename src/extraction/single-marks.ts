import type { Token } from './token.ts';

/** Words that are printed with an apostrophe in front: ’90s, ’em, rock ’n’ roll. */
const CLIPPED = /^(?:\d\ds?|em|tis|twas|til|till|cause|cos|round|bout|n)$/i;

/** Whether a word is a single quotation mark of any style, or an apostrophe by itself. */
export function isSingleMark(token: Token): boolean {
  return token.norm === "'";
}

/** Whether the mark at `at` stands where a single quotation mark opens. */
export function opensSingle(tokens: readonly Token[], at: number): boolean {
  const mark = tokens[at];
  const after = tokens[at + 1];
  if (!mark || !isSingleMark(mark) || !after || after.start !== mark.end || mark.text === '’') return false;
  if (!/^[\p{L}\p{N}[($£€#@"“„«….]/u.test(after.text) && !(isSingleMark(after) && isClipped(tokens, at + 1)))
    return false;
  const before = tokens[at - 1];
  return !before || before.end < mark.start || /^[([{"“„«:–—-]/.test(before.text);
}

function isClipped(tokens: readonly Token[], at: number): boolean {
  return CLIPPED.test(tokens[at + 1]?.text ?? '');
}

/**
 * The place of the mark that closes the single mark at `from`; -1 where that is an apostrophe or nothing closes it.
 *
 * A mark behind a final s may be that of a possessive (the voters’ choice), one behind “in” that of a clipped word
 * (rockin’): it closes only where none does that is sure to. Looks no further than the next mark that opens.
 *
 * @param skip gives for a place that opens words in double marks the place where they end, else -1
 */
export function closeOfSingle(tokens: readonly Token[], from: number, skip: (at: number) => number): number {
  const mustBeSure = isClipped(tokens, from);
  let doubtful = -1;
  let likely = -1;
  for (let at = from + 1; at < tokens.length; at++) {
    const inner = skip(at);
    if (inner >= 0) {
      at = inner;
      continue;
    }
    const token = tokens[at];
    const last = tokens[at - 1];
    const next = tokens[at + 1];
    if (!token || !last) break;
    if (/^[.?!]$/.test(token.text) && (doubtful >= 0 || likely >= 0) && next && next.start > token.end) break;
    if (!isSingleMark(token)) continue;
    if (opensSingle(tokens, at) && (mustBeSure || !isClipped(tokens, at))) break;
    if (token.start !== last.end || at === from + 1) continue;
    if (next && next.start === token.end && /^[\p{L}\p{N}]/u.test(next.text)) continue;
    if (last.pos === 'PUNCT' && !isSingleMark(last)) return at;
    if (mustBeSure || isApostrophized(tokens, at - 1)) continue;
    const followed = !next || next.pos === 'PUNCT';
    if (!/(?:s|\p{L}{2}in|\p{N})$/iu.test(last.text)) return at;
    if (followed && likely < 0) likely = at;
    else if (!followed && doubtful < 0 && !hasStop(tokens, from, at)) doubtful = at;
  }
  return likely >= 0 ? likely : doubtful;
}

/** ’n’ and ’em’: a clipped word whose own apostrophe stands before it. */
function isApostrophized(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const token = tokens[at];
  return token !== undefined && before?.end === token.start && isSingleMark(before) && CLIPPED.test(token.text);
}

/** How many words a stop is looked for in: only one possessive is ever looked at. */
function hasStop(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (/^[.?!]$/.test(tokens[at]?.text ?? '')) return true;
  return false;
}
