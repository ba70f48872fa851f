import { randomNumbers } from './random-numbers.ts';

/** A figure with the interval in which 95 of 100 resamples lie; null where there is nothing to measure. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How often the articles are drawn again. */
const RESAMPLES = 1000;

/** What is counted of one article: a number under each name. */
type Numbers<Counts> = { readonly [name in keyof Counts]: number };
type Figures<Names> = { readonly [name in keyof Names]: number | null };
/** A figure of every name, with its interval. */
export type Estimates<Names> = { readonly [name in keyof Names]: Estimate };

/**
 * Figures of all articles, each with its 95 % bootstrap interval over articles (Efron's percentile interval:
 * articles are drawn with replacement). The same seed gives the same interval.
 *
 * @param zeros counts of no article
 */
export function estimate<Counts extends Numbers<Counts>, Names extends Figures<Names>>(
  perArticle: readonly Counts[],
  zeros: Counts,
  figuresOf: (counts: Counts) => Names,
  seed = 1,
): { readonly total: Counts; readonly figures: Estimates<Names> } {
  const total = addUp(zeros, perArticle);
  const drawn = drawSums([perArticle], zeros, seed);
  const samples = drawn.map(([counts]) => figuresOf(counts ?? zeros));
  return { total, figures: withIntervals(figuresOf(total), samples) };
}

/**
 * How much higher each figure is on one side than on the other, over the same articles in the same order. Each
 * resample draws the same articles on both sides (paired), so what makes an article hard for both cancels out.
 */
export function estimateDifference<Counts extends Numbers<Counts>, Names extends Figures<Names>>(
  one: readonly Counts[],
  other: readonly Counts[],
  zeros: Counts,
  figuresOf: (counts: Counts) => Names,
  seed = 1,
): Estimates<Names> {
  const difference = (a: Counts, b: Counts) => subtract(figuresOf(a), figuresOf(b));
  const drawn = drawSums([one, other], zeros, seed);
  const samples = drawn.map(([a, b]) => difference(a ?? zeros, b ?? zeros));
  return withIntervals(difference(addUp(zeros, one), addUp(zeros, other)), samples);
}

/** Adds up counts field by field, starting from zeros. */
export function addUp<Counts extends Numbers<Counts>>(zeros: Counts, list: readonly Counts[]): Counts {
  const names = namesOf(zeros);
  return named(names, sumsOf(rowsOf(names, list), rowOf(names, zeros)));
}

/**
 * For each round, the sums over articles drawn with replacement, the same ones for every list. Counts lie in rows
 * of plain numbers: of 1,000 rounds over hundreds of articles, each field counts.
 */
function drawSums<Counts extends Numbers<Counts>>(
  lists: readonly (readonly Counts[])[],
  zeros: Counts,
  seed: number,
): readonly (readonly Counts[])[] {
  const names = namesOf(zeros);
  const start = rowOf(names, zeros);
  const tables = lists.map((list) => rowsOf(names, list));
  const length = lists[0]?.length ?? 0;
  const random = randomNumbers(seed);
  return Array.from({ length: length > 0 ? RESAMPLES : 0 }, () => {
    const places = Array.from({ length }, () => Math.floor(random() * length));
    return tables.map((rows) => named(names, sumsOf(rows, start, places)));
  });
}

function sumsOf(rows: readonly Float64Array[], start: Float64Array, places?: readonly number[]): Float64Array {
  const sums = start.slice();
  for (let at = 0; at < rows.length; at++) {
    const row = rows[places?.[at] ?? at];
    if (!row) continue;
    for (let field = 0; field < sums.length; field++) sums[field] = (sums[field] ?? 0) + (row[field] ?? 0);
  }
  return sums;
}

function namesOf<Counts extends object>(counts: Counts): readonly (keyof Counts & string)[] {
  return Object.keys(counts) as (keyof Counts & string)[];
}

function rowOf<Counts extends Numbers<Counts>>(names: readonly (keyof Counts)[], counts: Counts): Float64Array {
  return Float64Array.from(names, (name) => counts[name]);
}

function rowsOf<Counts extends Numbers<Counts>>(names: readonly (keyof Counts)[], list: readonly Counts[]) {
  return list.map((counts) => rowOf(names, counts));
}

function named<Counts extends Numbers<Counts>>(names: readonly (keyof Counts & string)[], row: Float64Array): Counts {
  return Object.fromEntries(names.map((name, field) => [name, row[field]])) as Counts;
}

function subtract<Names extends Figures<Names>>(a: Names, b: Names): Names {
  const difference = (name: keyof Names): number | null => {
    const [minuend, subtrahend]: readonly (number | null)[] = [a[name], b[name]];
    return minuend == null || subtrahend == null ? null : minuend - subtrahend;
  };
  return Object.fromEntries(namesOf(a).map((name) => [name, difference(name)])) as Names;
}

function withIntervals<Names extends Figures<Names>>(figures: Names, samples: readonly Names[]): Estimates<Names> {
  const entries = namesOf(figures).map((name) => {
    const values = samples.flatMap((sample): readonly number[] => {
      const value: number | null = sample[name];
      return value === null ? [] : [value];
    });
    return [name, { value: figures[name], ...interval(values) }];
  });
  return Object.fromEntries(entries) as Estimates<Names>;
}

function interval(samples: number[]): { low: number | null; high: number | null } {
  const sorted = samples.sort((a, b) => a - b);
  const last = sorted.length - 1;
  return { low: sorted[Math.floor(0.025 * last)] ?? null, high: sorted[Math.ceil(0.975 * last)] ?? null };
}
