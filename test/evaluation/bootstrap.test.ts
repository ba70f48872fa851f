import { describe, expect, it } from 'vitest';
import { addUp, estimate } from '../../src/evaluation/bootstrap.ts';

interface Tally {
  right: number;
  all: number;
}
const add = (list: readonly Tally[]) => addUp({ right: 0, all: 0 }, list);
const share = ({ right, all }: Tally) => ({ share: all === 0 ? null : right / all });

describe('estimate', () => {
  it('adds up before it divides', () => {
    const { total, figures } = estimate(
      [
        { right: 1, all: 1 },
        { right: 0, all: 3 },
      ],
      add,
      share,
    );
    expect(total).toEqual({ right: 1, all: 4 });
    expect(figures.share.value).toBe(0.25);
  });

  it('gives the same interval for the same seed, around the value', () => {
    const tallies = Array.from({ length: 30 }, (_, index) => ({ right: index % 3, all: 2 }));
    const { share: once } = estimate(tallies, add, share, 7).figures;
    expect(estimate(tallies, add, share, 7).figures.share).toEqual(once);
    expect(once.value).toBe(0.5);
    expect(once.low).toBeLessThan(0.5);
    expect(once.high).toBeGreaterThan(0.5);
    expect(once.low).toBeGreaterThan(0.3);
    expect(once.high).toBeLessThan(0.7);
  });

  it('has no width where all articles are alike', () => {
    const { share: alike } = estimate(
      [
        { right: 1, all: 2 },
        { right: 1, all: 2 },
      ],
      add,
      share,
    ).figures;
    expect(alike).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });

  it('has neither value nor interval where there is nothing to measure', () => {
    expect(estimate([], add, share).figures.share).toEqual({ value: null, low: null, high: null });
  });
});
