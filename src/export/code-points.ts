/**
 * Turns offsets in UTF-16 code units into offsets in Unicode code points, as the Web Annotation model counts: one for
 * each of the pairs of units that stand for a character outside the basic plane.
 */
export function codePointOffsets(text: string): (offset: number) => number {
  // Where the second halves of such pairs stand.
  const seconds: number[] = [];
  for (let index = 1; index < text.length; index++) {
    const isPair = (text.charCodeAt(index) & 0xfc00) === 0xdc00 && (text.charCodeAt(index - 1) & 0xfc00) === 0xd800;
    if (isPair) seconds.push(index);
  }
  return (offset) => offset - countBelow(seconds, offset);
}

/** How many of these ascending numbers are below a limit. */
function countBelow(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The code points before a place, at most `most` of them, as a text. */
export function before(text: string, offset: number, most: number): string {
  return [...text.slice(Math.max(0, offset - 2 * most), offset)]
    .slice(-most)
    .join('')
    .replace(/^\p{Cs}/u, '');
}

/** The code points behind a place, at most `most` of them, as a text. */
export function behind(text: string, offset: number, most: number): string {
  return [...text.slice(offset, offset + 2 * most)]
    .slice(0, most)
    .join('')
    .replace(/\p{Cs}$/u, '');
}
