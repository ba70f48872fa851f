import type { FigureRelation } from '../quotation.ts';
import { CAPITAL, MONTH, NUMBER, TIME_UNIT, WEEKDAY } from './fact-words.ts';
import { ageAt, joinedFigure } from './joined-figures.ts';
import { nounEnd, withOf, withSecondNoun } from './noun-phrases.ts';
import { isBetween, type Pair, secondNumber } from './number-pairs.ts';
import { numberAt, type PrintedNumber } from './numbers.ts';
import { qualifierAfter, qualifierBefore } from './qualifiers.ts';
import { partOfWhole } from './shares.ts';
import { currencyBefore, perEnd, type Unit, unitAt } from './units.ts';
import type { Stretch } from './voices.ts';
import { isIn, norm, type Words } from './words.ts';

/** A figure by its words: what Figure has by spans. */
export interface FoundFigure extends Stretch {
  readonly value: number | null;
  readonly high?: number;
  readonly against?: number;
  readonly relation: FigureRelation;
  readonly unit: string | null;
  readonly counts: Stretch | null;
  readonly per?: Stretch;
}

/**
 * Counted and measured things in `within`, each as the noun phrase with its qualifier.
 *
 *     The festival drew [more than 2,000 visitors] from [at least 12 countries and regions].
 *     The levy costs [about $3.2 million a ship], or [4.5 per cent of the budget].
 *     The council voted [51-49]; [a third of its members] are [45 years old].
 *
 * A bare number is one where it is qualified or so long that it is hardly anything else: a crowd of [about 700],
 * it had [3,797]. Years, times, durations (36 years), ordinals, addresses and numbers in names are no figures.
 * Misses: one ("one bridge"), small numbers with the noun left out ("of the ten, four fell").
 */
export function findFigures(words: Words, within: Stretch): readonly FoundFigure[] {
  if ((words.some & NUMBER) === 0) return [];
  const figures: FoundFigure[] = [];
  let low = within.from;
  for (let at = within.from; at < within.to; at++) {
    if (!isIn(words, at, NUMBER)) continue;
    const start = startOfNumber(words, at, low);
    const found = figureAt(words, start, low, within.to);
    if (found.figure) {
      figures.push(found.figure);
      low = found.figure.to;
    }
    at = Math.max(at, found.to - 1);
  }
  return figures;
}

/** "a" in "a dozen", "several" in "several hundred", "half" in "half a million". */
function startOfNumber(words: Words, at: number, low: number): number {
  if (at <= low) return at;
  if (!/^(?:an?|several|few|many)$/.test(norm(words, at - 1)) || !SCALED.has(norm(words, at))) return at;
  if (norm(words, at - 2) === 'half' && norm(words, at) !== 'third' && at - 2 >= low) return at - 2;
  return norm(words, at - 1) === 'few' && norm(words, at - 2) === 'a' && at - 2 >= low ? at - 2 : at - 1;
}

const SCALED = new Set(
  'hundred thousand million billion trillion dozen third quarter fifth sixth eighth tenth'.split(' '),
);

interface Tried {
  readonly figure: FoundFigure | null;
  /** How far the number reaches, whether it is a figure or not. */
  readonly to: number;
}

function figureAt(words: Words, at: number, low: number, limit: number): Tried {
  const special =
    ageAt(words, at, low, limit) ?? joinedFigure(words, at, low, limit) ?? partOfWhole(words, at, low, limit);
  if (special) return { figure: special, to: special.to };
  const rate = timeRate(words, at, low, limit);
  if (rate) return { figure: rate, to: rate.to };
  const currency = currencyBefore(words, at, low);
  const first = numberAt(words, at, limit, currency !== null);
  if (!first) return { figure: null, to: at + 1 };
  const pair = secondNumber(words, first, low, limit);
  if (!currency && !isCount(words, first, pair)) return { figure: null, to: first.to };
  const last = pair?.second ?? first;
  const unit = unitAt(words, last.to, limit);
  const to = unit?.to ?? last.to;
  const figure = measured(words, { first, pair, currency, unit, to, low, limit });
  return { figure, to: figure?.to ?? last.to };
}

/** 40 hours a week: by itself, 40 hours is a duration. */
function timeRate(words: Words, at: number, low: number, limit: number): FoundFigure | null {
  const number = numberAt(words, at, limit);
  if (!number || !isIn(words, number.to, TIME_UNIT) || number.to >= limit) return null;
  const per = number.to + 1;
  const to = perEnd(words, per, limit, false);
  if (to === per || !isIn(words, to - 1, TIME_UNIT)) return null;
  const { from, relation } = qualifierBefore(words, at, low);
  const unit = norm(words, number.to).replace(/s?$/, 's');
  return { from, to, value: number.value, relation, unit, counts: null, per: { from: per, to } };
}

/** A number that counts: not part of a name, a date, a time or an address (Boeing 737, Nov. 19, 5 p.m., 24/7, No. 5). */
function isCount(words: Words, { from, to }: PrintedNumber, pair: Pair | null): boolean {
  const { tokens } = words;
  const [before, next] = [tokens[from - 1], tokens[to]];
  if (next && (/^(?:a\.?m\.?|p\.?m\.?|st|nd|rd|th)$/.test(next.norm) || isIn(words, to, MONTH))) return false;
  if (next?.text === '/' && next.start === tokens[to - 1]?.end) return false;
  if (isAddress(words, to)) return false;
  if (!before) return true;
  // a 9-to-6 vote
  if (before.text === '-' && before.end === tokens[from]?.start && norm(words, from - 2).endsWith('-to')) return false;
  if (before.text === '/' && before.end === tokens[from]?.start) return false;
  if (isIn(words, from - 1, MONTH) || NUMBERED.has(before.norm)) return false;
  // Apollo 11 astronauts: the number belongs to the name. The Senate's 54 members: it does not.
  const named = before.pos === 'PROPN' && isIn(words, from - 1, CAPITAL) && before.end < (tokens[from]?.start ?? 0);
  // Alma beat Bristow 51-49: a score belongs to no name.
  return !named || pair?.kind === 'score' || LEADING.has(before.norm);
}

const NUMBERED = new Set(
  'no. nos. # chapter article section channel route page grade level title interstate phase version apartment suite room box'.split(
    ' ',
  ),
);

/** Capitals at the start of a sentence that the tagger may take for a name. */
const LEADING = new Set('some about nearly over under around almost only just roughly approximately'.split(' '));

/** 100 Haven Avenue */
function isAddress(words: Words, at: number): boolean {
  for (let place = at; place < at + 4 && isIn(words, place, CAPITAL); place++) {
    if (place > at && STREETS.has(norm(words, place))) return true;
  }
  return false;
}

const STREETS = new Set(
  'street st. avenue ave. ave road rd. drive boulevard blvd. lane court place way square highway parkway'.split(' '),
);

interface Parts {
  readonly first: PrintedNumber;
  readonly pair: Pair | null;
  readonly currency: Unit | null;
  readonly unit: Unit | null;
  readonly to: number;
  readonly low: number;
  readonly limit: number;
}

/** Puts a number, its unit, what it counts and what qualifies it together; null where nothing is counted. */
function measured(words: Words, { first, pair, currency, unit, to: bare, low, limit }: Parts): FoundFigure | null {
  const after = qualifierAfter(words, bare, limit);
  let to = after?.to ?? bare;
  const measure = currency ?? unit;
  let counts: Stretch | null = null;
  let per = perEnd(words, to, limit, measure !== null);
  let perFrom = to;
  if (per > to) to = per;
  else {
    counts = counted(words, first, to, limit, measure);
    to = counts?.to ?? to;
    perFrom = to;
    per = perEnd(words, to, limit, false);
    if (counts && per > to) to = per;
  }
  const start = currency?.from ?? first.from;
  const qualifier = qualifierBefore(
    words,
    isBetween(words, start, low) && norm(words, start - 1) === 'between' ? start - 1 : start,
    low,
  );
  // Two others; but: at least 10 times
  const isSmall = !first.isAmount && (first.value ?? 0) < 10 && !qualifier.isMeasuring;
  if (counts && !measure && isSmall && EMPTY.has(norm(words, counts.to - 1))) return null;
  const group = !counts && !measure ? groupBefore(words, qualifier.from, low) : null;
  if (
    !measure &&
    !counts &&
    !isBareFigure(words, first, pair, qualifier.isMeasuring || after !== null || group !== null, limit)
  )
    return null;
  if (!measure && !pair && qualifier.from === start && isYearLike(words, first)) return null;
  const scaled =
    pair?.kind === 'range' && first.scale === 0 && !(currency && norm(words, first.to + 1) === '$')
      ? pair.second.scale
      : 0;
  return {
    from: group?.from ?? qualifier.from,
    to,
    value: first.value === null || scaled === 0 ? first.value : first.value * 10 ** scaled,
    ...(pair?.second.value != null ? { [pair.kind === 'range' ? 'high' : 'against']: pair.second.value } : {}),
    relation: qualifier.relation === '=' ? (after?.relation ?? '=') : qualifier.relation,
    unit: measure?.name ?? null,
    counts: counts ?? group?.noun ?? null,
    ...(per > perFrom ? { per: { from: perFrom, to: per } } : {}),
  };
}

/** four digits without a comma and a qualifier are rather a year: the 2016 campaign */
function isYearLike(words: Words, first: PrintedNumber): boolean {
  return first.to === first.from + 1 && /^(?:1[5-9]\d\d|20[0-3]\d)$/.test(norm(words, first.from));
}

/** about 700; 3,797; 3.2 million; 51-49 */
function isBareFigure(
  words: Words,
  first: PrintedNumber,
  pair: Pair | null,
  isMeasuring: boolean,
  limit: number,
): boolean {
  if (isIn(words, first.to, TIME_UNIT) && first.to < limit) return false;
  if (pair) return pair.kind === 'score' || isMeasuring;
  if (first.value === null || isYearLike(words, first)) return false;
  return isMeasuring || first.isAmount;
}

/** The things that a number counts, from the place behind it and its unit. */
function counted(words: Words, first: PrintedNumber, at: number, limit: number, measure: Unit | null): Stretch | null {
  if (norm(words, at) === 'of' && at < limit) {
    const end = measure ? withOf(words, at, limit) : ofWhat(words, first, at, limit);
    return end > at + 1 ? { from: at + 1, to: end } : null;
  }
  if (isIn(words, at, WEEKDAY | MONTH)) return null;
  const noun = nounEnd(words, at, limit);
  if (noun <= at || isIn(words, noun - 1, TIME_UNIT)) return null;
  if (measure) return isIn(words, at, CAPITAL) || measure.kind === 'measure' ? null : { from: at, to: noun };
  const second = withSecondNoun(words, noun, limit);
  const end = withOf(words, second, limit);
  return { from: at, to: end };
}

/** What is counted, but tells nothing: two others, three times, both sides. */
const EMPTY = new Set(
  'others other things times ways ones sides words steps reasons kinds types sorts fronts thing time way left'.split(
    ' ',
  ),
);

/** two of the three people; dozens of ships: the things counted come behind "of". */
function ofWhat(words: Words, first: PrintedNumber, of: number, limit: number): number {
  let start = of + 1;
  const pos = words.tokens[start]?.pos;
  if (pos === 'DET' || pos === 'PRON') start++;
  const isNumber = numberAt(words, start, limit);
  if (isNumber) start = isNumber.to;
  const noun = nounEnd(words, start, limit);
  const named = first.from > 0 && start === of + 1 && words.tokens[first.from]?.pos === 'PROPN';
  if (noun <= start || isIn(words, noun - 1, TIME_UNIT) || named) return -1;
  return withSecondNoun(words, noun, limit);
}

/** a population of [769,025]; a crowd of [about 700] */
function groupBefore(words: Words, start: number, low: number): (Stretch & { readonly noun: Stretch }) | null {
  const noun = start - 2;
  if (noun < low || norm(words, start - 1) !== 'of' || words.tokens[noun]?.pos !== 'NOUN') return null;
  if (isIn(words, noun, TIME_UNIT | MONTH) || NO_GROUP.has(norm(words, noun))) return null;
  let from = noun;
  while (from > low && from > noun - 4 && /^(?:ADJ|NOUN)$/.test(words.tokens[from - 1]?.pos ?? '')) from--;
  const bare = from;
  if (from > low && words.tokens[from - 1]?.pos === 'DET') from--;
  return { from, to: start, noun: { from: bare, to: noun + 1 } };
}

const NO_GROUP = new Set(
  'front instead outside because most some any all part age end start class summer spring fall version score'.split(
    ' ',
  ),
);
