import type { Stretch } from './voices.ts';
import { norm, type Words } from './words.ts';

/** A number as printed, in digits or in words, with what it comes to. */
export interface PrintedNumber extends Stretch {
  /** Null where the words give none: dozens, several hundred. */
  readonly value: number | null;
  /** Whether it is so printed that it is hardly anything else than an amount: 2,000; 3.2; million. */
  readonly isAmount: boolean;
  /** The power of ten that a scale word gives it: 6 in "3.2 million". */
  readonly scale: number;
}

const SMALL = valuesOf(
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
  (index) => index + 1,
);
const TENS = valuesOf('twenty thirty forty fifty sixty seventy eighty ninety', (index) => (index + 2) * 10);
const POWERS: ReadonlyMap<string, number> = new Map([
  ['hundred', 2],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
]);
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['m', 6],
  ['mn', 6],
  ['bn', 9],
  ['b', 9],
  ['tn', 12],
  ['trn', 12],
]);
const PLURALS = new Set('tens dozens scores hundreds thousands millions billions trillions'.split(' '));
const CHARACTERS: ReadonlyMap<string, number> = new Map([
  ['½', 0.5],
  ['¼', 0.25],
  ['¾', 0.75],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
]);

function valuesOf(words: string, value: (index: number) => number): ReadonlyMap<string, number> {
  return new Map(words.split(' ').map((word, index) => [word, value(index)]));
}

/**
 * The number that begins at `at`: 2,000; 3.2 million; twenty-five; three hundred and fifty; a dozen; half a million.
 *
 * "One" is a number only before a scale word or as part of a longer one: it is a pronoun as often. Ordinals, times of
 * day and joined words (2nd, 9:30, 26-year-old) are none.
 *
 * @param isMoney whether a currency stands before it, so that "5m" is hardly five metres
 */
export function numberAt(words: Words, at: number, limit: number, isMoney = false): PrintedNumber | null {
  if (at >= limit) return null;
  const first = norm(words, at);
  const code = first.charCodeAt(0);
  if ((code >= 48 && code <= 57) || code > 127) return inDigits(words, at, limit, first, isMoney);
  return inWords(words, at, limit) ?? vague(words, at, limit);
}

const DIGITS = /^(\d{1,3}(?:,\d{3})+|\d{1,15})(\.\d{1,9})?([½¼¾⅓⅔])?(k|mn?|bn?|tn|trn)?$/;

function inDigits(words: Words, at: number, limit: number, printed: string, isMoney: boolean): PrintedNumber | null {
  const alone = CHARACTERS.get(printed);
  if (alone !== undefined) return { from: at, to: at + 1, value: alone, isAmount: true, scale: 0 };
  const match = DIGITS.exec(printed);
  if (!match) return null;
  const [, whole = '', decimals = '', character, suffix] = match;
  // 5m is five million beside a currency or before what is counted, else five metres.
  if (suffix && !isMoney && !(suffix !== 'b' && words.tokens[at + 1]?.pos === 'NOUN')) return null;
  const mantissa = `${whole.replaceAll(',', '')}${decimals}`;
  const { to, scale } = scaleAfter(words, at + 1, limit, suffix ? (SUFFIXES.get(suffix) ?? 0) : 0);
  const dozen = norm(words, to) === 'dozen' && to < limit;
  const value = (Number(`${mantissa}e${scale}`) + (CHARACTERS.get(character ?? '') ?? 0)) * (dozen ? 12 : 1);
  const isAmount = scale > 0 || decimals !== '' || whole.includes(',');
  return { from: at, to: dozen ? to + 1 : to, value, isAmount, scale };
}

function scaleAfter(words: Words, at: number, limit: number, start: number) {
  let [to, scale] = [at, start];
  for (
    let power = POWERS.get(norm(words, to));
    power && to < Math.min(limit, at + 2);
    power = POWERS.get(norm(words, to))
  ) {
    scale += power;
    to++;
  }
  return { to, scale };
}

/** twenty-five; three hundred and fifty thousand; a million; two dozen */
function inWords(words: Words, at: number, limit: number): PrintedNumber | null {
  const article = /^an?$/.test(norm(words, at)) && at + 1 < limit;
  const halfDozen = norm(words, at) === 'half' && /^an?$/.test(norm(words, at + 1)) && norm(words, at + 2) === 'dozen';
  if (halfDozen && at + 2 < limit) return { from: at, to: at + 3, value: 6, isAmount: true, scale: 0 };
  const halved = norm(words, at) === 'half' && norm(words, at + 1) === 'a' && POWERS.has(norm(words, at + 2));
  if (halved && at + 2 < limit) {
    const power = POWERS.get(norm(words, at + 2)) ?? 0;
    return { from: at, to: at + 3, value: Number(`5e${power - 1}`), isAmount: true, scale: power };
  }
  let [total, group, to, scale] = [0, 0, article ? at + 1 : at, 0];
  let largest = Number.POSITIVE_INFINITY;
  if (article) {
    if (norm(words, to) === 'dozen') return { from: at, to: to + 1, value: 12, isAmount: false, scale: 0 };
    if (!POWERS.has(norm(words, to))) return null;
    group = 1;
    largest = 0;
  }
  const start = to;
  for (; to < limit; to++) {
    const word = norm(words, to);
    const small = smallValue(word);
    const power = POWERS.get(word);
    if (small !== undefined && small < largest) {
      group += small;
      largest = small >= 20 && small % 10 === 0 ? 10 : 0;
    } else if (power === 2 && group > 0 && group < 20) {
      group *= 100;
      scale = 2;
      largest = 100;
    } else if (power && power > 2 && group > 0 && (total === 0 || power < scale)) {
      total += group * 10 ** power;
      group = 0;
      scale = power;
      largest = Number.POSITIVE_INFINITY;
      if (smallValue(norm(words, to + 1)) === undefined && norm(words, to + 1) !== 'and') {
        to++;
        break;
      }
    } else if (word === 'dozen' && group > 0 && total === 0 && scale === 0) {
      return { from: at, to: to + 1, value: group * 12, isAmount: true, scale: 0 };
    } else if (word === 'and' && scale > 0 && (smallValue(norm(words, to + 1)) ?? 100) < 100 && group % 100 === 0) {
      largest = 100;
    } else break;
  }
  if (to === start || (!article && to === at + 1 && norm(words, at) === 'one')) return null;
  return { from: at, to, value: total + group, isAmount: scale > 0, scale };
}

/** two; twenty; twenty-five */
function smallValue(word: string): number | undefined {
  const value = SMALL.get(word) ?? TENS.get(word);
  if (value !== undefined || !word.includes('-')) return value;
  const [tens = '', ones = '', ...more] = word.split('-');
  const [high, low] = [TENS.get(tens), SMALL.get(ones)];
  return high !== undefined && low !== undefined && low < 10 && more.length === 0 ? high + low : undefined;
}

/** dozens; hundreds of thousands; several hundred; a few thousand */
function vague(words: Words, at: number, limit: number): PrintedNumber | null {
  const first = norm(words, at);
  if (PLURALS.has(first)) {
    let to = at + 1;
    while (to + 1 < limit && norm(words, to) === 'of' && PLURALS.has(norm(words, to + 1))) to += 2;
    return { from: at, to, value: null, isAmount: to > at + 1, scale: 0 };
  }
  const start = first === 'a' && norm(words, at + 1) === 'few' ? at + 1 : at;
  if (!/^(?:several|few|many)$/.test(norm(words, start))) return null;
  const { to, scale } = scaleAfter(words, start + 1, limit, 0);
  const dozen = to === start + 1 && norm(words, to) === 'dozen' && to < limit;
  if (scale === 0 && !dozen) return null;
  return { from: at, to: dozen ? to + 1 : to, value: null, isAmount: true, scale };
}

const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
  ['sixth', 1 / 6],
  ['eighth', 1 / 8],
  ['tenth', 1 / 10],
  ['tenths', 1 / 10],
]);

/**
 * The share of a whole that begins at `at`, up to the word before "of": half; a third; two-thirds; three quarters.
 *
 * "The second half", "the other half", "the third" are none, and "a quarter" is one only before "of".
 */
export function shareAt(words: Words, at: number, limit: number): PrintedNumber | null {
  const first = norm(words, at);
  const share = (to: number, value: number): PrintedNumber => ({ from: at, to, value, isAmount: true, scale: 0 });
  if (first.includes('-')) {
    const [count = '', part = '', ...more] = first.split('-');
    const [times, size] = [SMALL.get(count), PARTS.get(part)];
    if (times === undefined || size === undefined || more.length > 0 || at >= limit) return null;
    return share(at + 1, times * size);
  }
  if (first === 'half') {
    const before = norm(words, at - 1);
    return /^(?:first|second|latter|other|the|better|top|bottom|that|this|back|front)$/.test(before)
      ? null
      : share(at + 1, 0.5);
  }
  const times = first === 'a' ? 1 : SMALL.get(first);
  const size = PARTS.get(norm(words, at + 1));
  if (times === undefined || size === undefined || at + 1 >= limit || norm(words, at + 2) !== 'of') return null;
  return share(at + 2, times * size);
}
