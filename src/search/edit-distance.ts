/**
 * The optimal string alignment distance of two words (insertions, deletions, substitutions, and swaps of
 * neighbours), or `limit + 1` as soon as it is known to be more than `limit`.
 *
 * Damerau (1964), restricted: no stretch is edited twice. Three rows of the matrix are kept.
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    let smallest = row;
    for (let column = 1; column <= b.length; column++) {
      const substitution = (last[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      let cost = Math.min(substitution, (last[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1);
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (isSwap) cost = Math.min(cost, (beforeLast[column - 2] ?? 0) + 1);
      current.push(cost);
      if (cost < smallest) smallest = cost;
    }
    // Each row's smallest cost never falls below that of the row before, but for a swap, which looks back two rows.
    if (smallest > limit && Math.min(...last) > limit) return limit + 1;
    beforeLast = last;
    last = current;
  }
  return Math.min(last[b.length] ?? limit + 1, limit + 1);
}

/** How many slips may lie between a word that was typed and one that is printed: "oer" is "over", and "net" no "nets". */
export function slipsBetween(typed: string, printed: string): number {
  if (typed.length === 3) return printed.length === 4 ? 1 : 0;
  return Math.min(allowedSlips(typed), allowedSlips(printed));
}

/** How many letters a misspelt word may be off: none below 4 letters, one to 6, two from 7 on. */
export function allowedSlips(word: string): number {
  if (word.length < 4) return 0;
  return word.length < 7 ? 1 : 2;
}
