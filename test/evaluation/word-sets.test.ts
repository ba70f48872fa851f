import { describe, expect, it } from 'vitest';
import { comparedWords, coveredWords, headWord, sameWords, wordF1 } from '../../src/evaluation/word-sets.ts';

describe('comparedWords', () => {
  it.each([
    ["don’t can't", ['don’t', "can't"]],
    ['10,000 at 4.5 per cent', ['10,000', 'at', '4.5', 'per', 'cent']],
    ['a 43-year-old of the U.S. said', ['a', '43-year-old', 'of', 'the', 'U.S', 'said']],
    ['“Yes,” he — twice — said…', ['Yes', 'he', 'twice', 'said']],
    ['', []],
  ])('cuts %s', (text, words) => {
    expect(comparedWords(text).map(({ start, end }) => text.slice(start, end))).toEqual(words);
  });
});

describe('coveredWords', () => {
  const text = 'one three fifteen';
  const words = comparedWords(text);
  it.each([
    ['a whole word', [[4, 9]], [1]],
    ['half of a word', [[4, 7]], [1]],
    ['less than half of a word', [[4, 6]], []],
    [
      'two pieces of one word, which add up',
      [
        [10, 12],
        [13, 15],
      ],
      [2],
    ],
    [
      'pieces of several spans as one set',
      [
        [0, 3],
        [10, 17],
      ],
      [0, 2],
    ],
    ['blanks only', [[3, 4]], []],
    ['nothing', [], []],
  ] as const)('takes in %s', (_, spans, covered) => {
    expect([
      ...coveredWords(
        words,
        spans.map(([start, end]) => ({ start, end })),
      ),
    ]).toEqual(covered);
  });
});

describe('wordF1', () => {
  it.each([
    [[1, 2, 3, 4], [1, 2, 3, 4], 1],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], [1, 2, 3, 4, 5, 6], 12 / 16],
    [[1, 2], [3], 0],
    [[], [], 0],
  ])('of %j and %j is %d', (a, b, f1) => {
    expect(wordF1(new Set(a), new Set(b))).toBeCloseTo(f1, 12);
  });

  it('does not take a subset for the same words', () => {
    expect(sameWords(new Set([1, 2]), new Set([1, 2, 3]))).toBe(false);
    expect(sameWords(new Set([2, 1]), new Set([1, 2]))).toBe(true);
  });
});

describe('headWord', () => {
  it.each([
    ['Sterling Pratt, wine director at Schaefer’s', 'Pratt'],
    ['a senior adviser to Mr. Trump', 'adviser'],
    ['campaign manager Kellyanne Conway', 'Conway'],
    ['the mayor (of all people)', 'mayor'],
    ['he', 'he'],
  ])('of %s is %s', (text, head) => {
    const words = comparedWords(text);
    const index = headWord(text, words, new Set(words.keys()));
    const word = words[index ?? -1];
    expect(word && text.slice(word.start, word.end)).toBe(head);
  });

  it('does not reach over a gap in the source', () => {
    const text = 'mayor said Reyes';
    expect(headWord(text, comparedWords(text), new Set([0, 2]))).toBe(0);
  });

  it('is none where there is no source', () => {
    expect(headWord('Reyes', comparedWords('Reyes'), new Set())).toBeNull();
  });
});
