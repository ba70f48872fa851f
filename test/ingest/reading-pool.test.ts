import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { readText } from '../../src/article/read-article.ts';
import { extract } from '../../src/extraction/extract.ts';
import { IngestError } from '../../src/ingest/progress.ts';
import { type PoolOptions, ReadingPool } from '../../src/ingest/reading-pool.ts';

const ODD_READER = new URL('./odd-reader.mjs', import.meta.url);

let pool: ReadingPool | undefined;
afterEach(() => pool?.stop());

function open(options: Partial<PoolOptions> = {}): ReadingPool {
  pool = new ReadingPool({ threads: 2, isInBackground: false, ...options });
  return pool;
}

/** What becomes of articles with these texts, all asked for at once. */
async function readAll(reading: ReadingPool, texts: readonly string[]) {
  const outcomes = await Promise.all(texts.map((text, index) => reading.read(readText(text, String(index)))));
  return outcomes.map((outcome) => (outcome.kind === 'failed' ? outcome.reason : outcome.kind));
}

describe('reading threads', () => {
  it('read an article as it is read here', async () => {
    const article = readText('River rises\n“The river will rise,” Mayor Alma Reyes said.', 'river');
    expect(await open({ isInBackground: true }).read(article)).toEqual({ kind: 'read', extraction: extract(article) });
  });

  it('find the articles in a file, or say why there are none', async () => {
    const reading = open();
    const path = fileURLToPath(new URL('../../seeds/000_fb7ac525feaaad7d.txt', import.meta.url));
    const article = expect.objectContaining({ kind: 'article' });
    expect(await reading.open(path)).toEqual({ kind: 'opened', readings: [article] });
    expect(await reading.open('/no/such/file')).toEqual({
      kind: 'failed',
      reason: 'it cannot be read (there is no such file or folder)',
    });
  });

  it.each([
    ['hang', { timeLimit: 1000 }, 'reading it took more than 1 seconds'],
    ['crash', {}, 'reading it broke off (it ended)'],
    ['throw', {}, 'reading it broke off (a fault)'],
    ['exhaust', { mostHeap: 64 }, expect.stringMatching(/^reading it broke off \(.*memory/)],
  ])('give up one article that makes them %s, and read all others', async (text, options, reason) => {
    const texts = ['a', 'b', text, 'c', 'd', 'e', 'f', 'g', text, 'h'];
    const reading = open({ script: ODD_READER, ...options });
    expect(await readAll(reading, texts)).toEqual(texts.map((one) => (one === text ? reason : 'read')));
  });

  it('are replaced once they have read so much, and nothing is lost over that', async () => {
    const reading = open({ script: ODD_READER, threads: 1, threadLife: 25 });
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, index) => reading.read(readText('ten letter', String(index)))),
    );
    const threads = new Map<unknown, number>();
    for (const outcome of outcomes) {
      const mark = outcome.kind === 'read' && 'mark' in outcome.extraction ? outcome.extraction.mark : null;
      threads.set(mark, (threads.get(mark) ?? 0) + 1);
    }
    expect(threads.size).toBeGreaterThan(3);
    expect(threads.has(null)).toBe(false);
  });

  it('leave unread what is left when they are stopped', async () => {
    const reading = open({ script: ODD_READER });
    const outcomes = readAll(reading, ['hang', 'hang', 'a']);
    await reading.stop();
    expect(await outcomes).toEqual(['stopped', 'stopped', 'stopped']);
    expect(await readAll(reading, ['b'])).toEqual(['stopped']);
  });

  it('say so where none can be started', async () => {
    const reading = open({ script: new URL('./no-such-reader.mjs', import.meta.url) });
    await expect(readAll(reading, ['a'])).rejects.toThrow(IngestError);
  });
});
