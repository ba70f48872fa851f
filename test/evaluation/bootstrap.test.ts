import { describe, expect, it } from 'vitest';
import { estimate, estimateDifference } from '../../src/evaluation/bootstrap.ts';

interface Tally {
  right: number;
  all: number;
}
const zeros: Tally = { right: 0, all: 0 };
const share = ({ right, all }: Tally) => ({ share: all === 0 ? null : right / all });

describe('estimate', () => {
  it('adds up before it divides', () => {
    const { total, figures } = estimate(
      [
        { right: 1, all: 1 },
        { right: 0, all: 3 },
      ],
      zeros,
      share,
    );
    expect(total).toEqual({ right: 1, all: 4 });
    expect(figures.share.value).toBe(0.25);
  });

  it('gives the same interval for the same seed, around the value', () => {
    const tallies = Array.from({ length: 30 }, (_, index) => ({ right: index % 3, all: 2 }));
    const { share: once } = estimate(tallies, zeros, share, 7).figures;
    expect(estimate(tallies, zeros, share, 7).figures.share).toEqual(once);
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
      zeros,
      share,
    ).figures;
    expect(alike).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
  });

  it('has neither value nor interval where there is nothing to measure', () => {
    expect(estimate([], zeros, share).figures.share).toEqual({ value: null, low: null, high: null });
  });
});

describe('estimateDifference', () => {
  const hard = [0, 0, 1, 2, 2, 2, 1, 0].map((right) => ({ right, all: 2 }));

  it('has no width where one side is as much better in every article', () => {
    const better = hard.map(({ right, all }) => ({ right: right + 1, all }));
    const { share: difference } = estimateDifference(better, hard, zeros, share);
    expect(difference).toEqual({ value: 0.5, low: 0.5, high: 0.5 });
    expect(estimateDifference(hard, better, zeros, share).share.value).toBe(-0.5);
  });

  it('draws the articles that the figures of one side alone draw', () => {
    const nothing = hard.map(() => ({ right: 0, all: 2 }));
    expect(estimateDifference(hard, nothing, zeros, share).share).toEqual(estimate(hard, zeros, share).figures.share);
  });

  it('is nothing where one side has nothing to measure', () => {
    const empty = hard.map(() => zeros);
    expect(estimateDifference(hard, empty, zeros, share).share).toEqual({ value: null, low: null, high: null });
  });
});
