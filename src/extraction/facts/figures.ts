import type { Token } from '../token.ts';
import { isPossessive } from './dates.ts';
import { isMonth, isNumber, isScale, isTimeUnit } from './fact-words.ts';
import type { Stretch } from './voices.ts';

/**
 * Counted and measured things in `within`, each as the noun phrase with its qualifier: never a bare number.
 *
 *     The festival drew [more than 2,000 visitors] from [at least 12 countries and regions].
 *     The levy costs [about $3.2 million], or [4.5 per cent of the budget].
 *
 * Dates, durations (36 years) and ordinals (the 2nd conference) are no figures.
 * Misses: one ("one bridge"), fractions in words, numbers with the noun left out ("of the ten, four fell").
 */
export function findFigures(tokens: readonly Token[], within: Stretch): readonly Stretch[] {
  const figures: Stretch[] = [];
  for (let at = within.from; at < within.to; at++) {
    if (!isCount(tokens, at)) continue;
    const to = figureEnd(tokens, at, within.to, NESTED);
    const from = qualifierStart(tokens, at, within.from);
    if (to < 0 || (from === at && isYearLike(tokens, at))) continue;
    figures.push({ from, to });
    at = to - 1;
  }
  return figures;
}

const CURRENCY = new Set(['$', '£', '€', '¥', '₹', 'us$', 'a$', 'c$', 'rs', 'rs.']);

/** A number that counts: not part of a name or a date (Boeing 737, Nov. 19, 9:30, No. 5). */
function isCount(tokens: readonly Token[], at: number): boolean {
  const [before, token] = [tokens[at - 1], tokens[at]];
  if (!token || !isNumber(token.norm)) return false;
  if (!before) return true;
  if (
    isMonth(before.text) ||
    before.norm === 'no.' ||
    /^(?:chapter|article|section|channel|route|page)$/.test(before.norm)
  ) {
    return false;
  }
  // Apollo 11 astronauts: the number belongs to the name. The Senate's 54 members: it does not.
  const named = before.pos === 'PROPN' && before.end < token.start && !CURRENCY.has(before.norm);
  return !(named && /^\p{Lu}/u.test(before.text) && !/^(?:Some|About|Nearly|Over|Under|Around)$/.test(before.text));
}

/** the 2016 campaign: four digits without a comma and a qualifier are rather a year */
function isYearLike(tokens: readonly Token[], at: number): boolean {
  return /^(?:1[5-9]|20)\d\d$/.test(norm(tokens, at));
}

/** How many numbers may count out of each other: two of the first three of ten. */
const NESTED = 2;

/** The place behind the noun that is counted, or -1 where there is none. */
function figureEnd(tokens: readonly Token[], at: number, limit: number, nested: number): number {
  let end = at + 1;
  // 10 to 20 people; 20 and 30 people after "between"; 3.2 million
  while (end < Math.min(limit, at + 6) && (isScale(norm(tokens, end)) || isRange(tokens, end)))
    end += isScale(norm(tokens, end)) ? 1 : 2;
  const money = isMoney(tokens, at) || MONEY_UNITS.has(norm(tokens, end));
  const share = /^(?:%|percent|per|percentage)$/.test(norm(tokens, end));
  if (norm(tokens, end) === 'per' && norm(tokens, end + 1) !== 'cent') return -1;
  if (norm(tokens, end) === 'per' || norm(tokens, end) === 'percentage') end++;
  if (share || MONEY_UNITS.has(norm(tokens, end))) end++;
  if (end > limit) return -1;
  if (money || share) return withOf(tokens, end, limit);
  if (norm(tokens, end) === 'of') return nested > 0 ? afterOf(tokens, at, end, limit, nested - 1) : -1;
  const noun = nounEnd(tokens, end, limit);
  if (noun < 0 || isTimeUnit(norm(tokens, noun - 1)) || isMonth(tokens[end]?.text ?? '')) return -1;
  return withOf(tokens, withSecondNoun(tokens, noun, limit), limit);
}

const MONEY_UNITS = new Set('dollar dollars pound pounds euro euros yen yuan rupees cents pence francs'.split(' '));

function isMoney(tokens: readonly Token[], at: number): boolean {
  return CURRENCY.has(norm(tokens, at - 1));
}

function isRange(tokens: readonly Token[], at: number): boolean {
  const link = norm(tokens, at);
  if (!isNumber(norm(tokens, at + 1))) return false;
  return link === 'to' || link === 'or' || link === '–' || (link === 'and' && norm(tokens, at - 2) === 'between');
}

/** two of the three people; dozens of ships: the things counted come behind "of". */
function afterOf(tokens: readonly Token[], at: number, of: number, limit: number, nested: number): number {
  let start = of + 1;
  if (tokens[start]?.pos === 'DET' || tokens[start]?.pos === 'PRON') start++;
  if (isNumber(norm(tokens, start))) return figureEnd(tokens, start, limit, nested);
  const noun = nounEnd(tokens, start, limit);
  if (noun < 0 || isTimeUnit(norm(tokens, noun - 1)) || (start === of + 1 && tokens[at]?.pos === 'PROPN')) return -1;
  return withSecondNoun(tokens, noun, limit);
}

/** The place behind the last noun of a run of adjectives and nouns; -1 where it holds no noun. */
function nounEnd(tokens: readonly Token[], start: number, limit: number): number {
  let noun = -1;
  for (let at = start; at < limit; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') noun = at + 1;
    else if (
      token.pos !== 'ADJ' &&
      !isPossessive(tokens, at) &&
      !(token.pos === 'VERB' && noun < 0 && /(?:ed|ing)$/.test(token.norm))
    )
      break;
  }
  return noun;
}

/** 120 countries and regions: the second noun is counted with the first, unless a clause of its own begins. */
function withSecondNoun(tokens: readonly Token[], end: number, limit: number): number {
  if (norm(tokens, end) !== 'and' && norm(tokens, end) !== 'or') return end;
  if (isNumber(norm(tokens, end + 1))) return end;
  const second = nounEnd(tokens, end + 1, limit);
  if (second < 0 || tokens[second - 1]?.pos === 'PROPN') return end;
  const next = tokens[second]?.pos;
  return next === 'VERB' || next === 'AUX' || next === 'ADV' ? end : second;
}

/** 4.5 per cent of the voters */
function withOf(tokens: readonly Token[], end: number, limit: number): number {
  if (norm(tokens, end) !== 'of' || end + 1 >= limit) return end;
  let start = end + 1;
  while (start < limit && (tokens[start]?.pos === 'DET' || tokens[start]?.pos === 'PRON')) start++;
  const noun = nounEnd(tokens, start, limit);
  return noun < 0 ? end : withSecondNoun(tokens, noun, limit);
}

/** What may stand before a number and changes what it says; the longest first. */
const QUALIFIERS: readonly (readonly string[])[] = [
  ['at', 'the', 'very', 'least'],
  ['well', 'over'],
  ['more', 'than'],
  ['less', 'than'],
  ['fewer', 'than'],
  ['no', 'more', 'than'],
  ['no', 'fewer', 'than'],
  ['as', 'many', 'as'],
  ['as', 'few', 'as'],
  ['as', 'much', 'as'],
  ['at', 'least'],
  ['at', 'most'],
  ['up', 'to'],
  ['close', 'to'],
  ['an', 'estimated'],
  ['a', 'record'],
  ['an', 'average', 'of'],
  ['a', 'total', 'of'],
];
const QUALIFYING_WORDS = new Set(
  `about around over under above below nearly almost roughly approximately some only just exactly another
  additional all estimated several every`.split(/\s+/),
);

/** less than one-half of 1 per cent */
const FRACTION = /(?:^|-)(?:half|thirds?|quarters?|fifths?|tenths?)$/;

function qualifierStart(tokens: readonly Token[], at: number, from: number): number {
  let start = at;
  if (start > from && isMoney(tokens, at)) start--;
  for (let moved = true; moved; ) {
    moved = false;
    if (norm(tokens, start - 1) === 'of' && start - 2 >= from && FRACTION.test(norm(tokens, start - 2))) {
      start -= 2;
      moved = true;
    }
    // between 20 and 30 people
    if (norm(tokens, start - 1) === 'between' && start > from && norm(tokens, at + 1) === 'and') {
      start--;
      moved = true;
    }
    for (const phrase of QUALIFIERS) {
      const begin = start - phrase.length;
      if (begin < from || !phrase.every((word, offset) => norm(tokens, begin + offset) === word)) continue;
      start = begin;
      moved = true;
    }
    if (!moved && start > from && QUALIFYING_WORDS.has(norm(tokens, start - 1))) {
      start--;
      moved = true;
    }
  }
  return start;
}

function norm(tokens: readonly Token[], at: number): string {
  return tokens[at]?.norm ?? '';
}
