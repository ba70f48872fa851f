import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { madeUpArticles } from '../../src/bench/made-up-articles.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { startPostgres, type TestServer } from '../archive/postgres-server.ts';

const ARTICLES = 60;

const folder = await mkdtemp(join(tmpdir(), 'whosaid-gone-'));
const server: TestServer | null = await startPostgres().catch((error: unknown) => {
  process.stderr.write(`Tests on PostgreSQL are skipped: ${error instanceof Error ? error.message : error}\n`);
  return null;
});
afterAll(async () => {
  await server?.end();
  await rm(folder, { recursive: true });
});

describe('an ingest whose database goes away', () => {
  it.skipIf(server === null)(
    'ends with one sentence that blames no article, and comes to its end once the database is back',
    async () => {
      if (!server) return;
      const corpus = join(folder, 'articles.jsonl');
      await writeFile(corpus, Array.from(madeUpArticles(ARTICLES), (article) => JSON.stringify(article)).join('\n'));
      const archive = await openArchive(server.url);
      const skipped: string[] = [];
      let stopping: Promise<void> | undefined;
      const ingesting = ingest(archive, [corpus], {
        threads: 2,
        isInBackground: true,
        tell: (event) => {
          if (event.kind === 'skipped') skipped.push(event.reason);
          if (event.kind === 'kept') stopping ??= server.stop();
        },
      });
      await expect(ingesting).rejects.toThrow(ArchiveError);
      await expect(ingesting).rejects.toThrow(/cannot be reached.*what was kept is safe\.$/);
      expect(skipped).toEqual([]);
      await stopping;
      await server.start();
      const again = await ingest(archive, [corpus], { threads: 2 });
      expect(again.held).toBeGreaterThan(0);
      expect(again.held + again.articles).toBe(ARTICLES);
      expect((await archive.holdings()).articles).toBe(ARTICLES);
      await archive.check();
      await archive.close();
    },
    240_000,
  );
});
