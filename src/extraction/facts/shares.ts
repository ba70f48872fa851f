import { MONTH, TIME_UNIT, WEEKDAY } from './fact-words.ts';
import type { FoundFigure } from './figures.ts';
import { nounEnd, withOf } from './noun-phrases.ts';
import { numberAt, type PrintedNumber, shareAt } from './numbers.ts';
import { qualifierBefore } from './qualifiers.ts';
import { unitAt } from './units.ts';
import { isIn, norm, type Words } from './words.ts';

/** half of 1 percent */
function partOfAmount(words: Words, share: PrintedNumber, low: number, limit: number): FoundFigure | null {
  const of = share.to;
  if (norm(words, of) !== 'of' || share.value === null) return null;
  const number = numberAt(words, of + 1, limit);
  const unit = number && unitAt(words, number.to, limit);
  if (!unit || number.value === null) return null;
  const end = withOf(words, unit.to, limit);
  const counts = end > unit.to ? { from: unit.to + 1, to: end } : null;
  const { from, relation } = qualifierBefore(words, share.from, low);
  return { from, to: end, value: share.value * number.value, relation, unit: unit.name, counts };
}

/** half of the voters; two-thirds of its members; one in five guests; half the vote */
export function partOfWhole(words: Words, at: number, low: number, limit: number): FoundFigure | null {
  const share = shareAt(words, at, limit);
  if (share) {
    const amount = partOfAmount(words, share, low, limit);
    if (amount) return amount;
    const of = norm(words, share.to) === 'of';
    const determined =
      !of &&
      norm(words, at) === 'half' &&
      /^(?:DET|PRON)$/.test(words.tokens[share.to]?.pos ?? '') &&
      !/^an?$/.test(norm(words, share.to));
    if (share.to >= limit || !(of || determined)) return null;
    const end = of ? withOf(words, share.to, limit) : withOf(words, share.to, limit, 0);
    const from = of ? share.to + 1 : share.to;
    if (end <= from || isIn(words, end - 1, TIME_UNIT)) return null;
    const article = norm(words, at) === 'half' && at > low && norm(words, at - 1) === 'a' ? at - 1 : at;
    const { from: start, relation } = qualifierBefore(words, article, low);
    return { from: start, to: end, value: share.value, relation, unit: 'share', counts: { from, to: end } };
  }
  const first = norm(words, at) === 'one' ? { value: 1, to: at + 1 } : numberAt(words, at, limit);
  if (!first?.value || first.value > 999) return null;
  let next = first.to;
  if (norm(words, next) === 'in') next++;
  else if (norm(words, next) === 'out' && norm(words, next + 1) === 'of') next += 2;
  else return null;
  const second = numberAt(words, next, limit);
  if (!second?.value || second.value <= first.value || second.value > 1000) return null;
  const noun = nounEnd(words, second.to, limit);
  if (isIn(words, Math.max(noun - 1, second.to), TIME_UNIT | MONTH | WEEKDAY)) return null;
  const { from, relation } = qualifierBefore(words, at, low);
  const value = first.value / second.value;
  if (noun > second.to) {
    return { from, to: noun, value, relation, unit: 'share', counts: { from: second.to, to: noun } };
  }
  // Fewer than 1 in 10 agreed
  return second.value % 5 === 0 || first.value === 1
    ? { from, to: second.to, value, relation, unit: 'share', counts: null }
    : null;
}
