import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/article/article.ts';
import { countErrors } from '../../src/evaluation/error-classes.ts';
import type { GoldArticle, GoldQuotation, ScoredKind } from '../../src/evaluation/gold.ts';
import { mistakesIn } from '../../src/evaluation/mistakes.ts';
import type { Prediction } from '../../src/evaluation/span-score.ts';

const TEXT =
  'Water rises by one foot every hour here, Alma Reyes said. ' +
  'Nobody shall cross that bridge, and all will stay, warned Olga. Rain fell on the old mill.';
const WATER = 'Water rises by one foot every hour here';
const BRIDGE = 'Nobody shall cross that bridge';
const STAY = 'all will stay';

function at(...pieces: readonly string[]): readonly Span[] {
  return pieces.map((piece) => ({ start: TEXT.indexOf(piece), end: TEXT.indexOf(piece) + piece.length }));
}

function marked(content: string, source: string, cue: string, more: Partial<GoldQuotation> = {}): GoldQuotation {
  const spans = (piece: string) => (piece === '' ? [] : at(piece));
  const kind = 'indirect';
  return { content: at(content), source: spans(source), cue: spans(cue), kind, speech: true, speaker: null, ...more };
}

function found(content: readonly Span[], source: readonly Span[] = [], kind: ScoredKind = 'indirect'): Prediction {
  return { content, source, kind, cue: [], speaker: null };
}

function article(...quotations: readonly GoldQuotation[]): GoldArticle {
  return { id: 'water', text: TEXT, quotations };
}

const ONE = article(marked(WATER, 'Alma Reyes', 'said'));
const TWO = article(marked(BRIDGE, 'Olga', 'warned'), marked(STAY, 'Olga', 'warned'));

describe('mistakesIn', () => {
  it.each<[string, GoldArticle, readonly Prediction[], object]>([
    ['nothing', ONE, [found(at(WATER), at('Reyes'))], { sameWords: 1 }],
    ['a miss', ONE, [], { missed: 1 }],
    ['an early start', article(marked('one foot every hour here', '', '')), [found(at(WATER))], { startsEarly: 1 }],
    ['a late start', ONE, [found(at('one foot every hour here'))], { otherBounds: 1, startsLate: 1 }],
    ['an early end', ONE, [found(at('Water rises by one foot'))], { otherBounds: 1, endsEarly: 1 }],
    ['a late end', ONE, [found(at(`${WATER}, Alma`))], { nearBounds: 1, endsLate: 1, startsEarly: 0 }],
    ['a gap', ONE, [found(at('Water rises by one', 'every hour here'))], { nearBounds: 1, otherMiddle: 1 }],
    ['two pieces', ONE, [found(at('Water rises by one')), found(at('foot every hour here'))], { inPieces: 1 }],
    ['another kind', ONE, [found(at(WATER), at('Reyes'), 'direct')], { sameWords: 1, otherKind: 1 }],
    ['no source', ONE, [found(at(WATER))], { sameWords: 1, sourceMissing: 1 }],
    ['another source', ONE, [found(at(WATER), at('Olga'))], { sourceWrong: 1 }],
    ['an invented source', article(marked(WATER, '', '')), [found(at(WATER), at('Olga'))], { sourceInvented: 1 }],
  ])('sees %s', (_, gold, predictions, mistake) => {
    expect(mistakesIn(gold, predictions)[0]?.mistake).toMatchObject({ gold: 1, ...mistake });
  });

  it('sees two that were found as one', () => {
    const judged = mistakesIn(TWO, [found(at(`${BRIDGE}, and ${STAY}`))]);
    // Five of the nine words are the first, three the second.
    expect(judged.map(({ mistake }) => mistake)).toEqual([
      { gold: 1, merged: 1 },
      { gold: 1, merged: 1 },
    ]);
  });

  it('sees one that stands within another that was found', () => {
    const whole = `${BRIDGE}, and ${STAY}`;
    const nested = article(marked(whole, 'Olga', 'warned'), marked(STAY, 'Olga', 'warned'));
    const judged = mistakesIn(nested, [found(at(whole), at('Olga'))]);
    expect(judged.map(({ mistake }) => mistake)).toEqual([
      { gold: 1, sameWords: 1 },
      { gold: 1, nested: 1 },
    ]);
  });

  it('tells what was found twice from what is not in the gold', () => {
    const judged = mistakesIn(ONE, [found(at(WATER), at('Reyes')), found(at('Water rises')), found(at('Rain fell'))]);
    expect(judged.slice(1).map(({ mistake, cue }) => ({ mistake, cue }))).toEqual([
      { mistake: { foundTwice: 1 }, cue: null },
      { mistake: { notInGold: 1 }, cue: null },
    ]);
  });

  it('holds beliefs neither for missed nor for invented', () => {
    const belief = article(marked(WATER, 'Alma Reyes', 'said', { speech: false }));
    expect(mistakesIn(belief, [])).toEqual([]);
    expect(mistakesIn(belief, [found(at('Water rises'))])).toEqual([]);
  });

  it.each([
    ['said', 'known verb'],
    ['Rain', 'other words'],
    ['', 'no cue'],
  ])('tells by the reporting words “%s” that there is %s', (cue, expected) => {
    expect(mistakesIn(article(marked(WATER, '', cue)), [])[0]?.cue).toBe(expected);
  });
});

describe('countErrors', () => {
  it('puts each quotation of the gold into one class, and counts by kind and by reporting words', () => {
    const { byKind, byCue } = countErrors([ONE, TWO], [[found(at('Rain fell'), [], 'mixed')], [found(at(BRIDGE))]]);
    expect(byKind.indirect).toMatchObject({ gold: 3, missed: 2, sameWords: 1, sourceMissing: 1, notInGold: 0 });
    expect(byKind.mixed).toMatchObject({ gold: 0, notInGold: 1 });
    expect(byKind.all).toMatchObject({ gold: 3, missed: 2, sameWords: 1, notInGold: 1 });
    expect(byCue['known verb']).toMatchObject({ gold: 3, missed: 2 });
  });
});
