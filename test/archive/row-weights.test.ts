import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RowWeights, rowsOf } from '../../src/archive/embedded/row-weights.ts';

describe('rowsOf', () => {
  it.each([
    ['', []],
    ['7', [7]],
    ['12,3,4000', [12, 3, 4000]],
  ])('reads %j', (list, rows) => {
    expect([...rowsOf(list)]).toEqual(rows);
  });
});

describe('RowWeights', () => {
  it('give the heaviest rows, of equal ones the later first, and forget them', () => {
    const rows = fc.uniqueArray(fc.integer({ min: 1, max: 3000 }), { maxLength: 40 });
    // Sums of these are exact, in whatever order they are added up.
    const additions = fc.array(fc.tuple(rows, fc.constantFrom(0.25, 0.5, 1, 3)), { maxLength: 5 });
    const weights = new RowWeights();
    fc.assert(
      fc.property(additions, fc.nat(50), (added, limit) => {
        const sums = new Map<number, number>();
        for (const [some, weight] of added) {
          weights.add(Int32Array.from(some), weight);
          for (const row of some) sums.set(row, (sums.get(row) ?? 0) + weight);
        }
        const expected = [...sums].sort(([a, one], [b, other]) => other - one || b - a).map(([row]) => row);
        expect(weights.takeHeaviest(limit)).toEqual(expected.slice(0, limit));
      }),
    );
  });
});
