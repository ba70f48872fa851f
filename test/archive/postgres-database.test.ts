import { inspect } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { MIGRATIONS } from '../../src/archive/postgres/schema.ts';
import { databasesForTests } from './postgres-databases.ts';
import { startPostgres, type TestServer } from './postgres-server.ts';
import { printed } from './printed-article.ts';

const databases = await databasesForTests();
/** One that can be stopped without others noticing. */
const own: TestServer | null = await startPostgres().catch(() => null);

describe('an address of PostgreSQL', () => {
  it.each([
    ['postgres://ann:geheim@[bad/news', 'The address of the PostgreSQL archive cannot be read.'],
    ['postgres://ann:ge%heim@localhost/news', 'The address of the PostgreSQL archive cannot be read.'],
    ['postgresql://ann:geheim@localhost/news?pool=0', 'asks for a pool that is no number of connections'],
    ['postgresql://ann:geheim@localhost/news?pool=many', 'asks for a pool that is no number of connections'],
    ['postgres://ann:geheim@127.0.0.1:1/news', 'The PostgreSQL database news on 127.0.0.1:1 cannot be reached.'],
    ['postgres://ann:geheim@nowhere.invalid/news', 'There is no host by that name'],
  ])('that cannot be used is told of without the password: %s', async (address, message) => {
    const fault: unknown = await openArchive(address).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(ArchiveError);
    expect(String(fault)).toContain(message);
    expect(inspect(fault, { depth: 9 })).not.toMatch(/ge%?heim/);
  });
});

describe.skipIf(!databases)('a PostgreSQL database', () => {
  const create = async () => (await databases?.create()) ?? '';
  const query = async (url: string, sql: string) => (await databases?.query(url, sql)) ?? [];

  it('is made an archive by several instances that start at once', async () => {
    const url = await create();
    const archives = await Promise.all(Array.from({ length: 4 }, () => openArchive(url)));
    await archives[0]?.keep([printed('a', [{ said: 'One', by: 'Ann' }])]);
    for (const archive of archives) {
      expect(await archive.holdings()).toMatchObject({ articles: 1, quotations: 1 });
      await archive.close();
    }
    const steps = await query(url, 'SELECT step FROM whosaid_migrations ORDER BY step');
    expect(steps).toEqual(MIGRATIONS.map((_, index) => ({ step: index + 1 })));
  });

  it('is only read where it is opened for reading, and only once there is an archive in it', async () => {
    const url = await create();
    await expect(openArchive(url, { mode: 'read' })).rejects.toThrow(/^There is no archive in the PostgreSQL database/);
    const owner = await openArchive(url);
    await owner.keep([printed('a', [{ said: 'One', by: 'Ann' }])]);
    const reader = await openArchive(url, { mode: 'read' });
    expect((await reader.article('a'))?.article.id).toBe('a');
    for (const write of [() => reader.keep([]), () => reader.noteIndexed('now'), () => reader.claim('key')]) {
      await expect(write()).rejects.toThrow('is open for reading only');
    }
    await reader.check();
    await Promise.all([reader.close(), owner.close()]);
    await expect(owner.holdings()).rejects.toThrow('has been closed');
  });

  it('that was made an archive by a newer whosaid is left alone', async () => {
    const url = await create();
    await (await openArchive(url)).close();
    await query(url, 'INSERT INTO whosaid_migrations VALUES (1000, now())');
    for (const mode of ['own', 'read'] as const) {
      await expect(openArchive(url, { mode })).rejects.toThrow('was made by a newer whosaid. Update whosaid');
    }
  });

  it('with somebody else’s tables is left alone, unless whosaid has a schema of its own there', async () => {
    const url = await create();
    await query(url, 'CREATE TABLE subscribers (id integer)');
    await query(url, 'CREATE SCHEMA archive');
    await expect(openArchive(url)).rejects.toThrow('holds other tables and no archive of whosaid');
    const archive = await openArchive(`${url}?options=${encodeURIComponent('-c search_path=archive')}`);
    await archive.keep([printed('a', [{ said: 'One', by: 'Ann' }])]);
    await archive.check();
    await archive.close();
    expect(await query(url, 'SELECT count(*)::integer AS n FROM archive.entries')).toEqual([{ n: 1 }]);
  });

  it('that is not there, or lets nobody in by that password, is said to be so', async () => {
    const url = new URL(await create());
    const wrong = new URL(url);
    wrong.password = 'geheim';
    const fault: unknown = await openArchive(wrong.href).catch((error: unknown) => error);
    expect(String(fault)).toMatch(/The password for the PostgreSQL database whosaid_test_\w+ on .* is wrong\./);
    expect(inspect(fault, { depth: 9 })).not.toContain('geheim');
    url.pathname = '/missing';
    await expect(openArchive(url.href)).rejects.toThrow('There is no database by that name');
  });

  it.each([
    ['the number of articles or entries is wrong', "UPDATE tallies SET n = n + 1 WHERE name = 'facts'"],
    [
      'an article has no current version',
      'UPDATE versions SET is_current = false, is_listed = false; DELETE FROM search; DELETE FROM terms; DELETE FROM tallies',
    ],
    ['a version has lost its text', 'DELETE FROM texts'],
    ['the search index does not hold what is listed', 'DELETE FROM search'],
    ['a word is not counted right', "UPDATE terms SET df = 2 WHERE term = 'shines'"],
    ['a word cannot be found by its misspellings', "DELETE FROM term_del WHERE term = 'shines'"],
  ])('that is damaged is found out by its check: %s', async (damage, deed) => {
    const url = await create();
    const archive = await openArchive(url);
    await archive.keep([printed('a', [{ fact: 'The sun shines' }])]);
    await archive.check();
    await query(url, deed);
    await expect(archive.check()).rejects.toThrow(`is damaged: ${damage}. Restore it from a backup`);
    await archive.close();
  });
});

describe.skipIf(!own)('a server', () => {
  const server = own as TestServer;
  afterAll(() => server?.end());

  it('that goes fails calls with a sentence, and serves them again once it is back', async () => {
    const archive = await openArchive(server.url);
    await archive.keep([printed('before', [{ fact: 'It was there' }])]);
    await server.stop();
    for (const call of [() => archive.holdings(), () => archive.keep([printed('lost', [{ fact: 'It was not' }])])]) {
      await expect(call()).rejects.toThrow(/^The PostgreSQL database postgres on 127.0.0.1:\d+ cannot be reached\./);
    }
    await server.start();
    expect((await archive.holdings()).articles).toBe(1);
    await archive.keep([printed('after', [{ fact: 'It is there again' }])]);
    expect((await archive.holdings()).articles).toBe(2);
    await archive.check();
    await archive.close();
  });

  it('that goes while it is asked fails what is under way, and nothing else', async () => {
    const archive = await openArchive(server.url);
    const keeping = Array.from({ length: 12 }, (_, n) =>
      archive.keep([printed(`under-way-${n}`, [{ fact: `Number ${n}` }])]),
    );
    const outcomes = Promise.allSettled(keeping);
    await keeping[0]?.catch(() => undefined);
    await server.stop();
    const kept = (await outcomes).map((outcome) => {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(ArchiveError);
      return outcome.status === 'fulfilled';
    });
    await server.start();
    for (const [n, isKept] of kept.entries()) {
      if (isKept) expect((await archive.article(`under-way-${n}`))?.isCurrent).toBe(true);
    }
    await archive.check();
    await archive.close();
  });
});
