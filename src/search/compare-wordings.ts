import { type Word, wordsOf } from '../article/words.ts';
import { isStopWord } from './stop-words.ts';

/** A stretch of two printed wordings: words of both, of the one here, or of the one there. */
export interface WordingPart {
  readonly kind: 'same' | 'here' | 'there';
  readonly text: string;
}

/**
 * How two printed wordings lie to each other: `part` and `whole` where the one here stands word for word in the one
 * there, or the reverse; `variant` where they say nearly the same; `figures` where only figures differ.
 */
export interface Comparison {
  readonly kind: 'part' | 'whole' | 'variant' | 'figures';
  readonly diff: readonly WordingPart[];
}

/** Longer wordings are not compared: the time taken grows with the square. */
const MOST_WORDS = 120;
/** A shorter wording that stands inside a longer one says too little to be put beside it. */
const FEWEST_WORDS = 4;
/** Content words that two wordings must share, and the share of all their words. */
const FEWEST_SHARED = 3;
const CLOSE = 0.7;
/** Where only figures differ, less will do. */
const FEWEST_BESIDE_FIGURES = 2;

const NUMBER =
  /^(?:\p{N}.*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|hundreds?|thousands?|millions?|billions?)$/u;
/** What may come and go with a figure. */
const QUALIFIERS = new Set(
  'about around almost nearly some over more than at least up to under fewer less roughly'.split(' '),
);

/** Compares two printed wordings; null where they are the same, or have too little in common. */
export function compareWordings(here: string, there: string): Comparison | null {
  const [a, b] = [wordsOf(here), wordsOf(there)];
  if (a.length === 0 || b.length === 0 || a.length > MOST_WORDS || b.length > MOST_WORDS) return null;
  const [one, other] = [a, b].map((words) => words.map(({ norm }) => norm).join(' '));
  if (one === undefined || other === undefined || one === other) return null;
  const isPart = ` ${other} `.includes(` ${one} `);
  if (isPart || ` ${one} `.includes(` ${other} `)) {
    if (Math.min(a.length, b.length) < FEWEST_WORDS) return null;
    return { kind: isPart ? 'part' : 'whole', diff: [] };
  }
  if (!mayBeClose(a, b)) return null;
  const pairs = commonWords(a, b);
  const closeness = (2 * pairs.length) / (a.length + b.length);
  const shared = new Set(
    pairs.flatMap(([at]) => a[at]?.norm ?? []).filter((norm) => !isStopWord(norm) && !NUMBER.test(norm)),
  );
  const [onlyHere, onlyThere] = [
    unpaired(
      a,
      pairs.map(([at]) => at),
    ),
    unpaired(
      b,
      pairs.map(([, at]) => at),
    ),
  ];
  const diff = partsOf(here, a, there, b, pairs);
  if (haveOtherFigures(onlyHere, onlyThere) && shared.size >= FEWEST_BESIDE_FIGURES) return { kind: 'figures', diff };
  return shared.size >= FEWEST_SHARED && closeness >= CLOSE ? { kind: 'variant', diff } : null;
}

/** A quick look before the slow one: whether enough words stand in both. */
function mayBeClose(a: readonly Word[], b: readonly Word[]): boolean {
  const known = new Set(a.map(({ norm }) => norm));
  const common = b.filter(({ norm }) => known.has(norm)).length;
  return common >= FEWEST_BESIDE_FIGURES && 2 * common >= (CLOSE - 0.2) * (a.length + b.length);
}

/** Whether both have a figure that the other has not, and nothing else differs but what goes with figures. */
function haveOtherFigures(onlyHere: readonly string[], onlyThere: readonly string[]): boolean {
  const isFigure = (norm: string) => NUMBER.test(norm);
  const rest = [...onlyHere, ...onlyThere].filter((norm) => !isFigure(norm) && !QUALIFIERS.has(norm));
  return rest.length === 0 && onlyHere.some(isFigure) && onlyThere.some(isFigure);
}

/** The places of the longest common subsequence of words (Wagner and Fischer 1974). */
function commonWords(a: readonly Word[], b: readonly Word[]): readonly (readonly [number, number])[] {
  const columns = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * columns);
  for (let row = a.length - 1; row >= 0; row--) {
    for (let column = b.length - 1; column >= 0; column--) {
      const cell = row * columns + column;
      lengths[cell] =
        a[row]?.norm === b[column]?.norm
          ? (lengths[cell + columns + 1] ?? 0) + 1
          : Math.max(lengths[cell + columns] ?? 0, lengths[cell + 1] ?? 0);
    }
  }
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    const cell = row * columns + column;
    if (a[row]?.norm === b[column]?.norm) pairs.push([row++, column++]);
    else if ((lengths[cell + columns] ?? 0) >= (lengths[cell + 1] ?? 0)) row++;
    else column++;
  }
  return pairs;
}

function unpaired(words: readonly Word[], paired: readonly number[]): readonly string[] {
  const known = new Set(paired);
  return words.flatMap(({ norm }, at) => (known.has(at) ? [] : [norm]));
}

/** Both wordings in one line: what both have as it is printed here, between it what each has alone. */
function partsOf(
  here: string,
  a: readonly Word[],
  there: string,
  b: readonly Word[],
  pairs: readonly (readonly [number, number])[],
): readonly WordingPart[] {
  const parts: WordingPart[] = [];
  const add = (kind: WordingPart['kind'], text: string, words: readonly Word[]) => {
    const [first, last] = [words[0], words.at(-1)];
    if (first && last) parts.push({ kind, text: text.slice(first.start, last.end) });
  };
  let [row, column] = [0, 0];
  for (let at = 0; at <= pairs.length; ) {
    const [nextRow, nextColumn] = pairs[at] ?? [a.length, b.length];
    add('here', here, a.slice(row, nextRow));
    add('there', there, b.slice(column, nextColumn));
    let run = 0;
    while (isNext(pairs, at + run, nextRow + run, nextColumn + run)) run++;
    add('same', here, a.slice(nextRow, nextRow + run));
    [row, column] = [nextRow + run, nextColumn + run];
    at += Math.max(run, 1);
  }
  return parts;
}

function isNext(pairs: readonly (readonly [number, number])[], at: number, row: number, column: number): boolean {
  const pair = pairs[at];
  return pair !== undefined && pair[0] === row && pair[1] === column;
}

/** Two wordings in one line: "We will [here: not] [there: never] go". */
export function diffInWords(diff: readonly WordingPart[]): string {
  return diff.map(({ kind, text }) => (kind === 'same' ? text : `[${kind}: ${text}]`)).join(' ');
}
