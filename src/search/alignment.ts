import { LIKENESS, relate, type WordRelation } from './likeness.ts';

/** A word that was asked for: its normalised form, what it weighs, and whether the archive knows it. */
export interface AskedWord {
  readonly norm: string;
  /** Information of the word in this archive, > 0; see plan.ts. */
  readonly weight: number;
  readonly isKnown: boolean;
  /** Other words that would do as well, normalised. */
  readonly alternatives?: readonly string[];
}

/** A pair of an asked and a printed word, by their places in the two lists. */
export interface AlignedPair {
  readonly asked: number;
  readonly printed: number;
  readonly relation: Exclude<WordRelation, 'other'>;
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

/** Remembers how words compare, since the same words meet again in every candidate. */
export class WordComparison {
  readonly #asked: readonly AskedWord[];
  readonly #relations = new Map<string, readonly WordRelation[]>();

  constructor(asked: readonly AskedWord[]) {
    this.#asked = asked;
  }

  get asked(): readonly AskedWord[] {
    return this.#asked;
  }

  /** For each asked word, how it compares to this printed one. */
  relationsTo(printed: string): readonly WordRelation[] {
    let relations = this.#relations.get(printed);
    if (!relations) {
      relations = this.#asked.map((word) =>
        word.alternatives?.includes(printed) ? 'stem' : relate(word.norm, printed, word.isKnown),
      );
      this.#relations.set(printed, relations);
    }
    return relations;
  }
}

/**
 * Aligns the asked words with the printed ones.
 *
 * Smith and Waterman (1981) over words: a pair scores its weight times its likeness; a missing or replaced asked word
 * costs half its weight, a printed word in between 0.35. Time and space are asked × printed words.
 */
export function align(comparison: WordComparison, printed: readonly string[]): Alignment {
  const { asked } = comparison;
  const columns = printed.length + 1;
  const scores = new Float64Array((asked.length + 1) * columns);
  const relations = printed.map((word) => comparison.relationsTo(word));
  const best = { score: 0, cell: 0 };
  for (let row = 1; row <= asked.length; row++) {
    const weight = asked[row - 1]?.weight ?? 0;
    for (let column = 1; column < columns; column++) {
      const cell = row * columns + column;
      const likeness = LIKENESS[relations[column - 1]?.[row - 1] ?? 'other'];
      const step = likeness > 0 ? weight * likeness : -SKIP_ASKED * weight - SKIP_PRINTED;
      const score = Math.max(
        0,
        (scores[cell - columns - 1] ?? 0) + step,
        (scores[cell - columns] ?? 0) - SKIP_ASKED * weight,
        (scores[cell - 1] ?? 0) - SKIP_PRINTED,
      );
      scores[cell] = score;
      if (score > best.score) Object.assign(best, { score, cell });
    }
  }
  const total = asked.reduce((sum, word) => sum + word.weight, 0);
  return {
    coverage: total > 0 ? covered(asked, relations) / total : 0,
    order: total > 0 ? best.score / total : 0,
    score: best.score,
    pairs: trace(scores, columns, best.cell, asked, relations),
  };
}

/** The weight of the asked words that stand anywhere in the printed ones. */
function covered(asked: readonly AskedWord[], relations: readonly (readonly WordRelation[])[]): number {
  return asked.reduce((sum, { weight }, index) => {
    let likeness = 0;
    for (const relation of relations) likeness = Math.max(likeness, LIKENESS[relation[index] ?? 'other']);
    return sum + weight * likeness;
  }, 0);
}

/** Walks back from the best cell to where its score began. */
function trace(
  scores: Float64Array,
  columns: number,
  from: number,
  asked: readonly AskedWord[],
  relations: readonly (readonly WordRelation[])[],
): readonly AlignedPair[] {
  const pairs: AlignedPair[] = [];
  let cell = from;
  while ((scores[cell] ?? 0) > 0) {
    const row = Math.floor(cell / columns);
    const column = cell % columns;
    const weight = asked[row - 1]?.weight ?? 0;
    const relation = relations[column - 1]?.[row - 1] ?? 'other';
    const score = scores[cell] ?? 0;
    const diagonal = scores[cell - columns - 1] ?? 0;
    if (relation !== 'other' && score === diagonal + weight * LIKENESS[relation]) {
      pairs.push({ asked: row - 1, printed: column - 1, relation });
      cell -= columns + 1;
    } else if (relation === 'other' && score === diagonal - SKIP_ASKED * weight - SKIP_PRINTED) {
      cell -= columns + 1;
    } else if (score === (scores[cell - columns] ?? 0) - SKIP_ASKED * weight) {
      cell -= columns;
    } else {
      cell -= 1;
    }
  }
  return pairs.reverse();
}
