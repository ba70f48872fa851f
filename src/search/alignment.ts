import { LIKENESS } from './likeness.ts';
import type { AskedPlace, WordComparison } from './word-comparison.ts';

/** A pair of an asked and a printed word, by their places in the two lists. */
export interface AlignedPair {
  readonly asked: number;
  readonly printed: number;
  readonly relation: AskedPlace['relation'];
}

/** How the words asked for lie in the words printed. */
export interface Alignment {
  /** Weighted share of the asked words that stand anywhere in the printed ones, 0..1. */
  readonly coverage: number;
  /** Score of the best local alignment over the most it could be, 0..1. */
  readonly order: number;
  /** The same score as it is, in units of the words' weights (nats). */
  readonly score: number;
  /** The pairs of the best local alignment, in order. */
  readonly pairs: readonly AlignedPair[];
}

/** What a printed word between two matched ones costs. */
const SKIP_PRINTED = 0.35;
/** What an asked word that is missing or replaced costs, as a share of its weight. */
const SKIP_ASKED = 0.5;
/** Scores that differ by less are the same, but for the order in which they were summed up. */
const SAME_SCORE = 1e-9;

/** A pair that an alignment may go through, with the best score of those that end there and the pair before it. */
interface Step extends AlignedPair {
  readonly score: number;
  readonly before: Step | undefined;
}

/**
 * Aligns the asked words of one question with the printed words of many entries.
 *
 * Smith and Waterman (1981) over words: a pair scores its weight times its likeness; a missing or replaced asked word
 * costs half its weight, a printed word in between 0.35. A replaced word costs what a missing and an added one do, so
 * only the pairs that are alike need to be looked at, not the whole matrix: each follows on the best of those before
 * it in both texts, which a Fenwick tree over the asked words keeps (1994; here of greatest values instead of sums).
 * Time is pairs × log(asked words).
 */
export class Aligner {
  readonly comparison: WordComparison;
  /** What skipping the asked words before each place costs in all. */
  readonly #skips: Float64Array;
  readonly #total: number;
  readonly #likeness: Float64Array;
  /** Fenwick tree: the best step up to a place, and its score with what was skipped before it given back. */
  readonly #worth: Float64Array;
  readonly #steps: (Step | undefined)[];

  constructor(comparison: WordComparison) {
    this.comparison = comparison;
    const { asked } = comparison;
    this.#skips = new Float64Array(asked.length + 1);
    asked.forEach(({ weight }, place) => {
      this.#skips[place + 1] = (this.#skips[place] ?? 0) + SKIP_ASKED * weight;
    });
    this.#total = asked.reduce((sum, word) => sum + word.weight, 0);
    this.#likeness = new Float64Array(asked.length);
    this.#worth = new Float64Array(asked.length + 1);
    this.#steps = new Array<Step | undefined>(asked.length + 1);
  }

  /** Weighted share of the asked words that stand anywhere in words printed in one or more texts, 0..1. */
  coverage(...texts: readonly (readonly string[])[]): number {
    this.#likeness.fill(0);
    for (const printed of texts) for (const word of printed) this.#cover(this.comparison.placesOf(word));
    return this.#covered();
  }

  align(printed: readonly string[]): Alignment {
    this.#likeness.fill(0);
    this.#worth.fill(Number.NEGATIVE_INFINITY);
    let best: Step | undefined;
    printed.forEach((word, column) => {
      const places = this.comparison.placesOf(word);
      if (places.length === 0) return;
      this.#cover(places);
      // Backwards, so that no pair of this word follows on another of it.
      for (let index = places.length - 1; index >= 0; index--) {
        const like = places[index];
        if (!like) continue;
        const step = this.#stepTo(like, column);
        this.#keep(step);
        if (isBetter(step, best)) best = step;
      }
    });
    const score = best?.score ?? 0;
    return {
      coverage: this.#covered(),
      order: this.#total > 0 ? Math.min(1, score / this.#total) : 0,
      score,
      pairs: pairsUpTo(best),
    };
  }

  #cover(places: readonly AskedPlace[]): void {
    for (const { place, relation } of places) {
      if (LIKENESS[relation] > (this.#likeness[place] ?? 0)) this.#likeness[place] = LIKENESS[relation];
    }
  }

  #covered(): number {
    if (this.#total === 0) return 0;
    const { asked } = this.comparison;
    let sum = 0;
    for (let place = 0; place < asked.length; place++) {
      sum += (asked[place]?.weight ?? 0) * (this.#likeness[place] ?? 0);
    }
    return Math.min(1, sum / this.#total);
  }

  /** The best alignment that ends with this pair. */
  #stepTo({ place, relation }: AskedPlace, printed: number): Step {
    const own = (this.comparison.asked[place]?.weight ?? 0) * LIKENESS[relation];
    let worth = Number.NEGATIVE_INFINITY;
    let before: Step | undefined;
    for (let node = place; node > 0; node -= node & -node) {
      if ((this.#worth[node] ?? 0) > worth) {
        worth = this.#worth[node] ?? 0;
        before = this.#steps[node];
      }
    }
    const gained = worth - (this.#skips[place] ?? 0) - SKIP_PRINTED * printed;
    return gained > 0
      ? { asked: place, printed, relation, score: own + gained, before }
      : { asked: place, printed, relation, score: own, before: undefined };
  }

  #keep(step: Step): void {
    const worth = step.score + (this.#skips[step.asked + 1] ?? 0) + SKIP_PRINTED * (step.printed + 1);
    for (let node = step.asked + 1; node < this.#worth.length; node += node & -node) {
      if (worth < (this.#worth[node] ?? 0)) continue;
      this.#worth[node] = worth;
      this.#steps[node] = step;
    }
  }
}

/** Of two that are as good, the one that ends first in what was asked. */
function isBetter(step: Step, best: Step | undefined): boolean {
  if (!best || step.score > best.score + SAME_SCORE) return true;
  return step.score > best.score - SAME_SCORE && step.asked < best.asked;
}

/** The stretches of pairs that stand side by side in both texts. */
export function runsOf(pairs: readonly AlignedPair[]): readonly (readonly AlignedPair[])[] {
  const runs: AlignedPair[][] = [];
  let before: AlignedPair | undefined;
  for (const pair of pairs) {
    const isNext = before && pair.asked === before.asked + 1 && pair.printed === before.printed + 1;
    if (isNext) runs.at(-1)?.push(pair);
    else runs.push([pair]);
    before = pair;
  }
  return runs;
}

/** Pairs with more words than these between them, in either text, do not belong together. */
const MOST_BETWEEN = 2;

/** How many pairs follow on the one before: 1 for each that does so at once in both texts, ½ with a word or two between. */
export function succession(pairs: readonly AlignedPair[]): number {
  return pairs.reduce((sum, pair, index) => {
    const before = pairs[index - 1];
    if (!before) return sum;
    const between = Math.max(pair.asked - before.asked, pair.printed - before.printed) - 1;
    return between > MOST_BETWEEN ? sum : sum + (between === 0 ? 1 : 0.5);
  }, 0);
}

function pairsUpTo(last: Step | undefined): readonly AlignedPair[] {
  const pairs: AlignedPair[] = [];
  for (let step = last; step; step = step.before) {
    pairs.push({ asked: step.asked, printed: step.printed, relation: step.relation });
  }
  return pairs.reverse();
}
