import { CAPITAL, TIME_UNIT } from './fact-words.ts';
import type { Stretch } from './voices.ts';
import { isIn, norm, type Words } from './words.ts';

/** A unit as printed around a number, under one name for its spellings. */
export interface Unit extends Stretch {
  readonly name: string;
  readonly kind: 'money' | 'share' | 'measure';
}

/** A sign does not say whose dollars they are, so neither does the name. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ['$', 'dollars'],
  ['£', 'pounds sterling'],
  ['€', 'euros'],
  ['¥', '¥'],
  ['₹', 'rupees'],
  ['₩', 'won'],
  ['₽', 'roubles'],
]);

const COUNTRIES: ReadonlyMap<string, string> = new Map([
  ['us', 'US'],
  ['u.s.', 'US'],
  ['a', 'Australian'],
  ['au', 'Australian'],
  ['c', 'Canadian'],
  ['ca', 'Canadian'],
  ['hk', 'Hong Kong'],
  ['nz', 'New Zealand'],
  ['s', 'Singapore'],
]);

const CODES: ReadonlyMap<string, string> = new Map([
  ['usd', 'US dollars'],
  ['eur', 'euros'],
  ['gbp', 'pounds sterling'],
  ['jpy', 'Japanese yen'],
  ['cny', 'Chinese yuan'],
  ['rmb', 'Chinese yuan'],
  ['chf', 'Swiss francs'],
  ['rs', 'rupees'],
  ['rs.', 'rupees'],
]);

const MONEY = new Map<string, string>(
  'dollar pound euro yen yuan rupee rouble ruble peso franc krona shilling rand naira'
    .split(' ')
    .flatMap((word) => [[word, `${word}s`] as const, [`${word}s`, `${word}s`] as const]),
)
  .set('yen', 'yen')
  .set('yuan', 'yuan')
  .set('rand', 'rand')
  .set('cent', 'cents')
  .set('cents', 'cents')
  .set('pence', 'pence');

const MEASURES = new Map<string, string>();
for (const line of `
  kilometres km kms kilometre kilometres kilometer kilometers
  metres metre metres meter meters
  centimetres cm centimetre centimetres centimeter centimeters
  millimetres mm millimetre millimetres millimeter millimeters
  miles mile miles
  feet ft foot feet
  inches inch inches
  yards yard yards
  kilograms kg kilo kilos kilogram kilograms
  grams gram grams
  tonnes tonne tonnes
  tons ton tons
  pounds lb lbs lbs.
  ounces ounce ounces oz
  litres litre litres liter liters
  gallons gallon gallons
  barrels barrel barrels
  acres acre acres
  hectares hectare hectares
  knots knot knots
  mph mph
  km/h km/h kph kmh
  megawatts megawatt megawatts mw
  gigawatts gigawatt gigawatts gw
  kilowatts kilowatt kilowatts kw
  gigabytes gigabyte gigabytes gb
  terabytes terabyte terabytes tb
  megabytes megabyte megabytes mb
`
  .trim()
  .split('\n')) {
  const [name = '', ...printed] = line.trim().split(' ');
  for (const one of printed) MEASURES.set(one, name);
}

/** The currency before the number at `at`: $, US$, EUR. */
export function currencyBefore(words: Words, at: number, low: number): Unit | null {
  if (at <= low) return null;
  const before = norm(words, at - 1);
  const sign = SIGNS.get(before);
  if (sign === undefined) {
    const code = CODES.get(before);
    return code === undefined ? null : { from: at - 1, to: at, name: code, kind: 'money' };
  }
  const country = COUNTRIES.get(norm(words, at - 2));
  const joined = words.tokens[at - 2]?.end === words.tokens[at - 1]?.start;
  if (country === undefined || !joined || at - 2 < low) return { from: at - 1, to: at, name: sign, kind: 'money' };
  return { from: at - 2, to: at, name: `${country} ${sign}`, kind: 'money' };
}

/** The unit behind a number, from `at` on: %, per cent, percentage points, dollars, square miles, degrees Celsius. */
export function unitAt(words: Words, at: number, limit: number): Unit | null {
  if (at >= limit) return null;
  const first = norm(words, at);
  const second = at + 1 < limit ? norm(words, at + 1) : '';
  const unit = (length: number, name: string, kind: Unit['kind']): Unit => ({ from: at, to: at + length, name, kind });
  switch (first) {
    case '%':
    case 'percent':
    case 'pct':
      return second === 'point' || second === 'points'
        ? unit(2, 'percentage points', 'measure')
        : unit(1, 'percent', 'share');
    case 'per':
      return second === 'cent' ? unit(2, 'percent', 'share') : null;
    case 'percentage':
      return second === 'point' || second === 'points' ? unit(2, 'percentage points', 'measure') : null;
    case 'point':
    case 'points':
      return unit(1, 'points', 'measure');
    case 'us':
    case 'u.s.':
      return MONEY.get(second) === 'dollars' ? unit(2, 'US dollars', 'money') : null;
    case '°':
    case 'degree':
    case 'degrees': {
      const scale = /^(?:celsius|centigrade|c)$/.test(second)
        ? ' Celsius'
        : /^f(?:ahrenheit)?$/.test(second)
          ? ' Fahrenheit'
          : '';
      if (scale) return unit(2, `degrees${scale}`, 'measure');
      return first === '°' ? unit(1, 'degrees', 'measure') : null;
    }
    case 'square':
    case 'cubic': {
      const side = MEASURES.get(second);
      return side === undefined ? null : unit(2, `${first} ${side}`, 'measure');
    }
  }
  const theirs = isIn(words, at, CAPITAL) ? MONEY.get(second) : undefined;
  if (theirs !== undefined) return unit(2, `${words.tokens[at]?.text ?? ''} ${theirs}`, 'money');
  const money = MONEY.get(first);
  if (money !== undefined) return unit(1, money, 'money');
  const measure = MEASURES.get(first);
  return measure === undefined ? null : unit(1, measure, 'measure');
}

const COMPOUND_UNITS = new Set('page seat vote member story storey delegate person count game hole'.split(' '));

/** The unit in a joined word behind its number: mile in "50-mile", year in "two-year", point in "10-point". */
export function joinedUnit(printed: string): string | null {
  if (printed === 'point' || printed === 'points') return 'points';
  if (printed === 'percent') return 'percent';
  const measure = MEASURES.get(printed) ?? MONEY.get(printed);
  if (measure !== undefined) return measure;
  if (JOINED_TIMES.has(printed)) return `${printed}s`;
  return COMPOUND_UNITS.has(printed) ? `${printed}s` : null;
}

const JOINED_TIMES = new Set('second minute hour day week month year decade'.split(' '));

/**
 * What an amount is paid or counted for, from `at` on: an hour; a ship; per person; for every 1,000 residents.
 * Gives the place behind it, or `at` where there is none.
 */
export function perEnd(words: Words, at: number, limit: number, isUnit: boolean): number {
  let start = at;
  const first = norm(words, start);
  if (first === 'apiece' && start < limit) return start + 1;
  const every = first === 'for' && /^(?:every|each)$/.test(norm(words, start + 1));
  if (every) start += 2;
  else if (first === 'per' || first === 'each' || first === 'every') start++;
  else if (/^an?$/.test(first) && (isUnit || isIn(words, start + 1, TIME_UNIT))) start++;
  else return at;
  if (words.tokens[start]?.pos === 'NUM') start++;
  if (first === 'each' && isUnit && words.tokens[start]?.pos !== 'NOUN') return start;
  const noun = words.tokens[start];
  const next = words.tokens[start + 1];
  if (!noun || start >= limit || noun.pos !== 'NOUN') return at;
  // $5 million a judge awarded
  const verb = next?.pos === 'VERB' && start + 1 < limit;
  return verb && /^an?$/.test(first) && !isIn(words, start, TIME_UNIT) ? at : start + 1;
}
