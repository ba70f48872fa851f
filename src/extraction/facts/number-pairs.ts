import { DASH } from './fact-words.ts';
import { numberAt, type PrintedNumber } from './numbers.ts';
import { currencyBefore, unitAt } from './units.ts';
import { isIn, norm, type Words } from './words.ts';

/** A number that belongs to the one before it. */
export interface Pair {
  readonly second: PrintedNumber;
  readonly kind: 'range' | 'score';
}

/** The second number of a range (10 to 20, $1 million–$2 million) or of a score (51-49). */
export function secondNumber(words: Words, first: PrintedNumber, low: number, limit: number): Pair | null {
  let link = first.to;
  const unit = unitAt(words, link, limit);
  if (unit) link = unit.to;
  const word = norm(words, link);
  const between = word === 'and' && isBetween(words, first.from, low);
  const dash = isIn(words, link, DASH);
  if (link + 1 >= limit || !(word === 'to' || word === 'or' || between || dash)) return null;
  const { tokens } = words;
  // A hyphen joins only what it touches: 10-15, but no 10 - 15.
  if (dash && (tokens[link - 1]?.end !== tokens[link]?.start || tokens[link]?.end !== tokens[link + 1]?.start))
    return null;
  let start = link + 1;
  const currency = currencyBefore(words, start + 1, start);
  if (currency) start++;
  const second = numberAt(words, start, limit, currency !== null || currencyBefore(words, first.from, low) !== null);
  if (!second || second.value === null || first.value === null) return null;
  const own = currencyBefore(words, first.from, low);
  if (currency && own?.name !== currency.name) return null;
  // It paid $5 to 20 guards.
  if (own && !currency && (first.value > second.value || (!dash && second.scale === 0))) return null;
  if (unit && unitAt(words, second.to, limit)?.name !== unit.name) return null;
  // It rose from 10 to 15 per cent: no range.
  if (word === 'to' && first.from > low && norm(words, first.from - (own ? 2 : 1)) === 'from') return null;
  if (isIn(words, second.to, DASH) && dash && tokens[second.to]?.start === tokens[second.to - 1]?.end) return null;
  // It rose 5 percent to 10 percent.
  if (word === 'to' && isChange(words, own?.from ?? first.from, low)) return null;
  // Clinton 72 percent to 8 percent
  const descends = first.value > second.value;
  if (unit && descends) return word === 'to' || dash ? { second, kind: 'score' } : null;
  const isScore = word !== 'or' && !between && !unit && !currency && (descends || isContest(words, first, second, low));
  if (isScore) return word === 'to' || dash ? scored(words, first, second, low) : null;
  const scaled = first.scale === 0 && second.scale > 0 && !currency ? second.scale : 0;
  return first.value * 10 ** scaled <= second.value ? { second, kind: 'range' } : null;
}

function isChange(words: Words, from: number, low: number): boolean {
  for (let at = from - 1; at >= Math.max(low, from - 3); at--) if (CHANGES.has(norm(words, at))) return true;
  return false;
}

const CHANGES = new Set(
  `rose rise rises risen fell fall falls fallen grew grow grown dropped drop climbed climb declined decline increased
  increase decreased decrease jumped slipped gained lost cut up down`.split(/\s+/),
);

/** Whether the number at `from` is the first of two: between about 20 and 30. */
export function isBetween(words: Words, from: number, low: number): boolean {
  for (let at = from - 1; at >= Math.max(low, from - 3); at--) if (norm(words, at) === 'between') return true;
  return false;
}

/** Two small numbers are a score only where something was won, lost or voted. */
function scored(words: Words, first: PrintedNumber, second: PrintedNumber, low: number): Pair | null {
  const both = first.isAmount && second.isAmount;
  return both || isContest(words, first, second, low) ? { second, kind: 'score' } : null;
}

function isContest(words: Words, first: PrintedNumber, second: PrintedNumber, low: number): boolean {
  for (let at = second.to; at < second.to + 2; at++) if (CONTESTS.has(norm(words, at))) return true;
  for (let at = first.from - 1; at >= Math.max(low, first.from - 6); at--)
    if (CONTESTS.has(norm(words, at))) return true;
  return false;
}

const CONTESTS = new Set(
  `vote votes voted voting won win wins winning lost lose loses losing beat beats beating beaten defeat defeated victory score
  scored led leads leading lead trailed trails passed approved rejected ruled ruling majority margin decision`.split(
    /\s+/,
  ),
);
