import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { recovered } from '../../src/bench/ingest/recovered.ts';
import { toldArticles } from '../../src/bench/ingest/truth.ts';
import { ingest } from '../../src/ingest/ingest.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-recovered-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('what is said in the articles', () => {
  it('is counted as found, by whom, or as missed', async () => {
    const corpus = join(folder, 'corpus.jsonl');
    const truth = join(folder, 'truth.jsonl');
    const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('');
    await writeFile(
      corpus,
      lines([
        { id: 'quiet', text: 'Nobody spoke in the hall.' },
        { id: 'river', text: '“The river will rise,” Mayor Alma Reyes said.\n\n“The weir is safe,” said Jo Lane.' },
        { id: 'roads', text: 'The council will mend 12 roads.\n\n“It is late,” said a spokesman.' },
      ]),
    );
    await writeFile(
      truth,
      lines([
        { articleId: 'river', quote: 'The river will rise', speaker: 'Alma Reyes' },
        { articleId: 'river', quote: 'The weir is safe.', speaker: 'Al Lane' },
        { articleId: 'roads', quote: 'It is late', speaker: 'Jo Lane' },
        { articleId: 'roads', quote: 'It is early', speaker: null },
      ]),
    );
    const archive = await openArchive(join(folder, 'archive'));
    await ingest(archive, [corpus]);
    expect(await recovered(archive, toldArticles(corpus, truth))).toEqual({
      quotes: 4,
      recovered: 3,
      named: 3,
      rightSpeaker: 1,
      openSpeaker: 1,
      wrongSpeaker: 1,
      misses: ['It is early'],
    });
    await archive.close();
  });
});
