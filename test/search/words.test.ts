import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, wordsOf } from '../../src/article/words.ts';
import { editDistance } from '../../src/search/edit-distance.ts';
import { relate } from '../../src/search/likeness.ts';
import { areOpposite } from '../../src/search/polarity.ts';
import { diffWords } from '../../src/search/word-diff.ts';

describe('normalise', () => {
  it.each([
    ['The U.S. can’t', 'the us cant'],
    ['all-out “assault”', 'all out assault'],
    ['more than 2,000 at 4.5 %', 'more than 2000 at 4.5'],
    ['Café naïve', 'cafe naive'],
    ['soft\u00adhyphen', 'softhyphen'],
    ['ﬁve ½', 'five 1⁄2'],
  ])('turns %j into %j', (printed, norm) => {
    expect(normalise(printed)).toBe(norm);
  });

  it('gives words that lie in the text where they say', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let previous = 0;
        for (const word of wordsOf(text)) {
          expect(word.start).toBeGreaterThanOrEqual(previous);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.norm).not.toBe('');
          previous = word.end;
        }
      }),
    );
  });
});

/** The recursive definition of the distance, without any bound. */
function naiveDistance(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const swap =
    a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0]
      ? naiveDistance(a.slice(2), b.slice(2)) + 1
      : Number.POSITIVE_INFINITY;
  return Math.min(
    naiveDistance(a.slice(1), b.slice(1)) + (a[0] === b[0] ? 0 : 1),
    naiveDistance(a.slice(1), b) + 1,
    naiveDistance(a, b.slice(1)) + 1,
    swap,
  );
}

describe('editDistance', () => {
  it.each([
    ['asault', 'assault', 1],
    ['gaurantees', 'guarantees', 1],
    ['soverignity', 'sovereignty', 2],
    ['order', 'border', 1],
    ['order', 'order', 0],
  ])('tells %s from %s by %i', (a, b, distance) => {
    expect(editDistance(a, b, 2)).toBe(distance);
  });

  it('agrees with the recursive definition up to its limit', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 6 });
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
        expect(editDistance(a, b, limit)).toBe(Math.min(naiveDistance(a, b), limit + 1));
      }),
    );
  });
});

describe('relate', () => {
  it.each([
    ['freedom', 'freedoms', true, 'slip'],
    ['asault', 'assault', false, 'slip'],
    ['country', 'county', true, 'other'],
    ['rewriting', 'rewrite', true, 'stem'],
    ['normal', 'norm', true, 'stem'],
    ['must', 'should', true, 'other'],
    ['670', '700', false, 'other'],
    ['1000', '10000', false, 'other'],
    ['is', 'its', false, 'other'],
  ])('takes %s for %s (known: %s) as %s', (asked, printed, isKnown, relation) => {
    expect(relate(asked, printed, isKnown)).toBe(relation);
  });
});

describe('areOpposite', () => {
  it.each([
    [['every'], ['no'], true],
    [[], ['not'], true],
    [['never'], [], true],
    [['not'], ['never'], false],
    [['must'], ['should'], false],
    [['increased'], ['decreased'], true],
    [['of'], ['for'], false],
  ])('compares %j asked with %j printed', (asked, printed, expected) => {
    expect(areOpposite(asked, printed)).toBe(expected);
  });
});

describe('diffWords', () => {
  const diff = (asked: readonly string[], printed: readonly string[]) =>
    diffWords(asked.length, printed.length, (a, p) => (asked[a] === printed[p] ? 'same' : 'other'));

  it('leaves out what is printed before and after', () => {
    expect(diff(['b', 'c'], ['a', 'b', 'c', 'd']).map((step) => step.kind)).toEqual(['same', 'same']);
  });

  it('reads a word at the edge as replaced', () => {
    expect(diff(['x', 'b', 'c'], ['a', 'b', 'c']).map((step) => step.kind)).toEqual(['changed', 'same', 'same']);
  });

  it('accounts for every asked word once, and for a run of printed words', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 8 });
    fc.assert(
      fc.property(words, words, (asked, printed) => {
        const steps = diff(asked, printed);
        expect(steps.flatMap((step) => ('asked' in step ? step.asked : []))).toEqual(asked.map((_, index) => index));
        const run = steps.flatMap((step) => ('printed' in step ? step.printed : []));
        expect(run).toEqual(run.map((_, index) => (run[0] ?? 0) + index));
      }),
    );
  });
});
