import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { startPostgres, type TestServer } from './postgres-server.ts';

/** Databases for the tests of one file. */
export interface TestDatabases {
  /** The address of a new, empty database. */
  create(): Promise<string>;
  /** Puts statements to a database, past whosaid. */
  query(url: string, sql: string, values?: readonly unknown[]): Promise<readonly Record<string, unknown>[]>;
}

/**
 * Databases on the server of the whole run, or on the one that WHOSAID_TEST_POSTGRES names, or else on one of this
 * file's own; null, with a line that says why, where none can be had. They are removed after the file's tests.
 */
export async function databasesForTests(): Promise<TestDatabases | null> {
  const given = process.env.WHOSAID_TEST_POSTGRES || inject('postgres');
  let own: TestServer | null = null;
  if (!given) {
    try {
      own = await startPostgres();
    } catch (error) {
      process.stderr.write(`Tests on PostgreSQL are skipped: ${error instanceof Error ? error.message : error}\n`);
      return null;
    }
  }
  const server = own?.url ?? given;
  const made: string[] = [];
  afterAll(async () => {
    if (own) await own.end();
    else for (const name of made) await query(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });
  return {
    query,
    create: async () => {
      const name = `whosaid_test_${randomBytes(6).toString('hex')}`;
      await query(server, `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'`);
      made.push(name);
      const url = new URL(server);
      url.pathname = `/${name}`;
      return url.href;
    },
  };
}

/** Puts statements to a database, past whosaid. */
export async function query(url: string, sql: string, values: readonly unknown[] = []) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql, [...values]);
    return rows;
  } finally {
    await client.end();
  }
}
