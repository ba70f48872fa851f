import { LIKENESS, type WordRelation } from './likeness.ts';

/** One step from the asked to the printed words, by their places in the two lists. */
export type DiffStep =
  | { readonly kind: 'same'; readonly asked: number; readonly printed: number }
  /** Alike but not the same: both are shown. */
  | { readonly kind: 'changed'; readonly asked: number; readonly printed: number }
  | { readonly kind: 'asked'; readonly asked: number }
  | { readonly kind: 'printed'; readonly printed: number };

/** Less than a gap, so that at the edge of the stretch a word is read as replaced rather than as added. */
const CHANGE_COST = 0.9;
const ALIKE_COST = 0.5;
const GAP_COST = 1;

/**
 * The fewest changes that turn the asked words into a stretch of the printed ones.
 *
 * Needleman and Wunsch (1970) with the ends of the printed words free: what is printed before and after the stretch
 * is no difference.
 *
 * @param relation how asked word `asked` compares to printed word `printed`
 */
export function diffWords(
  askedCount: number,
  printedCount: number,
  relation: (asked: number, printed: number) => WordRelation,
): readonly DiffStep[] {
  const columns = printedCount + 1;
  const costs = new Float64Array((askedCount + 1) * columns);
  for (let row = 1; row <= askedCount; row++) {
    costs[row * columns] = row * GAP_COST;
    for (let column = 1; column < columns; column++) {
      const cell = row * columns + column;
      costs[cell] = Math.min(
        (costs[cell - columns - 1] ?? 0) + pairCost(relation(row - 1, column - 1)),
        (costs[cell - columns] ?? 0) + GAP_COST,
        (costs[cell - 1] ?? 0) + GAP_COST,
      );
    }
  }
  let end = 0;
  for (let column = 0; column < columns; column++) {
    if ((costs[askedCount * columns + column] ?? 0) < (costs[askedCount * columns + end] ?? 0)) end = column;
  }
  return walkBack(costs, columns, askedCount, end, relation);
}

function pairCost(relation: WordRelation): number {
  if (relation === 'same') return 0;
  return LIKENESS[relation] > 0 ? ALIKE_COST : CHANGE_COST;
}

function walkBack(
  costs: Float64Array,
  columns: number,
  askedCount: number,
  end: number,
  relation: (asked: number, printed: number) => WordRelation,
): readonly DiffStep[] {
  const steps: DiffStep[] = [];
  let row = askedCount;
  let column = end;
  while (row > 0) {
    const cell = row * columns + column;
    const cost = costs[cell] ?? 0;
    const pair = column > 0 ? relation(row - 1, column - 1) : 'other';
    if (column > 0 && cost === (costs[cell - columns - 1] ?? 0) + pairCost(pair)) {
      row--;
      column--;
      steps.push({ kind: pair === 'same' ? 'same' : 'changed', asked: row, printed: column });
    } else if (cost === (costs[cell - columns] ?? 0) + GAP_COST) {
      row--;
      steps.push({ kind: 'asked', asked: row });
    } else {
      column--;
      steps.push({ kind: 'printed', printed: column });
    }
  }
  return steps.reverse();
}
