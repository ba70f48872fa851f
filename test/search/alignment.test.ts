import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Aligner, succession } from '../../src/search/alignment.ts';
import { LIKENESS, relate } from '../../src/search/likeness.ts';
import { type AskedWord, WordComparison } from '../../src/search/word-comparison.ts';

const plainly = (text: string): readonly AskedWord[] =>
  text.split(' ').map((norm) => ({ norm, weight: 1, isKnown: true }));

/** Words so heavy that an alignment passes over others for them; those of a letter weigh next to nothing. */
const heavily = (text: string): readonly AskedWord[] =>
  text.split(' ').map((norm) => ({ norm, weight: norm.length === 1 || norm === 'other' ? 0.1 : 9, isKnown: true }));

const align = (asked: readonly AskedWord[], printed: readonly string[]) =>
  new Aligner(new WordComparison(asked)).align(printed);

/** Words that are the same, plurals, of one stem, misspelt, numbers, and none of that. */
const VOCABULARY =
  'the order orders ordering freedom freedoms fredom country county counties stop stopped stopping city cities cites 4 4s say says'.split(
    ' ',
  );
const word = fc.constantFrom(...VOCABULARY);
const askedWord: fc.Arbitrary<AskedWord> = fc.record({
  norm: word,
  weight: fc.constantFrom(0.5, 1, 2.25, 7),
  isKnown: fc.boolean(),
  alternatives: fc.array(word, { maxLength: 2 }),
});
const asked = fc.array(askedWord, { minLength: 1, maxLength: 9 });
const printed = fc.array(word, { minLength: 1, maxLength: 14 });

const relationOf = (one: AskedWord, other: string) =>
  one.alternatives?.includes(other) ? 'stem' : relate(one.norm, other, one.isKnown);

describe('WordComparison', () => {
  it('finds the asked words that comparing each pair finds', () => {
    fc.assert(
      fc.property(asked, word, (words, other) => {
        const expected = words.flatMap((one, place) => {
          const relation = relationOf(one, other);
          return relation === 'other' ? [] : { place, relation };
        });
        expect(new WordComparison(words).placesOf(other)).toEqual(expected);
      }),
    );
  });

  it('finds misspellings that comparing each pair finds', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(letters, letters, (norm, other) => {
        const comparison = new WordComparison([{ norm, weight: 1, isKnown: false }]);
        expect(comparison.relation(0, other)).toBe(relate(norm, other, false));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Smith and Waterman's matrix in full. */
function naiveScore(words: readonly AskedWord[], others: readonly string[]): number {
  let last = new Array<number>(others.length + 1).fill(0);
  let best = 0;
  for (const one of words) {
    const row = [0];
    others.forEach((other, column) => {
      const likeness = LIKENESS[relationOf(one, other)];
      const pair = likeness > 0 ? one.weight * likeness : -0.5 * one.weight - 0.35;
      const ways = [(last[column] ?? 0) + pair, (last[column + 1] ?? 0) - 0.5 * one.weight, (row[column] ?? 0) - 0.35];
      row.push(Math.max(0, ...ways));
    });
    best = Math.max(best, ...row);
    last = row;
  }
  return best;
}

/** What the pairs of an alignment come to with what they skip. */
function scoreOfPairs(words: readonly AskedWord[], { pairs }: ReturnType<typeof align>): number {
  return pairs.reduce((sum, pair, index) => {
    const before = pairs[index - 1];
    const skipped = before ? words.slice(before.asked + 1, pair.asked) : [];
    const between = before ? pair.printed - before.printed - 1 : 0;
    const cost = skipped.reduce((total, { weight }) => total + 0.5 * weight, 0.35 * between);
    return sum + (words[pair.asked]?.weight ?? 0) * LIKENESS[pair.relation] - cost;
  }, 0);
}

describe('Aligner', () => {
  it('covers everything and keeps order where the words stand together', () => {
    const { coverage, order, pairs } = align(
      plainly('order guarantees freedom'),
      'and order guarantees freedom'.split(' '),
    );
    expect({ coverage, order }).toEqual({ coverage: 1, order: 1 });
    expect(pairs.map((pair) => pair.printed)).toEqual([1, 2, 3]);
  });

  it('covers everything out of order, at a loss of order', () => {
    const { coverage, order } = align(plainly('freedom order guarantees'), 'order guarantees freedom'.split(' '));
    expect(coverage).toBe(1);
    expect(order).toBeLessThan(1);
  });

  it('scores what the whole matrix scores, by pairs in order, entry after entry', () => {
    fc.assert(
      fc.property(asked, fc.array(printed, { minLength: 1, maxLength: 3 }), (words, entries) => {
        const aligner = new Aligner(new WordComparison(words));
        for (const others of entries) {
          const alignment = aligner.align(others);
          expect(alignment.score).toBeCloseTo(naiveScore(words, others), 9);
          expect(scoreOfPairs(words, alignment)).toBeCloseTo(alignment.score, 9);
          for (const [index, pair] of alignment.pairs.entries()) {
            const next = alignment.pairs[index + 1];
            if (next) expect(next.asked > pair.asked && next.printed > pair.printed).toBe(true);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('covers what is alike anywhere, in one text or two', () => {
    fc.assert(
      fc.property(asked, printed, printed, (words, one, other) => {
        const aligner = new Aligner(new WordComparison(words));
        const total = words.reduce((sum, { weight }) => sum + weight, 0);
        const shareIn = (others: readonly string[]) =>
          words.reduce((sum, own) => {
            return sum + own.weight * Math.max(...others.map((each) => LIKENESS[relationOf(own, each)]));
          }, 0) / total;
        expect(aligner.align(one).coverage).toBeCloseTo(shareIn(one), 9);
        expect(aligner.coverage(one, other)).toBeCloseTo(shareIn([...one, ...other]), 9);
        expect(aligner.coverage(one)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('succession', () => {
  it.each([
    ['nothing', 'seven', 0],
    ['one two three', 'one two three', 2],
    ['one two three', 'one two and three', 1.5],
    ['one other two three', 'one and then two three', 1.5],
    ['one two three', 'one two and so on until three', 1],
    ['one a b c two', 'one two', 0],
  ])('counts how the words of %j follow on each other in %j: %d', (asked, printed, expected) => {
    const { pairs } = align(heavily(asked), printed.split(' '));
    expect(succession(pairs)).toBe(expected);
  });
});
