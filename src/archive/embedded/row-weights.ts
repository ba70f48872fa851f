/** Row numbers as `group_concat` lists them: digits with a comma between. */
export function rowsOf(list: string): Int32Array {
  const rows = new Int32Array((list.length >> 1) + 1);
  let count = 0;
  let row = 0;
  for (let index = 0; index < list.length; index++) {
    const code = list.charCodeAt(index);
    if (code === COMMA) {
      rows[count++] = row;
      row = 0;
    } else row = row * 10 + code - ZERO;
  }
  if (list.length > 0) rows[count++] = row;
  return rows.subarray(0, count);
}

const COMMA = 44;
const ZERO = 48;

/** How finely weights are told apart where the heaviest rows are sought. */
const STEPS = 4096;

/**
 * Adds up what rows weigh, and gives the heaviest. It takes a few nanoseconds a row, where an index of objects takes
 * hundreds; what it is laid out for is tens of thousands of rows a question.
 */
export class RowWeights {
  #weights = new Float32Array(1024);
  #touched: number[] = [];

  add(rows: Int32Array, weight: number): void {
    for (let index = 0; index < rows.length; index++) {
      const row = rows[index] ?? 0;
      if (row >= this.#weights.length) this.#makeRoom(row);
      const before = this.#weights[row] ?? 0;
      if (before === 0) this.#touched.push(row);
      this.#weights[row] = before + weight;
    }
  }

  /** The heaviest rows, of equal ones the later first; everything is forgotten then. */
  takeHeaviest(limit: number): readonly number[] {
    const least = this.#weightOf(limit);
    const weights = this.#weights;
    const heavy = this.#touched.filter((row) => (weights[row] ?? 0) >= least);
    heavy.sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || b - a);
    for (const row of this.#touched) weights[row] = 0;
    this.#touched = [];
    return heavy.slice(0, limit);
  }

  /** A weight that at least `limit` rows have, and hardly more. */
  #weightOf(limit: number): number {
    const weights = this.#weights;
    let most = 0;
    for (const row of this.#touched) most = Math.max(most, weights[row] ?? 0);
    const counts = new Int32Array(STEPS + 1);
    const step = (row: number) => Math.floor(((weights[row] ?? 0) / most) * STEPS);
    for (const row of this.#touched) counts[step(row)] = (counts[step(row)] ?? 0) + 1;
    let at = STEPS;
    for (let rows = counts[at] ?? 0; at > 0 && rows < limit; rows += counts[at] ?? 0) at--;
    return ((at - 1) / STEPS) * most;
  }

  #makeRoom(row: number): void {
    const wider = new Float32Array(Math.max(row + 1, this.#weights.length * 2));
    wider.set(this.#weights);
    this.#weights = wider;
  }
}
