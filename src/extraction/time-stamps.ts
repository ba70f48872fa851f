import type { Token } from './token.ts';
import { isTimeWord } from './words-of-time.ts';

/** Where the time ends that stands alone before an entry of a live report: “16.05 The mayor says …”; 0 without one. */
export function stampEnd(tokens: readonly Token[]): number {
  const [time] = tokens;
  if (!time || !/^(?:[01]?\d|2[0-3])[.:][0-5]\d(?:[ap]m)?$/i.test(time.text)) return 0;
  let end = 1;
  while (/^(?:[ap]\.?m\.?|[A-Z]{2,4}|[–—:-])$/.test(tokens[end]?.text ?? '') && end < 4) end++;
  const next = tokens[end];
  const isName = next !== undefined && /^[\p{Lu}“"‘']/u.test(next.text) && !isTimeWord(next.norm);
  return isName && tokens.length > end + 2 ? end : 0;
}
