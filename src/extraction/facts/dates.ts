import type { Token } from '../token.ts';
import { isMonth, isNumber, isTimeUnit, isWeekday } from './fact-words.ts';
import type { Stretch } from './voices.ts';

/**
 * Words in `within` that say when or how long, each with the preposition before it.
 *
 *     [Yesterday], the bridge closed; it had stood [since late 2012] and served [for 36 years].
 *
 * Misses: years that only modify ("the 2016 campaign"), feast days, times of day.
 */
export function findDates(tokens: readonly Token[], within: Stretch): readonly Stretch[] {
  const dates: Stretch[] = [];
  for (let at = within.from; at < within.to; at++) {
    const end = dateEnd(tokens, at, within.to);
    if (end === at) continue;
    dates.push({ from: withPreposition(tokens, at, dates.at(-1)?.to ?? within.from), to: end });
    at = end - 1;
  }
  return dates;
}

/**
 * Dated things in `within`: a noun that a date possesses, with what it was meant to do.
 *
 *     They might repeat [last year’s attempt to get members to sign a declaration] embodying the plan.
 */
export function findDatedThings(tokens: readonly Token[], within: Stretch): readonly Stretch[] {
  return findDates(tokens, within).flatMap(({ from, to }) => {
    if (!isPossessive(tokens, to)) return [];
    let end = to + 1;
    while (end < within.to && isNominal(tokens[end])) end++;
    if (end === to + 1) return [];
    const start = tokens[from]?.pos === 'ADP' ? from + 1 : from;
    return [{ from: start, to: tokens[end]?.norm === 'to' ? infinitiveEnd(tokens, end, within.to) : end }];
  });
}

/** Whether the word at this place makes what stands before it an owner: year ’s, years ’. */
export function isPossessive(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.norm === "'s" || token.text === '’') && token.start === tokens[at - 1]?.end;
}

function isNominal(token: Token | undefined): boolean {
  return token !== undefined && (token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN');
}

/** Words in what is meant to be done, at most. */
const LONGEST_INFINITIVE = 25;

/** Where what is meant to be done ends: at a mark, or before a participle that says more of its last noun. */
function infinitiveEnd(tokens: readonly Token[], from: number, limit: number): number {
  for (let at = from; at < Math.min(limit, from + LONGEST_INFINITIVE); at++) {
    const [before, token] = [tokens[at - 1], tokens[at]];
    if (token?.pos === 'PUNCT' || token?.pos === 'AUX' || token?.norm === 'that' || token?.norm === 'which') return at;
    if (token?.pos === 'VERB' && /(?:ing|ed)$/.test(token.norm) && isNominal(before)) return at;
  }
  return Math.min(limit, from + LONGEST_INFINITIVE);
}

const DAYS = new Set(['yesterday', 'today', 'tonight', 'tomorrow']);
const RELATIVE = new Set('last next this past previous recent coming same following'.split(' '));
const PART_OF_TIME = new Set('late early mid mid- the end beginning start'.split(' '));

/** The place behind a date that begins at `at`; `at` itself where none does. */
function dateEnd(tokens: readonly Token[], at: number, limit: number): number {
  const token = tokens[at];
  if (!token) return at;
  if (DAYS.has(token.norm)) return partOfDay(tokens, at + 1, limit);
  if (isWeekday(token.text)) return dayEnd(tokens, at, limit);
  if (isMonth(token.text)) return monthEnd(tokens, at, limit);
  // last year, in recent years, previous year, this coming week
  if (RELATIVE.has(token.norm)) {
    let end = at + 1;
    while (
      end < Math.min(limit, at + 5) &&
      (RELATIVE.has(norm(tokens, end)) || isNumber(norm(tokens, end)) || norm(tokens, end) === 'few')
    )
      end++;
    const named = isWeekday(tokens[end]?.text ?? '') || isMonth(tokens[end]?.text ?? '');
    const counted = isTimeUnit(norm(tokens, end)) || norm(tokens, end) === 'time';
    return end < limit && (named || (counted && norm(tokens, end) !== 'time')) ? end + 1 : at;
  }
  if (isYear(tokens, at)) return at + 1;
  if (/^(?:the)?(?:1[0-9]|20)\d0s$|^[’']?\d0s$/.test(token.norm)) return at + 1;
  return countedTimeEnd(tokens, at, limit);
}

/** 36 years; a decade ago; several months earlier */
function countedTimeEnd(tokens: readonly Token[], at: number, limit: number): number {
  const counts = isNumber(norm(tokens, at)) || /^(?:a|an|one|several|many|few|some)$/.test(norm(tokens, at));
  if (!counts || at + 1 >= limit) return at;
  let unit = at + 1;
  while (unit < limit && unit < at + 3 && /^(?:few|more|full|consecutive|straight|half|a)$/.test(norm(tokens, unit)))
    unit++;
  if (unit >= limit || !isTimeUnit(norm(tokens, unit))) return at;
  const since = /^(?:ago|earlier|later|before|after)$/.test(norm(tokens, unit + 1)) && unit + 1 < limit;
  const bare = /^(?:a|an|one)$/.test(norm(tokens, at));
  const lasting = /^(?:for|in|within|over|every|after)$/.test(norm(tokens, at - 1));
  return since ? unit + 2 : bare && !lasting ? at : unit + 1;
}

function isYear(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:1[5-9]|20)\d\d$/.test(norm(tokens, at))) return false;
  const before = norm(tokens, at - 1);
  const next = tokens[at + 1];
  const modifies = next?.pos === 'NOUN' || next?.pos === 'PROPN' || next?.pos === 'NUM' || next?.pos === 'ADJ';
  const timed = /^(?:in|since|by|until|till|from|of|during|before|after|to|through|late|early|mid|year|circa)$/.test(
    before,
  );
  return timed && !modifies;
}

/** Tuesday; Tuesday morning; Tuesday, Nov. 19 */
function dayEnd(tokens: readonly Token[], at: number, limit: number): number {
  if (norm(tokens, at + 1) === ',' && isMonth(tokens[at + 2]?.text ?? '')) return monthEnd(tokens, at + 2, limit);
  return partOfDay(tokens, at + 1, limit);
}

function partOfDay(tokens: readonly Token[], at: number, limit: number): number {
  return at < limit && /^(?:morning|afternoon|evening|night)$/.test(norm(tokens, at)) ? at + 1 : at;
}

/** Nov. 19; 19 November is found from its month, with the day before it; June 2015; Nov. 19, 2015 */
function monthEnd(tokens: readonly Token[], at: number, limit: number): number {
  const doubtful = /^(?:may|march|mar|jan|june|april|august)$/.test(norm(tokens, at));
  const before = norm(tokens, at - 1);
  let end = at + 1;
  if (end < limit && /^\d{1,2}(?:st|nd|rd|th)?$/.test(norm(tokens, end))) end++;
  if (end + 1 < limit && norm(tokens, end) === ',' && /^(?:1[5-9]|20)\d\d$/.test(norm(tokens, end + 1))) end += 2;
  else if (end < limit && /^(?:1[5-9]|20)\d\d$/.test(norm(tokens, end))) end++;
  const led = /^(?:in|of|since|by|until|last|next|this|early|late|mid|from|during|to|\d{1,2}(?:st|nd|rd|th)?)$/.test(
    before,
  );
  return doubtful && end === at + 1 && !led ? at : end;
}

const PREPOSITIONS = new Set(
  'in on at since by until till for during from before after through over within around of'.split(' '),
);

function withPreposition(tokens: readonly Token[], at: number, low: number): number {
  let start = at;
  if (start > low && /^\d{1,2}(?:st|nd|rd|th)?$/.test(norm(tokens, start - 1)) && isMonth(tokens[at]?.text ?? ''))
    start--;
  while (start > low && PART_OF_TIME.has(norm(tokens, start - 1))) start--;
  return start > low && PREPOSITIONS.has(norm(tokens, start - 1)) ? start - 1 : start;
}

function norm(tokens: readonly Token[], at: number): string {
  return tokens[at]?.norm ?? '';
}
