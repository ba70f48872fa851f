import { describe, expect, it } from 'vitest';
import type { ReadArticle } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { ArchiveProcess } from './archive-process.ts';
import { databasesForTests } from './postgres-databases.ts';
import { printed } from './printed-article.ts';

const databases = await databasesForTests();
const PATIENCE = 120_000;
const WRITERS = 6;

/** Words of a few kinds: such as stand everywhere, such as stand often, and such as stand once. */
const draft = (article: number, version: number): ReadArticle =>
  printed(
    `shared-${article}`,
    [
      { said: `The river ${article % 7} will rise by draft${version} metres`, by: 'Ann Lee', speaker: 'Ann Lee' },
      { fact: `Number${article}x${version} of the people of ${['Weirford', 'Bristow'][article % 2]}` },
    ],
    { publishedAt: `2016-01-${String((article % 28) + 1).padStart(2, '0')}` },
  );

describe.skipIf(!databases)('several writers on one PostgreSQL', () => {
  const create = async () => (await databases?.create()) ?? '';

  it(
    'bring other articles, the same ones and other versions of the same at once, and all counts are right',
    async () => {
      const url = await create();
      const archives = await Promise.all(Array.from({ length: WRITERS }, () => openArchive(`${url}?pool=3`)));
      // Each brings the forty articles in an order of its own, in one of three versions, and forty of its own.
      await Promise.all(
        archives.map(async (archive, writer) => {
          for (let batch = 0; batch < 10; batch++) {
            const shared = [0, 1, 2, 3].map((n) => draft((batch * 4 + n * (writer + 3)) % 40, writer % 3));
            const own = [0, 1, 2, 3].map((n) =>
              printed(`own-${writer}-${batch}-${n}`, [{ fact: `The river of writer${writer} in batch${batch}` }]),
            );
            await archive.keep(writer % 2 === 0 ? [...shared, ...own] : [...own, ...shared.toReversed()]);
          }
        }),
      );
      const [archive] = archives;
      await archive?.check();
      const listed = (await archive?.articles(1000)) ?? [];
      expect(listed.filter(({ article }) => article.id.startsWith('own-'))).toHaveLength(WRITERS * 40);
      expect(listed.length).toBe((await archive?.holdings())?.articles);
      for (const { article } of listed.filter(({ article: { id } }) => id.startsWith('shared-'))) {
        const entries = (await archive?.entriesOf(article.id)) ?? [];
        expect(new Set(entries.map(({ sha256 }) => sha256))).toEqual(new Set([article.sha256]));
      }
      expect((await archive?.frequencies(['river']))?.get('river')).toBe(listed.length);
      await Promise.all(archives.map((one) => one.close()));
      const deadlocks = 'SELECT deadlocks::integer FROM pg_stat_database WHERE datname = current_database()';
      expect(await databases?.query(url, deadlocks)).toEqual([{ deadlocks: 0 }]);
    },
    PATIENCE,
  );

  it(
    'bring the same article at the same moment, and one of them adds it',
    async () => {
      const url = await create();
      const archives = await Promise.all(Array.from({ length: WRITERS }, () => openArchive(`${url}?pool=2`)));
      for (let round = 0; round < 5; round++) {
        const kept = await Promise.all(archives.map((archive) => archive.keep([draft(round, 0)])));
        expect(kept.flat().filter(({ kind }) => kind === 'added')).toHaveLength(1);
        expect(kept.flat().filter(({ kind }) => kind === 'unchanged')).toHaveLength(WRITERS - 1);
      }
      await archives[0]?.check();
      await Promise.all(archives.map((one) => one.close()));
    },
    PATIENCE,
  );

  it(
    'bring byte for byte the same text under ids of their own, and each entry has an id of its own',
    async () => {
      const url = await create();
      const archives = await Promise.all(Array.from({ length: WRITERS }, () => openArchive(`${url}?pool=2`)));
      const lines = Array.from({ length: 8 }, (_, n) => ({ fact: `The agency reports fact ${n}` }));
      await Promise.all(archives.map((archive, writer) => archive.keep([printed(`copy-${writer}`, lines)])));
      const ids = await Promise.all(archives.map((archive, writer) => archive.entriesOf(`copy-${writer}`)));
      expect(new Set(ids.flat().map(({ id }) => id)).size).toBe(WRITERS * lines.length);
      await archives[0]?.check();
      await Promise.all(archives.map((one) => one.close()));
    },
    PATIENCE,
  );

  it(
    'claim the same key at the same moment, and one of them gets it',
    async () => {
      const url = await create();
      const archives = await Promise.all(Array.from({ length: WRITERS }, () => openArchive(`${url}?pool=2`)));
      for (const key of ['one', 'two', 'three']) {
        const claims = await Promise.all(archives.map((archive) => archive.claim(key)));
        expect(claims.filter((isMine) => isMine)).toHaveLength(1);
      }
      await Promise.all(archives.map((one) => one.close()));
    },
    PATIENCE,
  );

  it(
    'are killed in the midst of it, beside one that goes on: each batch whole or not at all, none lost that was acknowledged',
    async () => {
      const url = await create();
      const survivor = new ArchiveProcess('keep-until-killed.ts', url);
      await survivor.hasSaid(1);
      let most = 0;
      for (let round = 1; round <= 3; round++) {
        // It brings the same articles as the one before it, and then more.
        const keeping = new ArchiveProcess('keep-until-killed.ts', url);
        await keeping.hasSaid(8 * round);
        await keeping.kill();
        most = Math.max(most, keeping.lines.length - 1);
      }
      await survivor.kill();
      most = Math.max(most, survivor.lines.length - 1);
      const archive = await openArchive(url);
      await archive.check();
      const { articles, quotations, facts } = await archive.holdings();
      expect(articles % 5).toBe(0);
      expect(articles).toBeGreaterThanOrEqual(most * 5);
      expect([quotations, facts]).toEqual([articles, articles]);
      for (let batch = 0; batch < most; batch++) {
        expect((await archive.article(`${batch}-4`))?.isCurrent).toBe(true);
      }
      await archive.close();
    },
    PATIENCE,
  );
});
