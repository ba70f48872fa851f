import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { type Span, slice } from '../../../src/article/article.ts';
import { quotationsByCompromise } from '../../../src/bench/extract/compromise-peer.ts';
import { readPredictions } from '../../../src/evaluation/read-predictions.ts';

describe('quotationsByCompromise', () => {
  it('gives stretches in quotation marks with the nearest subject of a verb of saying', () => {
    const text = '“It holds well,” said Alma Reyes. The river rose.\n\n"Nobody drowned," she added.\n\nA ‘fine dam’.';
    // Where marks and commas around the words are counted in is up to compromise.
    const words = (span: Span | null) => (span ? slice(text, span).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '') : null);
    const found = quotationsByCompromise(text).map(({ content, source, cue }) => [content, source, cue].map(words));
    expect(found).toEqual([
      ['It holds well', 'Alma Reyes', 'said'],
      ['Nobody drowned', 'she', 'added'],
      ['fine dam', 'she', 'added'],
    ]);
  });
});

describe('predict-by-compromise', () => {
  it('prints a line for each article, as evaluate --compare reads them', { timeout: 60_000 }, () => {
    const script = 'src/bench/extract/predict-by-compromise.ts';
    const input = '{"id": "dam", "text": "“It holds well,” said Alma Reyes."}\n';
    const run = spawnSync(process.execPath, ['--import', 'tsx', script], { input, encoding: 'utf8' });
    const articles = [{ id: 'dam', text: '“It holds well,” said Alma Reyes.', quotations: [] }];
    const { byArticle, faults } = readPredictions(run.stdout, 'compromise.jsonl', articles);
    expect(faults).toEqual([]);
    expect(byArticle.get('dam')).toMatchObject([{ kind: 'direct', speaker: null }]);
  });
});
