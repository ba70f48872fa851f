import { CAPITAL, COMMA, MONTH, NAME, PLACE, TIME_UNIT } from './fact-words.ts';
import type { FoundFigure } from './figures.ts';
import { nounEnd } from './noun-phrases.ts';
import { numberAt } from './numbers.ts';
import { qualifierBefore } from './qualifiers.ts';
import { joinedUnit } from './units.ts';
import { isIn, isPossessive, norm, type Words, wordsOf } from './words.ts';

/**
 * How old somebody is.
 *
 *     [a 26-year-old] came; [a 26-year-old man] came; she is [26 years old]; [aged 26]; [Jo Lane, 26], left; [she was 92].
 */
export function ageAt(words: Words, at: number, low: number, limit: number): FoundFigure | null {
  return joinedAge(words, at, low, limit) ?? ageInWords(words, at, low, limit) ?? ageBehindName(words, at, low, limit);
}

const YEARS = 'years old';

const JOINED_AGE = /^(\d{1,3}|[a-z]+(?:-[a-z]+)?)-(year|month|week|day)s?-olds?$/;

function joinedAge(words: Words, at: number, low: number, limit: number): FoundFigure | null {
  const printed = norm(words, at);
  if (!printed.includes('-old')) return null;
  const [, count, unit] = JOINED_AGE.exec(printed) ?? [];
  const value = count === undefined ? null : valueOfOne(count);
  if (value === null) return null;
  const noun = ownerEnd(words, at + 1, nounEnd(words, at + 1, limit));
  const { from, relation } = qualifierBefore(words, at, low);
  const counts = noun > at + 1 ? { from: at + 1, to: noun } : null;
  return { from, to: counts?.to ?? at + 1, value, relation, unit: `${unit}s old`, counts };
}

/** Her 22-year-old daughter’s treatment: it is not the treatment that is 22. */
function ownerEnd(words: Words, start: number, end: number): number {
  for (let at = start; at < end; at++) if (isPossessive(words, at)) return at;
  return end;
}

/** The value of a number that is one word, or joined with hyphens. */
function valueOfOne(printed: string): number | null {
  if (/^\d/.test(printed)) return Number(printed.replaceAll(',', ''));
  if (printed === 'one') return 1;
  const token = { start: 0, end: 0, text: printed, norm: printed, pos: 'NUM' } as const;
  return numberAt(wordsOf([token]), 0, 1)?.value ?? null;
}

function ageInWords(words: Words, at: number, low: number, limit: number): FoundFigure | null {
  const aged = norm(words, at) === 'aged';
  const number = numberAt(words, aged ? at + 1 : at, limit);
  if (number?.value == null) return null;
  const old = /^years?$/.test(norm(words, number.to)) && norm(words, number.to + 1) === 'old' && number.to + 1 < limit;
  if (aged) {
    const plain = number.value < 120 && !number.isAmount && !isIn(words, number.to, TIME_UNIT);
    return plain ? { from: at, to: number.to, value: number.value, relation: '=', unit: YEARS, counts: null } : null;
  }
  if (!old) return null;
  const { from, relation } = qualifierBefore(words, at, low);
  return { from, to: number.to + 2, value: number.value, relation, unit: YEARS, counts: null };
}

/** Jo Lane, 26, left; a place in a list of numbers (Alma, 26, Bristow, 14) has one word mostly. */
function ageBehindName(words: Words, at: number, low: number, limit: number): FoundFigure | null {
  const age = norm(words, at);
  if (!/^\d{1,3}$/.test(age) || Number(age) < 3 || Number(age) > 115 || at - 2 < low) return null;
  // She was 92.
  const told = /^(?:is|was)$/.test(norm(words, at - 1)) && /^(?:he|she)$/.test(norm(words, at - 2));
  const next = norm(words, at + 1);
  const ends =
    at + 1 >= words.tokens.length || next === ',' || next === '.' || next === ';' || next === '"' || next === '”';
  if (!ends || at >= limit) return null;
  if (told)
    return {
      from: at - 2,
      to: at + 1,
      value: Number(age),
      relation: '=',
      unit: YEARS,
      counts: { from: at - 2, to: at - 1 },
    };
  if (!isIn(words, at - 1, COMMA)) return null;
  let from = at - 1;
  while (from > low && from > at - 6 && isNameOfPerson(words, from - 1)) from--;
  if (at - 1 - from < 2 || isIn(words, from - 1, COMMA)) return null;
  return { from, to: at + 1, value: Number(age), relation: '=', unit: YEARS, counts: { from, to: at - 1 } };
}

function isNameOfPerson(words: Words, at: number): boolean {
  return isIn(words, at, NAME) && isIn(words, at, CAPITAL) && !isIn(words, at, MONTH | PLACE);
}

/**
 * What a joined word measures.
 *
 *     [a 10-point lead], [a two-year inquiry], [a 65-page report]
 */
export function joinedFigure(words: Words, at: number, low: number, limit: number): FoundFigure | null {
  const printed = norm(words, at);
  const hyphen = printed.lastIndexOf('-');
  if (hyphen <= 0) return null;
  const unit = joinedUnit(printed.slice(hyphen + 1));
  const value = unit === null ? null : valueOfOne(printed.slice(0, hyphen));
  if (value === null || Number.isNaN(value)) return null;
  const { from, relation } = qualifierBefore(words, at, low);
  // 39-year old, as it is misprinted
  const old = unit === 'years' && norm(words, at + 1) === 'old' && at + 1 < limit;
  if (old) {
    const end = nounEnd(words, at + 2, limit);
    const counts = end > at + 2 ? { from: at + 2, to: end } : null;
    return { from, to: counts?.to ?? at + 2, value, relation, unit: YEARS, counts };
  }
  // A 10-point lead: the tagger takes some of these for verbs.
  const isNoun = /^(?:a|an|the|his|her|its|their)$/.test(norm(words, at - 1)) && words.tokens[at + 1]?.pos === 'VERB';
  const noun = isNoun && at + 1 < limit ? at + 2 : nounEnd(words, at + 1, limit);
  if (noun <= at + 1) return null;
  return { from, to: noun, value, relation, unit, counts: { from: at + 1, to: noun } };
}
