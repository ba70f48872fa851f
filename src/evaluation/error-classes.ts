import { addUp } from './bootstrap.ts';
import type { GoldArticle } from './gold.ts';
import { type CueClass, type Mistake, mistakesIn } from './mistakes.ts';
import type { Prediction, Row } from './span-score.ts';

/**
 * What became of the quotations of a gold, counted. Each quotation in the gold is one of `sameWords`, `missed`,
 * `nested`, `inPieces`, `merged`, `otherBounds` and `nearBounds`; the other counts say more of these.
 */
export interface ErrorCounts {
  readonly gold: number;
  readonly sameWords: number;
  /** None of its words was found. */
  readonly missed: number;
  /** Its words were found only as a part of, or around, what another quotation in the gold was matched with. */
  readonly nested: number;
  /** Several were found in its place. */
  readonly inPieces: number;
  /** It was found as one with another. */
  readonly merged: number;
  /** Found with so much more or less that it does not count as found. */
  readonly otherBounds: number;
  /** Found with a few words more or less. */
  readonly nearBounds: number;
  readonly startsEarly: number;
  readonly startsLate: number;
  readonly endsLate: number;
  readonly endsEarly: number;
  /** Both ends are right, but not what is taken out in between. */
  readonly otherMiddle: number;
  /** Of those found: */
  readonly otherKind: number;
  readonly sourceMissing: number;
  readonly sourceWrong: number;
  /** A source where the gold has none. */
  readonly sourceInvented: number;
  /** Found beside what was rightly found of the same words. */
  readonly foundTwice: number;
  /** Found, and no word of it stands in any quotation of the gold. */
  readonly notInGold: number;
}

/** All zeros. */
export function noErrorCounts(): ErrorCounts {
  return {
    gold: 0,
    sameWords: 0,
    missed: 0,
    nested: 0,
    inPieces: 0,
    merged: 0,
    otherBounds: 0,
    nearBounds: 0,
    startsEarly: 0,
    startsLate: 0,
    endsLate: 0,
    endsEarly: 0,
    otherMiddle: 0,
    otherKind: 0,
    sourceMissing: 0,
    sourceWrong: 0,
    sourceInvented: 0,
    foundTwice: 0,
    notInGold: 0,
  };
}

/** What went wrong in some articles, by kind of quotation and by what the gold marks as reporting words. */
export interface ErrorClasses {
  readonly byKind: Readonly<Record<Row, ErrorCounts>>;
  readonly byCue: Readonly<Record<CueClass, ErrorCounts>>;
}

/** Counts what went wrong in the articles of a gold; only what is said or written, no beliefs or intentions. */
export function countErrors(
  articles: readonly GoldArticle[],
  predictions: readonly (readonly Prediction[])[],
): ErrorClasses {
  const kinds: Record<Row, Mistake[]> = { direct: [], mixed: [], indirect: [], all: [] };
  const cues: Record<CueClass, Mistake[]> = { 'known verb': [], 'other words': [], 'no cue': [] };
  for (const [index, article] of articles.entries()) {
    for (const { kind, cue, mistake } of mistakesIn(article, predictions[index] ?? [])) {
      kinds[kind].push(mistake);
      kinds.all.push(mistake);
      if (cue) cues[cue].push(mistake);
    }
  }
  const sum = (mistakes: readonly Mistake[]) => {
    const zeros = noErrorCounts();
    return addUp(
      zeros,
      mistakes.map((mistake) => ({ ...zeros, ...mistake })),
    );
  };
  return { byKind: mapRecord(kinds, sum), byCue: mapRecord(cues, sum) };
}

function mapRecord<Key extends string, A, B>(record: Readonly<Record<Key, A>>, map: (value: A) => B): Record<Key, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, map(value)])) as Record<Key, B>;
}
