import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readText } from '../../src/article/read-article.ts';
import { madeUpArticles } from '../../src/bench/made-up-articles.ts';
import { extract } from '../../src/extraction/extract.ts';
import { ArchiveProcess } from './archive-process.ts';
import { databasesForTests } from './postgres-databases.ts';

/** How long they are at it: `TOGETHER=300 npx vitest run test/archive/postgres-together.test.ts` takes five minutes. */
const SECONDS = Number(process.env.TOGETHER ?? 4);
const FIRST = 10;
const BOTS = 4;
const INGESTERS = 2;
const PATIENCE = SECONDS * 2_000 + 180_000;

const Bot = z.object({
  asked: z.number(),
  answered: z.number(),
  claimed: z.array(z.number()),
  shares: z.array(z.string()),
  errors: z.array(z.string()),
});
const Ingester = z.object({ kept: z.array(z.string()), versions: z.number(), errors: z.array(z.string()) });

const databases = await databasesForTests();

/** Something to ask about from the beginning: what the bots ask for is said in these. */
async function keepFirst(url: string): Promise<void> {
  const archive = await openArchive(url);
  const read = [...madeUpArticles(FIRST, 1)].map(({ id, text }) => {
    const article = { ...readText(text, id), id };
    return { article, extraction: extract(article) };
  });
  await archive.keep(read);
  await archive.close();
}

describe.skipIf(!databases)('four bots and two ingesters on one PostgreSQL', () => {
  it(
    'get on together: no fault, no deadlock, nothing twice, nothing lost',
    async () => {
      const url = (await databases?.create()) ?? '';
      await keepFirst(url);
      const start = (script: string, name: string) =>
        new ArchiveProcess(script, url, { words: [String(SECONDS), name] });
      const bots = Array.from({ length: BOTS }, (_, n) => start('together-bot.ts', `bot-${n}`));
      const ingesters = Array.from({ length: INGESTERS }, (_, n) => start('together-ingester.ts', `ingester-${n}`));
      for (const one of [...bots, ...ingesters]) expect(await one.ended()).toEqual({ status: 0, errors: '' });
      const toldByBots = bots.map(({ lines }) => Bot.parse(JSON.parse(lines[0] ?? '')));
      const toldByIngesters = ingesters.map(({ lines }) => Ingester.parse(JSON.parse(lines[0] ?? '')));
      expect([...toldByBots, ...toldByIngesters].flatMap(({ errors }) => errors)).toEqual([]);

      const archive = await openArchive(url);
      await archive.check();
      const claimed = toldByBots.flatMap((told) => told.claimed).sort((a, b) => a - b);
      expect(claimed).toEqual(Array.from({ length: claimed.length }, (_, n) => n));
      expect(claimed.length).toBeGreaterThan(0);
      const acknowledged = new Set(toldByIngesters.flatMap(({ kept }) => kept));
      for (const version of acknowledged) {
        const [id = '', sha256 = ''] = version.split(' ');
        expect((await archive.article(id, sha256))?.article.sha256).toBe(sha256);
      }
      const ids = new Set([...acknowledged].map((version) => version.split(' ')[0]));
      expect((await archive.holdings()).articles).toBe(FIRST + ids.size);
      expect(toldByIngesters.every(({ kept }) => kept.length > 0)).toBe(true);
      await archive.close();

      const query = async (sql: string) => (await databases?.query(url, sql))?.[0];
      expect(toldByBots.some(({ answered }) => answered > 0)).toBe(true);
      const shares = toldByBots.flatMap((told) => told.shares);
      expect(await query('SELECT count(*)::integer AS n FROM shares')).toEqual({ n: shares.length });
      expect(await query('SELECT count(*)::integer AS n FROM versions')).toEqual({ n: FIRST + acknowledged.size });
      const deadlocks = 'SELECT deadlocks::integer AS n FROM pg_stat_database WHERE datname = current_database()';
      expect(await query(deadlocks)).toEqual({ n: 0 });
      const asked = toldByBots.reduce((sum, told) => sum + told.asked, 0);
      const answered = toldByBots.reduce((sum, told) => sum + told.answered, 0);
      process.stderr.write(
        `${SECONDS} s together: ${asked} questions, ${answered} of them answered, ${shares.length} shares, ` +
          `${acknowledged.size} versions of ${ids.size} articles.\n`,
      );
    },
    PATIENCE,
  );
});
