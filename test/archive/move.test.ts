import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Connection } from '../../src/archive/embedded/connection.ts';
import { moveArchive } from '../../src/archive/move.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { DERIVED_TABLES, LEFT_BEHIND, MOVED_TABLES, type MovedRow } from '../../src/archive/transfer.ts';
import { databasesForTests } from './postgres-databases.ts';
import { printed } from './printed-article.ts';

type Opened = Awaited<ReturnType<typeof openArchive>>;

const databases = await databasesForTests();
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-move-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let folders = 0;
const inFolder = () => openArchive(join(folder, String(++folders)));
const inPostgres = async () => openArchive((await databases?.create()) ?? '');
const everyRow = async (archive: Opened): Promise<Record<string, readonly MovedRow[]>> => {
  const tables = MOVED_TABLES.map(async (table) => [table.name, await archive.movedRows(table, null, 10_000)] as const);
  return Object.fromEntries(await Promise.all(tables));
};
const found = async (archive: Opened, word: string) =>
  (await archive.candidates([{ kind: 'any', groups: [[word]], limit: 99 }], {})).map(({ id }) => id);

/** Articles of every standing, versions, shares, rulings, feeds and notes. */
async function fill(archive: Opened): Promise<void> {
  for (let n = 0; n < 30; n++) {
    await archive.keep([
      printed(
        `article-${n}`,
        [
          { said: `The river ${n} will rise 😀`, by: 'Mayor Ann Lee', speaker: 'Ann Lee' },
          { fact: `Fact ${n} “Łódź”` },
        ],
        { headline: `Weir ${n}`, publishedAt: `2016-01-${String(n + 1).padStart(2, '0')}`, outlet: 'The Echo' },
      ),
    ]);
  }
  const [first] = await archive.entriesOf('article-1');
  await archive.recordShare({
    excerptId: first?.id ?? '',
    channel: 'C1',
    ts: '1',
    sharedBy: 'U1',
    sharedAt: '2016-02-01',
  });
  await archive.keep([printed('article-1', [{ said: 'The river fell', by: 'Ann Lee', speaker: 'Ann Lee' }])]);
  await archive.act('article-2', { kind: 'withdraw', note: 'Unfounded.' }, 'the desk');
  await archive.act('article-3', { kind: 'correct', note: 'The date was wrong.' }, 'the desk');
  await archive.act('article-4', { kind: 'embargo', until: '2999-01-01T00:00:00.000Z' }, 'the desk');
  await archive.act('article-5', { kind: 'restrict', channels: ['C7'] }, 'the desk');
  await archive.noteIndexed('2016-03-01T10:00:00.000Z');
  await archive.leaseFeed({
    feed: 'f'.repeat(64),
    shownAs: 'https://feed.example/',
    holder: 'one',
    now: '2016-01-01T00:00:00.000Z',
    until: '2016-01-01T00:01:00.000Z',
  });
  const mark = { item: 'i', mark: 'm', validators: null, failures: 0, at: '2016-01-01T00:00:00.000Z' };
  await archive.noteItems('f'.repeat(64), [mark]);
}

describe.each([
  ['a folder to another', true, true],
  ['a folder to PostgreSQL', true, false],
  ['PostgreSQL to a folder', false, true],
] as const)('moving an archive from %s', (_, fromFolder, toFolder) => {
  const isSkipped = !databases && !(fromFolder && toFolder);
  let source: Opened;
  beforeAll(async () => {
    if (isSkipped) return;
    source = await (fromFolder ? inFolder() : inPostgres());
    await fill(source);
  });
  afterAll(() => source?.close());
  const openTarget = () => (toFolder ? inFolder() : inPostgres());

  it.skipIf(isSkipped)('gives the same archive: rows, answers, and what comes next', async () => {
    const target = await openTarget();
    const { rows, copied } = await moveArchive(source, target);
    expect(rows).toBe(copied);
    expect(await everyRow(target)).toEqual(await everyRow(source));
    expect(await target.holdings()).toEqual(await source.holdings());
    expect(await found(target, 'river')).toHaveLength(27);
    expect((await found(target, 'river')).sort()).toEqual((await found(source, 'river')).sort());
    expect(await target.frequencies(['river', 'fell'])).toEqual(await source.frequencies(['river', 'fell']));
    expect(await target.neighbours(['rivver'])).toEqual(await source.neighbours(['rivver']));
    expect(await target.article('article-2')).toEqual(await source.article('article-2'));
    expect(await target.sharesOf('article-1')).toEqual(await source.sharesOf('article-1'));
    await target.keep([printed('next', [{ said: 'The river goes on', by: 'Ann Lee' }])]);
    await target.act('next', { kind: 'withdraw', note: 'Too early.' }, 'the desk');
    await target.check();
    await target.close();
  });

  it.skipIf(isSkipped)('goes on where it was stopped, wherever that was', async () => {
    const target = await openTarget();
    for (let stop = 1; stop <= 12; stop += 3) {
      let events = 0;
      const moving = moveArchive(source, target, () => {
        events += 1;
        if (events === stop) throw new Error('stopped');
      });
      await expect(moving).rejects.toThrow('stopped');
    }
    await moveArchive(source, target);
    expect(await everyRow(target)).toEqual(await everyRow(source));
    expect((await moveArchive(source, target)).copied).toBe(0);
    await target.close();
  });

  it.skipIf(isSkipped)('leaves an archive alone that holds something else', async () => {
    const target = await openTarget();
    await target.keep([printed('mine', [{ fact: 'Something else' }])]);
    await expect(moveArchive(source, target)).rejects.toThrow('holds something else already');
    expect(await target.articles(9)).toHaveLength(1);
    await target.close();
  });
});

describe.skipIf(!databases)('the tables of the two stores', () => {
  it('are all moved, made anew or left behind, and have the same columns where they are moved', async () => {
    const url = (await databases?.create()) ?? '';
    const path = join(folder, 'columns');
    await Promise.all([(await openArchive(url)).close(), (await openArchive(path)).close()]);
    const connection = new Connection(join(path, 'whosaid.db'));
    const rows = connection.rows(
      z.object({ table: z.string(), column: z.string() }),
      `SELECT tables.name AS "table", columns.name AS "column" FROM pragma_table_list AS tables
       JOIN pragma_table_info(tables.name) AS columns WHERE tables.type = 'table' AND tables.name NOT LIKE 'sqlite_%'`,
    );
    connection.close();
    const others =
      (await databases?.query(
        url,
        `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
         WHERE table_schema = current_schema() AND table_name <> 'whosaid_migrations'`,
      )) ?? [];
    const known = new Set<string>([...MOVED_TABLES.map(({ name }) => name), ...DERIVED_TABLES, ...LEFT_BEHIND]);
    for (const { table } of [...rows, ...others]) expect(known).toContain(table);
    const columns = (all: readonly { table?: unknown; column?: unknown }[], name: string) =>
      all
        .filter(({ table }) => table === name)
        .map(({ column }) => column)
        .sort();
    for (const { name } of MOVED_TABLES) expect([name, columns(others, name)]).toEqual([name, columns(rows, name)]);
  });
});
