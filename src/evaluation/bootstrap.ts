/** A figure with the interval in which 95 of 100 resamples lie; null where there is nothing to measure. */
export interface Estimate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** How often the articles are drawn again. */
const RESAMPLES = 1000;

/**
 * Figures of all articles, each with its 95 % bootstrap interval over articles (Efron's percentile interval:
 * articles are drawn with replacement). The same seed gives the same interval.
 */
export function estimate<Counts extends object, Figures extends { readonly [name in keyof Figures]: number | null }>(
  perArticle: readonly Counts[],
  add: (list: readonly Counts[]) => Counts,
  figuresOf: (counts: Counts) => Figures,
  seed = 1,
): { readonly total: Counts; readonly figures: { readonly [name in keyof Figures]: Estimate } } {
  const total = add(perArticle);
  const figures = figuresOf(total);
  const samples = new Map<string, number[]>();
  const random = randomNumbers(seed);
  for (let round = 0; round < RESAMPLES && perArticle.length > 0; round++) {
    const drawn = perArticle.map(() => perArticle[Math.floor(random() * perArticle.length)] ?? total);
    for (const [name, value] of Object.entries<number | null>(figuresOf(add(drawn)))) {
      if (value === null) continue;
      const list = samples.get(name) ?? [];
      list.push(value);
      samples.set(name, list);
    }
  }
  const withInterval = mapValues(figures, (value, name) => ({ value, ...interval(samples.get(name) ?? []) }));
  return { total, figures: withInterval };
}

function mapValues<T extends object, R>(
  object: T,
  map: (value: T[keyof T], name: string) => R,
): { readonly [name in keyof T]: R } {
  const mapped = {} as { [name in keyof T]: R };
  for (const name of Object.keys(object) as (keyof T & string)[]) mapped[name] = map(object[name], name);
  return mapped;
}

function interval(samples: number[]): { low: number | null; high: number | null } {
  const sorted = samples.sort((a, b) => a - b);
  const last = sorted.length - 1;
  return { low: sorted[Math.floor(0.025 * last)] ?? null, high: sorted[Math.ceil(0.975 * last)] ?? null };
}

/** Adds up counts field by field, starting from zeros. */
export function addUp<Counts extends object>(zeros: Counts, list: readonly Counts[]): Counts {
  const names = Object.keys(zeros) as (keyof Counts)[];
  const sums = { ...zeros } as Record<keyof Counts, number>;
  for (const counts of list) {
    for (const name of names) sums[name] += counts[name] as number;
  }
  return sums as Counts;
}

/** Numbers in [0, 1) by mulberry32, Tommy Ettinger's generator with 32 bits of state. */
function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
