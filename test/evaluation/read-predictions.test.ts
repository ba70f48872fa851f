import { describe, expect, it } from 'vitest';
import { readPredictions } from '../../src/evaluation/read-predictions.ts';

const TEXT = 'The dam “holds”, Alma Reyes said.';
const ARTICLES = [{ id: 'dam', text: TEXT, quotations: [] }];
const QUOTE = { kind: 'indirect', content: [[0, 15]], source: [[17, 27]], cue: [[28, 32]], speaker: 'Alma Reyes' };

function line(...quotes: readonly object[]): string {
  return `${JSON.stringify({ id: 'dam', quotes })}\n`;
}

describe('readPredictions', () => {
  it('reads what extract --jsonl prints, and scores of it what is scored of our own', () => {
    const term = { ...QUOTE, kind: 'term' };
    const headline = { ...QUOTE, kind: 'headline', status: 'named', evidence: [] };
    const { byArticle, unknown, faults } = readPredictions(line(QUOTE, term, headline), 'a.jsonl', ARTICLES);
    expect(faults).toEqual([]);
    expect(unknown).toBe(0);
    expect(byArticle.get('dam')?.map(({ kind }) => kind)).toEqual(['indirect', 'mixed']);
    expect(byArticle.get('dam')?.[0]).toEqual({
      kind: 'indirect',
      content: [{ start: 0, end: 15 }],
      source: [{ start: 17, end: 27 }],
      cue: [{ start: 28, end: 32 }],
      speaker: 'Alma Reyes',
    });
  });

  it('takes what is not given for nothing', () => {
    const { byArticle } = readPredictions(line({ kind: 'direct', content: [[0, 3]] }), 'a.jsonl', ARTICLES);
    expect(byArticle.get('dam')?.[0]).toMatchObject({ source: [], cue: [], speaker: null });
  });

  it('counts lines about other articles, and leaves them', () => {
    const { byArticle, unknown } = readPredictions('{"id": "mill", "quotes": []}\n', 'a.jsonl', ARTICLES);
    expect([byArticle.size, unknown]).toEqual([0, 1]);
  });

  it.each([
    ['nonsense', 'bad.jsonl, line 1: this is no JSON.'],
    ['[]', 'bad.jsonl, line 1: this is no {"id", "quotes"}.'],
    ['{"id": "dam"}', 'bad.jsonl, line 1: quotes is missing or no list.'],
    [line({ ...QUOTE, kind: 'loud' }), 'line 1: quotes.0.kind is none of direct, mixed, indirect, term,'],
    [line({ ...QUOTE, content: [] }), 'line 1: quotes.0.content is empty.'],
    [line({ ...QUOTE, content: [[3, 3]] }), 'line 1: quotes.0.content.0 is a span without a letter in it.'],
    [line({ ...QUOTE, source: [[30, 99]] }), 'line 1: a span ends behind the text of the article dam.'],
    [line() + line(), 'bad.jsonl, line 2: the article dam is there a second time.'],
  ])('says what is wrong with %s', (jsonl, fault) => {
    const { faults } = readPredictions(jsonl, 'bad.jsonl', ARTICLES);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(fault);
  });
});
