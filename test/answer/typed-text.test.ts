import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFilters } from '../../src/answer/filters.ts';
import { quotedStretches, readTyped, straightened } from '../../src/answer/typed-text.ts';

describe('readTyped', () => {
  it.each([
    ['  the   river\nwill\trise ', 'the river will rise'],
    ['the \u202eriver\u202c \u200bwill\ufeff rise', 'the river will rise'],
    ['“The river”', '“The river”'],
  ])('reads %j', (typed, text) => {
    expect(readTyped(typed)).toEqual({ kind: 'text', text });
  });

  it.each([[''], ['  '], ['?!…'], ['\u200b\u202e'], ['river '.repeat(2000)]])(
    'says in a sentence why it cannot use %j',
    (typed) => {
      const read = readTyped(typed);
      expect(read.kind === 'unusable' && read.message).toMatch(/^[A-Z].*\.$/);
    },
  );
});

describe('straightened', () => {
  it('keeps every letter in its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => straightened(text).length === text.length));
  });
});

describe('quotedStretches', () => {
  it('reads marks of any style', () => {
    expect(quotedStretches('“one” and "two" and «three» and „four“ and “”')).toEqual(['one', 'two', 'three', 'four']);
  });
});

describe('readFilters', () => {
  it('takes the filters out and leaves the words', () => {
    expect(
      readFilters('by:“Alma Reyes” river kind:quotes since:2020-01-31 until:2020-12-31 in:Weir about:water'),
    ).toEqual({
      text: 'river water',
      phrases: [],
      by: 'Alma Reyes',
      filter: { kinds: ['direct', 'mixed'], since: '2020-01-31', until: '2020-12-31', inWords: ['weir'] },
      faults: [],
    });
  });

  it.each([
    ['since:tomorrow', 'since: needs a date such as 2015-12-17; “tomorrow” is none.'],
    ['until:2020-13-40', 'until: needs a date such as 2015-12-17; “2020-13-40” is none.'],
    ['kind:poem', 'kind: knows quote, paraphrase, term, headline, fact, figure, date; “poem” is none of them.'],
    ['by:""', 'by: needs a value right after the colon.'],
  ])('says what is wrong with %s', (typed, fault) => {
    expect(readFilters(typed).faults).toEqual([fault]);
  });

  it('leaves words with a colon of their own alone', () => {
    expect(readFilters('the plan: a river, standby:me')).toMatchObject({
      text: 'the plan: a river, standby:me',
      by: null,
    });
  });
});
