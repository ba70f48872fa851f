import { describe, expect, it } from 'vitest';
import type { Span } from '../../src/article/article.ts';
import type { GoldArticle, GoldQuotation, ScoredKind } from '../../src/evaluation/gold.ts';
import { type Prediction, scoreSpans, spanFigures } from '../../src/evaluation/span-score.ts';

const TEXT =
  'Alpha beta gamma delta epsilon zeta eta theta iota kappa, said Xavier Young. ' +
  'Lima mike november, Olga said. Papa thinks quebec romeo sierra.';
const TEN = 'Alpha beta gamma delta epsilon zeta eta theta iota kappa';

function at(...pieces: readonly string[]): readonly Span[] {
  return pieces.map((piece) => ({ start: TEXT.indexOf(piece), end: TEXT.indexOf(piece) + piece.length }));
}

function marked(content: readonly Span[], source: readonly Span[], more: Partial<GoldQuotation> = {}): GoldQuotation {
  return { content, source, cue: [], kind: 'indirect', speech: true, speaker: null, ...more };
}

function found(content: readonly Span[], source: readonly Span[] = [], kind: ScoredKind = 'indirect'): Prediction {
  return { content, source, kind, cue: [], speaker: null };
}

/** Ten words by Xavier Young, three by Olga; Papa's three are a belief. */
const ARTICLE: GoldArticle = {
  id: 'letters',
  text: TEXT,
  quotations: [
    marked(at(TEN), at('Xavier Young')),
    marked(at('Lima mike november'), at('Olga')),
    marked(at('quebec romeo sierra'), at('Papa'), { speech: false }),
  ],
};

function speech(...predictions: readonly Prediction[]) {
  return scoreSpans(ARTICLE, predictions, { speechOnly: true });
}

describe('scoreSpans', () => {
  it('finds nothing where nothing was predicted', () => {
    const rows = speech();
    expect(rows.all).toMatchObject({ gold: 2, predicted: 0, relaxed: 0, goldWords: 13, goldWordsFound: 0 });
    expect(spanFigures(rows.all)).toEqual({ exact: 0, relaxed: 0, words: 0, sourcePrecision: null, endToEnd: 0 });
    expect(spanFigures(rows.direct)).toEqual({
      exact: null,
      relaxed: null,
      words: null,
      sourcePrecision: null,
      endToEnd: null,
    });
  });

  it('does not match six of ten words, which agree by 12/16', () => {
    const { all } = speech(found(at('Alpha beta gamma delta epsilon zeta'), at('Young')));
    expect(all).toMatchObject({ relaxed: 0, goldWordsFound: 6, predictedWords: 6, predictedWordsRight: 6 });
    // Words: precision 6/6, recall 6/13.
    expect(spanFigures(all).words).toBeCloseTo(12 / 19, 12);
  });

  it('matches seven of ten words, which agree by 14/17, but not exactly', () => {
    const { all } = speech(found(at('Alpha beta gamma delta epsilon zeta eta'), at('Young')));
    expect(all).toMatchObject({ gold: 2, predicted: 1, relaxed: 1, exact: 0, sourceRight: 1 });
    expect(spanFigures(all)).toMatchObject({ exact: 0, relaxed: 2 / 3, endToEnd: 2 / 3, sourcePrecision: 1 });
  });

  it('lets punctuation at the ends decide nothing', () => {
    const { all } = speech(found(at(`${TEN},`), at('Xavier Young.')));
    expect(all).toMatchObject({ exact: 1, sourceRight: 1 });
  });

  it('takes the pieces of a broken quotation as one', () => {
    const pieces = at('Alpha beta gamma delta epsilon', 'zeta eta theta iota kappa');
    expect(speech(found(pieces)).all.exact).toBe(1);
    const apart = speech(...pieces.map((piece) => found([piece]))).all;
    expect(apart).toMatchObject({ relaxed: 0, predicted: 2, goldWordsFound: 10 });
  });

  it.each([
    ['another speaker', at('Olga'), 0, 0],
    ['no source where there is one', [], 0, null],
    ['a source twelve words long', [{ start: at(TEN)[0]?.end ?? 0, end: TEXT.length }], 1, 1],
    ['a source that swallows the text', [{ start: 0, end: TEXT.length }], 0, 0],
  ])('judges %s', (_, source, right, precision) => {
    const { all } = speech(found(at(TEN), source));
    expect(all.relaxed).toBe(1);
    expect(all.sourceRight).toBe(right);
    expect(spanFigures(all).sourcePrecision).toBe(precision);
  });

  it('counts no source as right where the gold has none, and an invented one as wrong', () => {
    const unattributed: GoldArticle = { ...ARTICLE, quotations: [marked(at(TEN), [])] };
    const right = scoreSpans(unattributed, [found(at(TEN))], { speechOnly: true }).all;
    expect(spanFigures(right)).toMatchObject({ endToEnd: 1, sourcePrecision: null });
    const invented = scoreSpans(unattributed, [found(at(TEN), at('Olga'))], { speechOnly: true }).all;
    expect(spanFigures(invented)).toMatchObject({ relaxed: 1, endToEnd: 0, sourcePrecision: 0 });
  });

  it('counts a second finding of the same words as wrong', () => {
    expect(speech(found(at(TEN)), found(at(TEN))).all).toMatchObject({ relaxed: 1, predicted: 2 });
  });

  it('pairs the best agreement first', () => {
    const rows = speech(found(at('Alpha beta gamma delta epsilon zeta eta theta')), found(at(TEN)));
    expect(rows.all).toMatchObject({ exact: 1, relaxed: 1, predicted: 2 });
  });

  it('holds a matched belief neither for right nor for wrong among speech, and for right among all', () => {
    const belief = found(at('quebec romeo sierra'), at('Papa'));
    expect(speech(belief).all).toMatchObject({ gold: 2, predicted: 0, relaxed: 0, predictedWords: 0 });
    const all = scoreSpans(ARTICLE, [belief], { speechOnly: false }).all;
    expect(all).toMatchObject({ gold: 3, predicted: 1, relaxed: 1, sourceRight: 1 });
  });

  it('counts an invention as wrong', () => {
    expect(speech(found(at('Olga said. Papa'))).all).toMatchObject({ predicted: 1, relaxed: 0, predictedWords: 3 });
  });

  it('puts a pair in the row of its gold and a wrong finding in the row of its own kind', () => {
    const rows = speech(found(at(TEN), at('Young'), 'direct'), found(at('Papa thinks'), [], 'direct'));
    expect(rows.indirect).toMatchObject({ gold: 2, predicted: 1, relaxed: 1 });
    expect(rows.direct).toMatchObject({ gold: 0, predicted: 1, relaxed: 0, predictedWords: 2 });
    expect(rows.all).toMatchObject({ gold: 2, predicted: 2, relaxed: 1 });
  });

  it('leaves out gold without a word in it', () => {
    const dash: GoldArticle = { ...ARTICLE, quotations: [marked([{ start: 56, end: 57 }], [])] };
    expect(scoreSpans(dash, [], { speechOnly: true }).all.gold).toBe(0);
  });
});
