import Database from 'libsql';
import type { z } from 'zod';
import { storable } from '../keepable-text.ts';

/** What a statement may be given. */
export type Value = string | number | null;

/** How long a statement waits for another process, in milliseconds. */
const PATIENCE = 5_000;

/**
 * One connection to a database file, created where there is none.
 *
 * When the driver reads a text it cuts it off at a NUL, and aborts the whole process where it is no valid UTF-8, so
 * every text passes `storable` on its way in. Statements are prepared once, and read to their end: one left half-read
 * would hold its snapshot open.
 */
export class Connection {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Database.Statement<unknown[]>>();

  constructor(file: string) {
    this.#database = new Database(file);
    this.#database.exec(`PRAGMA busy_timeout = ${PATIENCE}`);
  }

  /** Runs statements that take and give nothing. */
  execute(sql: string): void {
    this.#database.exec(sql);
  }

  /** Runs one statement and says how many rows it changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return this.#prepare(sql).run(...values.map(bound)).changes;
  }

  /** The rows that a statement finds, each checked: a damaged file must not turn into a wrong citation. */
  rows<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): readonly Row[] {
    return this.#prepare(sql)
      .all(...values.map(bound))
      .map((row) => schema.parse(row));
  }

  row<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Row | undefined {
    return this.rows(schema, sql, ...values)[0];
  }

  /** Does all of the work or none of it; what it has done is on disk when this returns. */
  transaction<Result>(work: () => Result): Result {
    this.execute('BEGIN IMMEDIATE');
    try {
      const result = work();
      this.execute('COMMIT');
      return result;
    } catch (error) {
      // After a full disk the database has rolled back by itself.
      if (this.#database.inTransaction) this.execute('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    if (this.#database.inTransaction) this.execute('ROLLBACK');
    this.#statements.clear();
    this.#database.close();
  }

  #prepare(sql: string): Database.Statement<unknown[]> {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

function bound(value: Value): Value {
  return typeof value === 'string' ? storable(value) : value;
}

/** A limit as SQLite takes it: a negative one would be none at all, and an endless one a fault. */
export function rowLimit(limit: number): number {
  return Math.max(0, Math.min(Math.trunc(limit), Number.MAX_SAFE_INTEGER));
}
