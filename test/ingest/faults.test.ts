import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { madeUpArticles } from '../../src/bench/made-up-articles.ts';
import { run, WhosaidProcess } from './whosaid-process.ts';

/** Starting several processes takes long on a busy machine, in milliseconds. */
const PATIENCE = 240_000;
const ARTICLES = 150;

let folder: string;
let corpus: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-faults-'));
  corpus = join(folder, 'articles.jsonl');
  await writeFile(corpus, Array.from(madeUpArticles(ARTICLES), (article) => JSON.stringify(article)).join('\n'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Ingests to the end, and sees that everything is there and whole. */
async function goesOn(archive: string, held: number) {
  const { status, out } = await run(['ingest', corpus, '--archive', archive, '--json']);
  expect({ status, ...JSON.parse(out) }).toMatchObject({ status: 0, articles: ARTICLES - held, held, skipped: held });
  const opened = await openArchive(archive);
  await opened.check();
  expect((await opened.holdings()).articles).toBe(ARTICLES);
  await opened.close();
}

async function articlesIn(archive: string): Promise<number> {
  const opened = await openArchive(archive);
  await opened.check();
  const { articles } = await opened.holdings();
  await opened.close();
  return articles;
}

describe('an ingest from the command line', () => {
  it.skipIf(process.platform === 'win32')(
    'says in one sentence that the disk is full, and goes on once there is room',
    async () => {
      const archive = join(folder, 'full');
      const { status, out, err } = await run(['ingest', corpus, '--archive', archive], { mostBlocks: 6000 });
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err.trim().split('\n').at(-1)).toMatch(/^The disk with the archive in .*\.$/);
      expect(err).not.toMatch(/^skipped/m);
      const held = await articlesIn(archive);
      expect(held).toBeGreaterThan(0);
      expect(held).toBeLessThan(ARTICLES);
      await goesOn(archive, held);
    },
    PATIENCE,
  );

  it(
    'finishes what has been read at Ctrl+C, says how to go on, and goes on',
    async () => {
      const archive = join(folder, 'stopped');
      const ingesting = new WhosaidProcess({ words: ['ingest', corpus, '--archive', archive, '--json'] });
      await ingesting.hasSaid(/1 file found/);
      ingesting.signal('SIGINT');
      const { status, out, err } = await ingesting.ended();
      expect({ status, ...JSON.parse(out) }).toMatchObject({ status: 1, isStopped: true });
      expect(err).toContain('Stopped. What was read is kept. The same command goes on from there.');
      await goesOn(archive, await articlesIn(archive));
    },
    PATIENCE,
  );

  it.runIf(existsSync('/proc/self'))(
    'says in one sentence that it may not write',
    async () => {
      const { status, out, err } = await run(['ingest', corpus, '--archive', '/proc/self']);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toBe(
        'whosaid may not write in /proc/self. Give it the right to, or give another folder for the archive.\n',
      );
    },
    PATIENCE,
  );

  it(
    'says in one sentence that another whosaid has the archive, and ingests once that has ended',
    async () => {
      const archive = join(folder, 'shared');
      const owner = await openArchive(archive);
      const { status, out, err } = await run(['ingest', corpus, '--archive', archive]);
      expect({ status, out }).toEqual({ status: 1, out: '' });
      expect(err).toBe(
        `The archive in ${archive} is in use by another whosaid. Stop that one first; only reading goes on beside it.\n`,
      );
      await owner.close();
      await goesOn(archive, 0);
    },
    PATIENCE,
  );
});

describe('a start that reads articles first', () => {
  it(
    'says how many it passed over, even where it no longer says of each why',
    async () => {
      const pictures = join(folder, 'pictures');
      await mkdir(pictures);
      for (let n = 0; n < 25; n++) await writeFile(join(pictures, `${n}.pdf`), '%PDF-1.4');
      const settings = { WHOSAID_ARCHIVE: join(folder, 'none'), WHOSAID_SEEDS: pictures, PORT: '0' };
      const starting = new WhosaidProcess({ script: 'src/main.ts', settings });
      await starting.hasSaid(/Ctrl\+C stops it/);
      starting.signal('SIGTERM');
      const { err } = await starting.ended();
      expect(err).toContain('archive: 0 articles, 0 quotations, 0 facts (nothing new, 25 skipped)\n');
    },
    PATIENCE,
  );

  it(
    'stops cleanly when it is told to in the middle of them, and goes on at the next start',
    async () => {
      const archive = join(folder, 'started');
      const settings = { WHOSAID_ARCHIVE: archive, WHOSAID_SEEDS: corpus, PORT: '0' };
      const starting = new WhosaidProcess({ script: 'src/main.ts', settings });
      await starting.hasSaid(/1 file found/);
      starting.signal('SIGTERM');
      const stopped = await starting.ended();
      expect(stopped).toMatchObject({ status: 0, err: expect.stringContaining('stopped while reading') });
      const held = await articlesIn(archive);
      expect(held).toBeLessThan(ARTICLES);
      const next = new WhosaidProcess({ script: 'src/main.ts', settings });
      await next.hasSaid(/Ctrl\+C stops it/);
      next.signal('SIGTERM');
      expect(await next.ended()).toMatchObject({
        status: 0,
        err: expect.stringContaining(`${ARTICLES - held} new or changed`),
      });
    },
    PATIENCE,
  );
});
