import { CAPITAL, MONTH, NUMBER, TIME, TIME_UNIT, WEEKDAY } from './fact-words.ts';
import { numberAt } from './numbers.ts';
import { type Calendar, dayValue, durationValue, monthNumber, relativeValue } from './time-values.ts';
import type { Stretch } from './voices.ts';
import { isIn, isPossessive, norm, type Words } from './words.ts';

/** A time by its words. */
export interface FoundDate extends Stretch {
  /** As in When. */
  readonly value: string | null;
  /** Whether it only says that it was long or short, and so says nothing by itself: many hours. */
  readonly isVague: boolean;
}

const STARTS = NUMBER | TIME | MONTH | WEEKDAY;

/**
 * Words in `within` that say when or how long, each with the preposition before it.
 *
 *     [Yesterday], the bridge closed; it had stood [since late 2012] and served [for 36 years].
 *
 * A year that only modifies ("the 2016 campaign") dates nothing. Misses: feast days, times of day.
 */
export function findDates(words: Words, within: Stretch, calendar: Calendar | null): readonly FoundDate[] {
  if ((words.some & STARTS) === 0) return [];
  const dates: FoundDate[] = [];
  let low = within.from;
  for (let at = within.from; at < within.to; at++) {
    if (!isIn(words, at, STARTS)) continue;
    const date = dateAt(words, at, within.to, calendar);
    if (!date) continue;
    const from = withPreposition(words, at, low);
    dates.push({ from, to: date.to, value: withDayBefore(words, at, date.value, low), isVague: date.isVague === true });
    low = date.to;
    at = date.to - 1;
  }
  return dates;
}

/**
 * Dated things: a noun that a date possesses, with what it was meant to do.
 *
 *     They might repeat [last year’s attempt to get members to sign a declaration] embodying the plan.
 */
export function datedThing(words: Words, { from, to }: Stretch, limit: number): Stretch | null {
  if (!isPossessive(words, to)) return null;
  let end = to + 1;
  while (end < limit && isNominal(words, end)) end++;
  if (end === to + 1) return null;
  const start = words.tokens[from]?.pos === 'ADP' ? from + 1 : from;
  return { from: start, to: norm(words, end) === 'to' ? infinitiveEnd(words, end, limit) : end };
}

function isNominal({ tokens }: Words, at: number): boolean {
  const pos = tokens[at]?.pos;
  return pos === 'NOUN' || pos === 'ADJ' || pos === 'PROPN';
}

/** Words in what is meant to be done, at most. */
const LONGEST_INFINITIVE = 25;

/** Where what is meant to be done ends: at a mark, or before a participle that says more of its last noun. */
function infinitiveEnd(words: Words, from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, from + LONGEST_INFINITIVE); at++) {
    const token = words.tokens[at];
    if (token?.pos === 'PUNCT' || token?.pos === 'AUX' || token?.norm === 'that' || token?.norm === 'which') return at;
    if (token?.pos === 'VERB' && /(?:ing|ed)$/.test(token.norm) && isNominal(words, at - 1)) return at;
  }
  return Math.min(limit, from + LONGEST_INFINITIVE);
}

interface DateAt {
  readonly to: number;
  readonly value: string | null;
  readonly isVague?: boolean;
}

function dateAt(words: Words, at: number, limit: number, calendar: Calendar | null): DateAt | null {
  if (isIn(words, at, WEEKDAY)) return weekday(words, at, limit);
  if (isIn(words, at, MONTH)) return month(words, at, limit);
  const first = norm(words, at);
  // the Alma TODAY poll; it would last four years
  const shouted = isIn(words, at, CAPITAL) && words.tokens[at]?.text === first.toUpperCase();
  const lasts = first === 'last' && (words.tokens[at]?.pos === 'VERB' || LASTING.test(norm(words, at - 1)));
  if (shouted || lasts) return null;
  if (DAYS.has(first)) {
    return { to: partOfDay(words, at + 1, limit), value: relativeValue(first, 'day', calendar) };
  }
  if (RELATIVE.has(first)) return relative(words, at, limit, calendar);
  if (/^\d/.test(first)) {
    const year = yearAt(words, at, limit);
    if (year) return year;
  }
  return countedTime(words, at, limit, calendar);
}

const LASTING = /^(?:will|would|could|should|may|might|can|must|to)$/;

const DAYS = new Set(['yesterday', 'today', 'tonight', 'tomorrow']);
const RELATIVE = new Set('last next this past previous recent coming same following'.split(' '));

/** last year, in recent years, previous year, this coming week; but: following Wednesday’s leak */
function relative(words: Words, at: number, limit: number, calendar: Calendar | null): DateAt | null {
  let end = at + 1;
  while (end < Math.min(limit, at + 5) && (RELATIVE.has(norm(words, end)) || isFewOrNumber(words, end))) end++;
  if (end >= limit) return null;
  const first = norm(words, at);
  const named = isIn(words, end, WEEKDAY | MONTH);
  if (named && first === 'following' && (norm(words, at - 1) !== 'the' || isPossessive(words, end + 1))) return null;
  if (named) return { to: end + 1, value: null };
  if (isPartOfDay(norm(words, end)))
    return first === 'this' ? { to: end + 1, value: relativeValue('today', 'day', calendar) } : null;
  if (!isIn(words, end, TIME_UNIT)) return null;
  // This Week, as a name
  if (isIn(words, end, CAPITAL) && isIn(words, at, CAPITAL)) return null;
  // Over the last year: no calendar year. Last day: no yesterday.
  const unit = norm(words, end);
  const whole = end === at + 1 && norm(words, at - 1) !== 'the' && (unit === 'year' || unit === 'month');
  return { to: end + 1, value: whole ? relativeValue(first, unit, calendar) : null };
}

function isFewOrNumber(words: Words, at: number): boolean {
  return norm(words, at) === 'few' || (isIn(words, at, NUMBER) && words.tokens[at]?.pos === 'NUM');
}

/** 36 years; a decade ago; several months earlier; "after" is part of it only where nothing comes after it */
function countedTime(words: Words, at: number, limit: number, calendar: Calendar | null): DateAt | null {
  const first = norm(words, at);
  const bare = /^(?:an?|one)$/.test(first);
  const number = bare ? null : numberAt(words, at, limit);
  if (!bare && !number && !/^(?:several|many|few|some)$/.test(first)) return null;
  let unit = number ? number.to : at + 1;
  while (unit < limit && unit < at + 5 && FULL.has(norm(words, unit))) unit++;
  if (unit >= limit || !isIn(words, unit, TIME_UNIT) || norm(words, unit + 1) === 'old') return null;
  // for a second day
  if (isIn(words, unit + 1, TIME_UNIT) && unit + 1 < limit) return null;
  // 40 hours a week is a figure.
  if (unit + 2 < limit && /^(?:an?|per|each|every)$/.test(norm(words, unit + 1)) && isIn(words, unit + 2, TIME_UNIT))
    return null;
  // a few days: no number
  const single = bare && unit === at + 1;
  const next = unit + 1 < limit ? norm(words, unit + 1) : '';
  const clause = words.tokens[unit + 2];
  const closed = clause === undefined || clause.pos === 'PUNCT' || clause.pos === 'CCONJ' || clause.pos === 'ADP';
  const since = /^(?:ago|earlier)$/.test(next) || (/^(?:later|before|after)$/.test(next) && closed);
  if (since) {
    const count = single ? 1 : (number?.value ?? null);
    const days = next === 'ago' && count !== null && /^days?$/.test(norm(words, unit));
    return { to: unit + 2, value: days ? relativeValue(`-${count}`, 'day', calendar) : null };
  }
  if (bare && !/^(?:for|in|within|over|every|after)$/.test(norm(words, at - 1))) return null;
  const count = single ? 1 : (number?.value ?? null);
  // six or seven months: no single length
  const ranged = /^(?:or|to)$/.test(norm(words, at - 1)) && isIn(words, at - 2, NUMBER);
  return {
    to: unit + 1,
    value: count === null || ranged ? null : durationValue(count, norm(words, unit)),
    isVague: count === null,
  };
}

const FULL = new Set('few more full consecutive straight'.split(' '));

const DECADE = /^(1[5-9]|20)(\d)0'?s$/;
/** A larger number is rather an amount: a poll of 2047 voters. */
const YEAR = /^(?:1[5-9]\d\d|20[0-3]\d)$/;

/** in 2015; 2010-2015; from 2010 to 2015; the 1990s */
function yearAt(words: Words, at: number, limit: number): DateAt | null {
  const first = norm(words, at);
  const decade = DECADE.exec(first);
  if (decade) return { to: at + 1, value: `${decade[1]}${decade[2]}X` };
  if (!YEAR.test(first)) return null;
  const before = norm(words, at - 1);
  const range = yearRange(words, at, limit, before);
  const to = range?.to ?? at + 1;
  if (!TIMED.has(before) && !range) return null;
  const next = words.tokens[to];
  const modifies = to < limit && /^(?:NOUN|PROPN|NUM|ADJ)$/.test(next?.pos ?? '') && !isIn(words, to, WEEKDAY | MONTH);
  return modifies ? null : { to, value: range?.value ?? first };
}

const TIMED = new Set(
  'in since by until till from of during before after to through late early mid year circa between'.split(' '),
);

function yearRange(words: Words, at: number, limit: number, before: string): DateAt | null {
  if (at + 2 >= limit) return null;
  const [first, link, second] = [norm(words, at), norm(words, at + 1), norm(words, at + 2)];
  const joined = /^[-–—]$/.test(link) && words.tokens[at + 1]?.start === words.tokens[at]?.end;
  const told =
    (before === 'from' && /^(?:to|until|till|through)$/.test(link)) || (before === 'between' && link === 'and');
  if (!joined && !told) return null;
  const last = joined && /^\d\d$/.test(second) ? first.slice(0, 2) + second : second;
  return YEAR.test(last) && last > first ? { to: at + 3, value: `${first}/${last}` } : null;
}

/** Tuesday; Tuesday morning; Tuesday, Nov. 19 */
function weekday(words: Words, at: number, limit: number): DateAt {
  if (norm(words, at + 1) === ',' && at + 2 < limit) {
    const numbered = /^\d{1,2}$/.test(norm(words, at + 2)) && isIn(words, at + 3, MONTH) && at + 3 < limit;
    const date = numbered || isIn(words, at + 2, MONTH) ? month(words, at + (numbered ? 3 : 2), limit) : null;
    if (date) return numbered ? { to: date.to, value: withDayBefore(words, at + 3, date.value, at) } : date;
  }
  return { to: partOfDay(words, at + 1, limit), value: null };
}

function partOfDay(words: Words, at: number, limit: number): number {
  return at < limit && isPartOfDay(norm(words, at)) ? at + 1 : at;
}

function isPartOfDay(word: string): boolean {
  return /^(?:morning|afternoon|evening|night)$/.test(word);
}

const DAY = /^(\d{1,2})(?:st|nd|rd|th)?$/;

/** Nov. 19; June 2015; Nov. 19, 2015; 19 November is found from its month, with the day before it */
function month(words: Words, at: number, limit: number): DateAt | null {
  const number = monthNumber(norm(words, at));
  const before = norm(words, at - 1);
  const dayBefore = DAY.test(before);
  let end = at + 1;
  const printed = !dayBefore && end < limit ? DAY.exec(norm(words, end)) : null;
  const day = printed && Number(printed[1]) >= 1 && Number(printed[1]) <= 31 ? Number(printed[1]) : null;
  if (day !== null) end++;
  let year: string | null = null;
  if (end + 1 < limit && norm(words, end) === ',' && (day !== null || dayBefore) && YEAR.test(norm(words, end + 1))) {
    year = norm(words, end + 1);
    end += 2;
  } else if (end < limit && YEAR.test(norm(words, end))) {
    year = norm(words, end);
    end++;
  }
  const doubtful = DOUBTFUL.has(norm(words, at));
  return doubtful && end === at + 1 && !dayBefore && !LED.has(before)
    ? null
    : { to: end, value: dayValue(year, number, day) };
}

/** Months that are also names of people or other words. */
const DOUBTFUL = new Set('may march mar mar. jan june april august'.split(' '));
const LED = new Set('in of since by until last next this early late mid from during to'.split(' '));

/** The value with the day that stands before its month: 19 November 2015. */
function withDayBefore(words: Words, at: number, value: string | null, low: number): string | null {
  if (value === null || at <= low || !isIn(words, at, MONTH) || !/^[\dX]{4}-\d\d$/.test(value)) return value;
  const day = Number(DAY.exec(norm(words, at - 1))?.[1] ?? 0);
  return day >= 1 && day <= 31 ? `${value}-${String(day).padStart(2, '0')}` : value;
}

const PREPOSITIONS = new Set(
  'in on at since by until till for during from before after through over within around of between'.split(' '),
);
const PART_OF_TIME = new Set('late early mid mid- end beginning start'.split(' '));
const HOW_LONG = new Set('nearly almost about roughly around just some'.split(' '));

/** late 2012; the end of … ; the 1990s; the last year; but not: the Saturday race, the Sept. 11 attacks */
function isPartOfTime(words: Words, at: number): boolean {
  const word = norm(words, at);
  return PART_OF_TIME.has(word) || (word === 'the' && !isIn(words, at + 1, WEEKDAY | MONTH));
}

function withPreposition(words: Words, at: number, low: number): number {
  let start = at;
  if (start > low && DAY.test(norm(words, start - 1)) && isIn(words, at, MONTH)) start--;
  while (start > low && start > at - 6 && isPartOfTime(words, start - 1)) start--;
  if (start > low && isIn(words, start, NUMBER)) {
    if (HOW_LONG.has(norm(words, start - 1))) start--;
    else if (norm(words, start - 1) === 'than' && start - 2 >= low && /^(?:more|less)$/.test(norm(words, start - 2)))
      start -= 2;
    else if (norm(words, start - 1) === 'least' && start - 2 >= low && norm(words, start - 2) === 'at') start -= 2;
  }
  if (start <= low || !PREPOSITIONS.has(norm(words, start - 1))) return start;
  return norm(words, start - 1) === 'of' && norm(words, start - 2) === 'as' && start - 2 >= low ? start - 2 : start - 1;
}
