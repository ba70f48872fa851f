import { z } from 'zod';
import { storableJson } from '../keepable-text.ts';
import { asTaken, keyOf, type MovedRow, MovedRowSchema, type MovedTable, type RowKey } from '../transfer.ts';
import type { Connection } from './connection.ts';
import { list } from './listing.ts';
import { reserve } from './reserved.ts';

const keyColumns = ({ key }: MovedTable, ending = '') => key.map(({ column }) => `${column}${ending}`).join(', ');

/** Rows of a table in the order of their key, from behind a key on. */
export function movedRows(
  connection: Connection,
  table: MovedTable,
  after: RowKey | null,
  most: number,
): readonly MovedRow[] {
  const behind = `WHERE (${keyColumns(table)}) > (${table.key.map(() => '?').join(', ')})`;
  return connection.rows(
    MovedRowSchema,
    `SELECT * FROM ${table.name} ${after ? behind : ''} ORDER BY ${keyColumns(table)} LIMIT ?`,
    ...(after ?? []),
    most,
  );
}

/** The last key in a table. */
export function lastKey(connection: Connection, table: MovedTable): RowKey | null {
  const row = connection.row(
    MovedRowSchema,
    `SELECT ${keyColumns(table)} FROM ${table.name} ORDER BY ${keyColumns(table, ' DESC')} LIMIT 1`,
  );
  return row ? keyOf(table, row) : null;
}

const Column = z.object({ name: z.string() });

/** Takes rows as they are. The names of a table and its columns come from the store, never from a row. */
export function takeRows(connection: Connection, table: MovedTable, rows: readonly MovedRow[]): void {
  const columns = connection.rows(Column, 'SELECT name FROM pragma_table_info(?)', table.name).map(({ name }) => name);
  connection.transaction(() => {
    connection.run(
      `INSERT INTO ${table.name} (${columns.join(', ')})
       SELECT ${columns.map((column) => `value ->> '$.${column}'`).join(', ')} FROM json_each(?) WHERE true
       ON CONFLICT DO NOTHING`,
      storableJson(asTaken(table, rows)),
    );
  });
}

const Numbered = z.object({ n: z.number() });

/** Lets current versions be found, so many at once. */
export function listTaken(connection: Connection, most: number): number {
  return connection.transaction(() => {
    const versions = connection.rows(
      Numbered,
      `SELECT versions.n FROM versions JOIN articles ON articles.id = versions.article
       WHERE is_current = 1 AND is_listed = 0 AND withdrawn_at IS NULL ORDER BY versions.n LIMIT ?`,
      most,
    );
    list(
      connection,
      versions.map(({ n }) => n),
    );
    return versions.length;
  });
}

const Id = z.object({ id: z.string() });

/** Lets the store know which entries are reserved. */
export function settleTaken(connection: Connection): void {
  connection.transaction(() => {
    const kept = 'SELECT id FROM articles WHERE embargo_until IS NOT NULL OR channels IS NOT NULL';
    reserve(
      connection,
      connection.rows(Id, kept).map(({ id }) => id),
    );
  });
}
