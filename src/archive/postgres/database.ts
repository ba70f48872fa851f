import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import { storable } from '../keepable-text.ts';
import type { PostgresAddress } from './address.ts';
import { archiveFault, codeOf, isAway } from './faults.ts';

/** What a statement may be given; lists become arrays. */
export type Value = string | number | boolean | null | readonly string[] | readonly number[];

/** What statements are put to: the database, or one transaction in it. */
export interface Queries {
  /** The rows that a statement gives, each checked: a damaged table must not turn into a wrong citation. */
  rows<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Promise<readonly Row[]>;
  row<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Promise<Row | undefined>;
  /** Runs one statement and says how many rows it changed. */
  run(sql: string, ...values: readonly Value[]): Promise<number>;
}

/** Times in milliseconds. */
const CONNECT_WITHIN = 10_000;
const STATEMENT_WITHIN = 15_000;
/** For the steps of a transaction that writes: another writer may be in front of it. */
const WRITE_WITHIN = 60_000;
/** How much longer than the server's own limit we wait for its answer, before we take it for gone. */
const GRACE = 5_000;
const IDLE = 30_000;

/** How often a transaction is tried, and the longest pause before the second try. */
const TRIES = 8;
const PAUSE = 50;
/** Two writers stood in each other's way, or gave the same thing a number at once: trying again helps. */
const TRY_AGAIN = new Set(['40001', '40P01', '23505']);

/** What every connection is set to. Compiling queries takes longer than ours run. */
const SESSION = `
  SET jit = off;
  SET statement_timeout = ${STATEMENT_WITHIN};
  SET idle_in_transaction_session_timeout = ${WRITE_WITHIN};
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off';`;

const INT8 = 20;

/**
 * A PostgreSQL database behind a pool of connections. Each fault becomes an ArchiveError with a sentence; a connection
 * that broke is thrown away, so that the next call succeeds once the server is back.
 */
export class Database implements Queries {
  readonly place: string;
  readonly #pool: pg.Pool;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor({ url, place, mostConnections }: PostgresAddress, { isReadOnly }: { readonly isReadOnly: boolean }) {
    this.place = place;
    this.#pool = new pg.Pool({
      connectionString: url,
      max: mostConnections,
      connectionTimeoutMillis: CONNECT_WITHIN,
      idleTimeoutMillis: IDLE,
      query_timeout: STATEMENT_WITHIN + GRACE,
      keepAlive: true,
      application_name: 'whosaid',
      types: { getTypeParser },
      onConnect: async (client) => {
        // A connection can be cut off between two steps of a transaction: the next step then fails, and says so.
        client.on('error', () => undefined);
        await client.query(`${SESSION}${isReadOnly ? 'SET default_transaction_read_only = on;' : ''}`);
      },
    });
    // A connection that nobody uses was cut off: the pool drops it, and the next call opens another.
    this.#pool.on('error', () => undefined);
  }

  rows<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Promise<readonly Row[]> {
    return this.#do(async () => rowsOf(schema, await this.#pool.query(sql, values.map(bound))));
  }

  async row<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return (await this.rows(schema, sql, ...values))[0];
  }

  run(sql: string, ...values: readonly Value[]): Promise<number> {
    return this.#do(async () => (await this.#pool.query(sql, values.map(bound))).rowCount ?? 0);
  }

  /**
   * Does all of the work or none of it; what it has done is on disk when this resolves. Where writers stood in each
   * other's way the work is done once more from the start.
   */
  transaction<Result>(work: (within: Queries) => Promise<Result>, kind: TransactionKind = WRITING): Promise<Result> {
    return this.#do(async () => {
      for (let attempt = 1; ; attempt++) {
        try {
          return await this.#once(work, kind);
        } catch (error) {
          if (attempt === TRIES || !TRY_AGAIN.has(codeOf(error) ?? '')) throw error;
          await pause(Math.random() * PAUSE * attempt);
        }
      }
    });
  }

  /** Waits for what is under way, then closes every connection; a second call waits for the same. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    // The pool would leave those in the dark who are still waiting for a connection.
    await Promise.allSettled(this.#underWay);
    await this.#pool.end();
  }

  async #once<Result>(work: (within: Queries) => Promise<Result>, { begin, within }: TransactionKind): Promise<Result> {
    const client = await this.#pool.connect();
    try {
      await client.query(begin);
      const result = await work(queriesOn(client, within));
      await client.query('COMMIT');
      client.release();
      return result;
    } catch (error) {
      // Closing a connection rolls back as well.
      const isSound = !isAway(error) && (await client.query('ROLLBACK').then(...TRUE_OR_FALSE));
      client.release(!isSound);
      throw error;
    }
  }

  async #do<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closing) throw new ArchiveError(`The archive in ${this.place} has been closed.`);
    const doing = work().catch((error: unknown) => {
      throw archiveFault(error, this.place);
    });
    this.#underWay.add(doing);
    try {
      return await doing;
    } finally {
      this.#underWay.delete(doing);
    }
  }
}

/** How a transaction begins, and how long each of its steps may take: in milliseconds, the way there included. */
export interface TransactionKind {
  readonly begin: string;
  readonly within: number;
}

const WRITING: TransactionKind = {
  begin: `BEGIN; SET LOCAL statement_timeout = ${WRITE_WITHIN}`,
  within: WRITE_WITHIN + GRACE,
};
/** The longest that a timer of Node's can be set to, 24 days. */
const WITHOUT_LIMIT = 2 ** 31 - 1;
/** Sees one moment of the whole database, and takes as long as that takes. */
export const ONE_MOMENT: TransactionKind = {
  begin: 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL statement_timeout = 0',
  within: WITHOUT_LIMIT,
};
/** Changes the schema, and takes as long as that takes. */
export const CHANGING_SCHEMA: TransactionKind = {
  begin: 'BEGIN; SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0',
  within: WITHOUT_LIMIT,
};

function queriesOn(client: pg.PoolClient, within: number): Queries {
  // The driver reads `query_timeout` of a single query as well, though its types do not say so.
  const query = (text: string, values: readonly Value[]) => {
    const limited = { text, values: values.map(bound), query_timeout: within };
    return client.query(limited);
  };
  const rows: Queries['rows'] = async (schema, sql, ...values) => rowsOf(schema, await query(sql, values));
  return {
    rows,
    row: async (schema, sql, ...values) => (await rows(schema, sql, ...values))[0],
    run: async (sql, ...values) => (await query(sql, values)).rowCount ?? 0,
  };
}

const TRUE_OR_FALSE = [() => true, () => false] as const;

function rowsOf<Row>(schema: z.ZodType<Row>, result: pg.QueryResult): readonly Row[] {
  return result.rows.map((row) => schema.parse(row));
}

/** What counts rows is far below 2^53: as a number, not as the text that the driver makes of it. */
const getTypeParser: typeof pg.types.getTypeParser = (id: number, format?: 'text' | 'binary') =>
  id === INT8 ? Number : pg.types.getTypeParser(id, format);

function bound(value: Value): Value {
  if (typeof value === 'string') return storable(value);
  return Array.isArray(value) ? value.map((part) => (typeof part === 'string' ? storable(part) : part)) : value;
}

/** A limit as PostgreSQL takes it. */
export function rowLimit(limit: number): number {
  return Math.max(0, Math.min(Math.trunc(limit), Number.MAX_SAFE_INTEGER));
}
