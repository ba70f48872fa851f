import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readText } from '../../src/article/read-article.ts';
import { CorpusError, openCorpus } from '../../src/bench/corpus.ts';
import { madeUpArticles } from '../../src/bench/made-up-articles.ts';
import { extract } from '../../src/extraction/extract.ts';

describe('madeUpArticles', () => {
  it('are the same for the same seed, and others for another', () => {
    expect([...madeUpArticles(3, 7)]).toEqual([...madeUpArticles(3, 7)]);
    expect([...madeUpArticles(1, 7)]).not.toEqual([...madeUpArticles(1, 8)]);
  });

  it('are about as long as news articles, and full of quotations', () => {
    for (const { id, text } of madeUpArticles(5)) {
      const words = text.split(/\s+/).length;
      expect(words).toBeGreaterThan(650);
      expect(words).toBeLessThan(850);
      const { quotations, facts } = extract(readText(text, id));
      expect(new Set(quotations.map(({ kind }) => kind)).size).toBeGreaterThan(2);
      expect(facts.length).toBeGreaterThan(0);
    }
  });
});

describe('openCorpus', () => {
  let folder = '';
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('reads a file again from its start where more articles are asked for', () => {
    const path = file('two.jsonl', '{"id": 1, "text": "One."}\n{"id": "b", "text": "Two.", "more": []}\n\n');
    const ids = Array.from(openCorpus(path).articles(5), ({ id }) => id);
    expect(ids).toEqual(['1', 'b', '1', 'b', '1']);
    expect(openCorpus(path).name).toBe('the 2 articles of a file');
  });

  it.each([
    [
      'faulty.jsonl',
      '{"id": "a", "text": "One."}\nnonsense',
      'line 2: this is no JSON object with an "id" and a "text".',
    ],
    ['bare.jsonl', '{"id": "a"}', 'line 1: this is no JSON object'],
    ['empty.jsonl', '\n', 'has no articles.'],
  ])('says what is wrong with %s', (name, content, message) => {
    const path = file(name, content);
    expect(() => openCorpus(path)).toThrow(CorpusError);
    expect(() => openCorpus(path)).toThrow(message);
  });
});
