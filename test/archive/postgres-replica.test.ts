import { EventEmitter, once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ArchiveError } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readAddress } from '../../src/archive/postgres/address.ts';
import { Database, type Value } from '../../src/archive/postgres/database.ts';
import { FreshReplica } from '../../src/archive/postgres/replica.ts';
import { query } from './postgres-databases.ts';
import { startPostgres, type TestServer } from './postgres-server.ts';
import { printed } from './printed-article.ts';

const primary: TestServer | null = await startPostgres().catch(() => null);
const replica: TestServer | null = (await primary?.replica()) ?? null;
if (!replica)
  process.stderr.write('Tests on a read replica of PostgreSQL are skipped: no server can be started here.\n');

/** Statements that whosaid has put to a server. */
const calls = async (server: TestServer): Promise<number> => {
  const rows = await query(
    server.url,
    "SELECT count(*)::integer AS n FROM pg_stat_activity WHERE application_name = 'whosaid'",
  );
  return Number(rows[0]?.n);
};

/** A database that keeps the answer to one question back for a while, or does not give it. */
class HeldUp extends Database {
  readonly #signals = new EventEmitter();
  #holds = false;
  #fails = false;

  /** Holds the next answer up until `tell` is called; `asked` resolves once the database has given it. */
  holdUp(): { readonly asked: Promise<unknown>; readonly tell: () => void } {
    this.#holds = true;
    return { asked: once(this.#signals, 'asked'), tell: () => this.#signals.emit('tell') };
  }

  /** Has the next question fail. */
  fail(): void {
    this.#fails = true;
  }

  override async row<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Promise<Row | undefined> {
    if (this.#fails) {
      this.#fails = false;
      throw new ArchiveError('The primary cannot be reached.');
    }
    const isHeld = this.#holds;
    this.#holds = false;
    const answer = await super.row(schema, sql, ...values);
    if (isHeld) {
      const told = once(this.#signals, 'tell');
      this.#signals.emit('asked');
      await told;
    }
    return answer;
  }
}

describe.skipIf(!replica)('an archive with a read replica', () => {
  const [one, two] = [primary as TestServer, replica as TestServer];
  beforeAll(async () => {
    await (await openArchive(one.url)).close();
  });
  afterAll(async () => {
    await two.end();
    await one.end();
  });
  const pause = (deed: 'pause' | 'resume') => query(two.url, `SELECT pg_wal_replay_${deed}()`);
  const caughtUp = async () => {
    const [place] = await query(one.url, 'SELECT pg_current_wal_lsn()::text AS at');
    for (;;) {
      const [row] = await query(two.url, 'SELECT pg_last_wal_replay_lsn() >= $1::pg_lsn AS is', [place?.at]);
      if (row?.is) return;
    }
  };

  it('reads from the replica, and at once what it has written itself, however far behind the replica is', async () => {
    const archive = await openArchive(one.url, { readFrom: two.url });
    await archive.keep([printed('a', [{ said: 'The weir will hold', by: 'Ann' }])]);
    await caughtUp();
    expect((await archive.article('a'))?.state.kind).toBe('live');
    expect(await calls(two)).toBeGreaterThan(0);
    await pause('pause');
    await archive.act('a', { kind: 'withdraw', note: 'Unfounded.' }, 'the desk');
    expect((await archive.article('a'))?.state.kind).toBe('withdrawn');
    await archive.keep([printed('b', [{ said: 'The weir broke', by: 'Ann' }])]);
    expect(await archive.candidates([{ kind: 'any', groups: [['broke']], limit: 9 }], {})).toHaveLength(1);
    const [entry] = await archive.entriesOf('b');
    await archive.recordShare({ excerptId: entry?.id ?? '', channel: 'C1', ts: '1', sharedBy: 'U1', sharedAt: '2016' });
    expect(await archive.sharesOf('b')).toHaveLength(1);
    expect([await archive.claim('key'), await archive.claim('key')]).toEqual([true, false]);
    await pause('resume');
    await archive.close();
  });

  it('reads from the primary with one sentence while the replica is gone, and from the replica when it is back', async () => {
    const told: string[] = [];
    let now = 0;
    const [first, second] = [one, two].map(({ url }) => new Database(readAddress(url), { isReadOnly: false }));
    if (!first || !second) throw new Error('two databases were opened');
    const reading = new FreshReplica(
      first,
      second,
      (sentence) => told.push(sentence),
      () => now,
    );
    const Follows = z.object({ isReplica: z.boolean() });
    const isReplica = async () => (await reading.row(Follows, 'SELECT pg_is_in_recovery() AS "isReplica"'))?.isReplica;
    await caughtUp();
    expect(await isReplica()).toBe(true);
    await two.stop();
    expect([await isReplica(), await isReplica()]).toEqual([false, false]);
    expect(told).toEqual([
      `${second.place.replace('the', 'The')} cannot be reached. See that it runs and lets this machine in; what was kept is safe. Meanwhile searches are read from ${first.place}.`,
    ]);
    await two.start();
    expect(await isReplica()).toBe(false);
    now += 60_000;
    await caughtUp();
    expect(await isReplica()).toBe(true);
    expect(told.slice(1)).toEqual([`Searches are read from ${second.place} again.`]);
    await Promise.all([first.close(), second.close()]);
  });

  it('reads what others wrote after two seconds at the latest, from the primary where the replica lags', async () => {
    let now = 0;
    const databases = [one, two].map(({ url }) => new Database(readAddress(url), { isReadOnly: false }));
    const [first, second] = databases;
    if (!first || !second) throw new Error('two databases were opened');
    const reading = new FreshReplica(
      first,
      second,
      () => undefined,
      () => now,
    );
    const Count = z.object({ n: z.number() });
    const count = async () => (await reading.row(Count, 'SELECT count(*) AS n FROM meta'))?.n;
    await caughtUp();
    const before = await count();
    await pause('pause');
    await query(one.url, "INSERT INTO meta VALUES ('by somebody else', '')");
    expect(await count()).toBe(before);
    now += 2_000;
    expect(await count()).toBe((before ?? 0) + 1);
    await pause('resume');
    await Promise.all(databases.map((database) => database.close()));
  });

  it('reads what it wrote although an older place in the log is told only then', async () => {
    const first = new HeldUp(readAddress(one.url), { isReadOnly: false });
    const second = new Database(readAddress(two.url), { isReadOnly: false });
    const reading = new FreshReplica(first, second, () => undefined);
    const Count = z.object({ n: z.number() });
    const count = async () => (await reading.row(Count, 'SELECT count(*) AS n FROM meta'))?.n;
    await caughtUp();
    const before = await count();
    await pause('pause');
    const { asked, tell } = first.holdUp();
    const early = reading.wrote();
    await asked;
    await query(one.url, "INSERT INTO meta VALUES ('by itself', '')");
    await reading.wrote();
    tell();
    await early;
    expect(await count()).toBe((before ?? 0) + 1);
    await pause('resume');
    await Promise.all([first.close(), second.close()]);
  });

  it('has written what it wrote although the primary does not say how far that is, and reads it', async () => {
    const first = new HeldUp(readAddress(one.url), { isReadOnly: false });
    const second = new Database(readAddress(two.url), { isReadOnly: false });
    const reading = new FreshReplica(first, second, () => undefined);
    const Count = z.object({ n: z.number() });
    const count = async () => (await reading.row(Count, 'SELECT count(*) AS n FROM meta'))?.n;
    await caughtUp();
    const before = await count();
    await pause('pause');
    await query(one.url, "INSERT INTO meta VALUES ('unplaced', '')");
    first.fail();
    await reading.wrote();
    first.fail();
    expect(await count()).toBe((before ?? 0) + 1);
    expect(await count()).toBe((before ?? 0) + 1);
    await pause('resume');
    await Promise.all([first.close(), second.close()]);
  });

  it('goes on reading from the replica while the primary is gone', async () => {
    const archive = await openArchive(one.url, { mode: 'read', readFrom: two.url });
    expect((await archive.article('a'))?.article.id).toBe('a');
    await caughtUp();
    await one.stop();
    expect((await archive.article('b'))?.article.id).toBe('b');
    await one.start();
    await archive.close();
  });

  it('cannot be written to where the address of the replica is given for that of the archive', async () => {
    const archive = await openArchive(two.url);
    await expect(archive.keep([printed('c', [])])).rejects.toThrow('it is a replica, or read-only');
    await archive.close();
  });
});

describe('a replica of a folder', () => {
  it('is refused', async () => {
    await expect(openArchive('somewhere', { readFrom: 'postgres://ann:geheim@two/news' })).rejects.toThrow(
      'Only an archive in PostgreSQL can be read from a replica.',
    );
  });
});
