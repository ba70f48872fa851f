import type { FigureRelation } from '../quotation.ts';
import { norm, type Words } from './words.ts';

/** What stands before a number and changes what it says. */
export interface Qualifier {
  /** Where the words begin that qualify the number. */
  readonly from: number;
  readonly relation: FigureRelation;
  /** Whether some word says that a number follows, and not a year or a name. */
  readonly isMeasuring: boolean;
}

/** By their last word, the longest first. */
const PHRASES = new Map<string, (readonly [words: readonly string[], relation: FigureRelation])[]>();
for (const line of `
  >= no fewer than
  >= no less than
  <= no more than
  <= no greater than
  > more than
  > greater than
  < less than
  < fewer than
  > well over
  > well above
  > upwards of
  > upward of
  > in excess of
  > north of
  <= as many as
  <= as much as
  = as few as
  = as little as
  >= at the very least
  >= at least
  <= at most
  <= up to
  ~ close to
  ~ an estimated
  ~ just under
  ~ just over
  ~ just above
  ~ just below
  = a record
  = an average of
  = a total of
  >= a minimum of
  <= a maximum of
  > over
  > above
  > exceeding
  < under
  < below
  ~ about
  ~ around
  ~ nearly
  ~ almost
  ~ roughly
  ~ approximately
  ~ some
  ~ estimated
  = only
  = just
  = exactly
  = another
  = additional
  = all
  = every
`
  .trim()
  .split('\n')) {
  const [sign = '', ...words] = line.trim().split(' ');
  const last = words.at(-1) ?? '';
  PHRASES.set(last, [...(PHRASES.get(last) ?? []), [words, relationOf(sign)]]);
}

function relationOf(sign: string): FigureRelation {
  return sign === '>' || sign === '>=' || sign === '<' || sign === '<=' || sign === '~' ? sign : '=';
}

/** Too often something else to make a number of digits alone a figure: all 50, just 3, over 21. */
const WEAK = new Set('only just exactly another additional all every some a record'.split(' '));

/** Reads back from the number that begins at `start`, its currency included. */
export function qualifierBefore(words: Words, start: number, low: number): Qualifier {
  let from = start;
  let relation: FigureRelation = '=';
  let isMeasuring = false;
  for (let steps = 0; steps < 4; steps++) {
    const found = PHRASES.get(norm(words, from - 1))?.find(([phrase]) => endsBefore(words, phrase, from, low));
    // They add up to more than 20: only about and no more than about go together.
    if (!found || (found[1] !== '=' && relation !== '=' && relation !== '~')) break;
    const [phrase, sign] = found;
    from -= phrase.length;
    if (sign !== '=') relation = sign;
    isMeasuring ||= phrase.length > 1 ? phrase[1] !== 'record' : !WEAK.has(phrase[0] ?? '');
  }
  return { from, relation, isMeasuring };
}

function endsBefore(words: Words, phrase: readonly string[], end: number, low: number): boolean {
  const start = end - phrase.length;
  return start >= low && phrase.every((word, offset) => norm(words, start + offset) === word);
}

/** "20 or more", "20 or so": the place behind, and what it says; null where nothing of the kind follows. */
export function qualifierAfter(
  words: Words,
  at: number,
  limit: number,
): { to: number; relation: FigureRelation } | null {
  if (at + 1 >= limit || norm(words, at) !== 'or') return null;
  const word = norm(words, at + 1);
  if (word === 'more') return { to: at + 2, relation: '>=' };
  if (word === 'so') return { to: at + 2, relation: '~' };
  return word === 'less' || word === 'fewer' ? { to: at + 2, relation: '<=' } : null;
}
