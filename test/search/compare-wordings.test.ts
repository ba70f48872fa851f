import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareWordings, diffInWords } from '../../src/search/compare-wordings.ts';

const kindOf = (here: string, there: string) => compareWordings(here, there)?.kind ?? null;

describe('two wordings', () => {
  it.each([
    ['We will not close the old harbour', 'We will never close the old harbour!', 'variant'],
    ['The dam will hold', 'I tell you that the dam will hold until autumn', 'part'],
    ['I tell you that the dam will hold until autumn', 'The dam will hold', 'whole'],
    ['About 900 workers are at the dam', 'About 950 workers are at the dam', 'figures'],
    ['Some 900 workers at the dam', 'more than 1,000 workers at the dam', 'figures'],
    ['Twelve boats sank in the harbour', 'Two boats sank in the harbour', 'figures'],
    ['The dam will hold', 'the dam will HOLD.', null],
    ['No comment', 'I have no comment on that', null],
    ['900 workers', '950 workers', null],
    ['The river will rise before winter', 'We opened the fair on Monday morning', null],
    ['About 900 workers are at the dam', 'About 950 workers are at the quay', null],
    ['', 'The dam will hold', null],
  ])('“%s” and “%s”: %s', (here, there, kind) => {
    expect(kindOf(here, there)).toBe(kind);
  });

  it('show what each has alone, in the order in which it is printed', () => {
    const comparison = compareWordings(
      'We will not close the old fishing harbour, ever',
      'But we will never close the fishing harbour',
    );
    expect(diffInWords(comparison?.diff ?? [])).toBe(
      '[there: But] We will [here: not] [there: never] close the [here: old] fishing harbour [here: ever]',
    );
  });

  const words = fc.array(fc.constantFrom('the', 'dam', 'will', 'hold', 'not', 'river', '900', '950', 'town'), {
    maxLength: 14,
  });
  it('are given back by their diff, word for word, and compare alike both ways', () => {
    const mirrored = { part: 'whole', whole: 'part', variant: 'variant', figures: 'figures' } as const;
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [here, there] = [a.join(' '), b.join(' ')];
        const comparison = compareWordings(here, there);
        const back = compareWordings(there, here);
        expect(back?.kind ?? null).toBe(comparison ? mirrored[comparison.kind] : null);
        if (!comparison || comparison.diff.length === 0) return;
        const of = (side: 'here' | 'there') =>
          comparison.diff.flatMap(({ kind, text }) => (kind === 'same' || kind === side ? [text] : [])).join(' ');
        expect(of('here')).toBe(here);
        expect(of('there')).toBe(there);
      }),
    );
  });

  it('are not compared where they are very long', () => {
    const long = 'the dam will hold '.repeat(40);
    expect(kindOf(`${long} today`, `${long} tomorrow`)).toBeNull();
  });
});
