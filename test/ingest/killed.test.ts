import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { madeUpArticles } from '../../src/bench/made-up-articles.ts';
import { ArchiveProcess } from '../archive/archive-process.ts';
import { databasesForTests } from '../archive/postgres-databases.ts';

/** How often the ingest is killed: `KILLS=20 npx vitest run test/ingest/killed.test.ts` takes a few minutes. */
const KILLS = Number(process.env.KILLS ?? 3);
/** Batches that are kept before it is killed, at the most. */
const BATCHES = 6;
const ARTICLES = 40 + KILLS * BATCHES * 4;
/** Each kill takes a few seconds, and ten times that on a busy machine. */
const PATIENCE = 240_000 + KILLS * 90_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-killed-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const databases = await databasesForTests();

/** Where a new archive can be, by the store. */
const STORES: Readonly<Record<string, (() => Promise<string>) | null>> = {
  'a folder': async () => mkdtemp(join(folder, 'archive-')),
  PostgreSQL: databases && (() => databases.create()),
};

describe.each(Object.entries(STORES))('an ingest into %s that is killed again and again', (_, place) => {
  it.skipIf(place === null)(
    'loses nothing that it has acknowledged, keeps nothing twice, and comes to the same as one that is not',
    async () => {
      if (place === null) return;
      const path = join(folder, 'articles.jsonl');
      const lines = Array.from(madeUpArticles(ARTICLES), (article) => JSON.stringify(article));
      await writeFile(path, lines.join('\n'));
      const address = await place();
      const other = await place();
      const acknowledged = new Set<string>();
      for (let kill = 0; kill < KILLS; kill++) {
        const ingesting = new ArchiveProcess('../ingest/ingest-until-killed.ts', address, { words: [path] });
        await ingesting.hasSaid(2 + ((kill * 7) % BATCHES));
        expect(await ingesting.kill()).toBe('');
        expect(ingesting.lines).not.toContain('done');
        const [, ...batches] = ingesting.lines;
        expect(batches.length).toBeGreaterThan(0);
        for (const id of batches.flatMap((line) => line.split(' '))) {
          // What had been kept when it was killed is not kept again.
          expect(acknowledged.has(id)).toBe(false);
          acknowledged.add(id);
        }
        const archive = await openArchive(address);
        await archive.check();
        const { articles } = await archive.holdings();
        const kept = (await archive.articles(ARTICLES * 2)).map(({ article }) => article.id);
        expect(kept.length).toBe(articles);
        const distinct = new Set(kept);
        expect(distinct.size).toBe(articles);
        expect([...acknowledged].filter((id) => !distinct.has(id))).toEqual([]);
        // A batch may have been kept without our having heard of it.
        for (const id of kept) acknowledged.add(id);
        await archive.close();
      }
      const last = new ArchiveProcess('../ingest/ingest-until-killed.ts', address, { words: [path] });
      expect(await last.ended()).toEqual({ status: 0, errors: '' });
      const unkilled = new ArchiveProcess('../ingest/ingest-until-killed.ts', other, { words: [path] });
      expect(await unkilled.ended()).toEqual({ status: 0, errors: '' });
      expect(await contentsOf(address)).toEqual(await contentsOf(other));
    },
    PATIENCE,
  );
});

/** Everything that an archive holds, in one order. */
async function contentsOf(address: string) {
  const archive = await openArchive(address);
  const { indexedAt, ...holdings } = await archive.holdings();
  const kept = await archive.articles(ARTICLES * 2);
  const entries = await Promise.all(kept.map(({ article }) => archive.entriesOf(article.id)));
  await archive.close();
  return { holdings, entries };
}
