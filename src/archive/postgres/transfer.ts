import { z } from 'zod';
import { storableJson } from '../keepable-text.ts';
import {
  asTaken,
  keyOf,
  MOVED_TABLES,
  type MovedRow,
  MovedRowSchema,
  type MovedTable,
  type RowKey,
} from '../transfer.ts';
import type { Queries } from './database.ts';
import { changeIndex, entriesOfVersions } from './listing.ts';
import { reserve } from './reserved.ts';

const keyColumns = ({ key }: MovedTable, ending = '') =>
  key.map(({ column, type }) => `${column}${type === 'text' ? ' COLLATE "C"' : ''}${ending}`).join(', ');

/** Rows of a table in the order of their key, from behind a key on. */
export function movedRows(
  queries: Queries,
  table: MovedTable,
  after: RowKey | null,
  most: number,
): Promise<readonly MovedRow[]> {
  const behind = table.key.map(({ type }, index) => `$${index + 2}::${type === 'text' ? 'text' : 'bigint'}`).join(', ');
  return queries.rows(
    MovedRowSchema,
    `SELECT * FROM ${table.name} ${after ? `WHERE (${keyColumns(table)}) > (${behind})` : ''}
     ORDER BY ${keyColumns(table)} LIMIT $1`,
    most,
    ...(after ?? []),
  );
}

/** The last key in a table. */
export async function lastKey(queries: Queries, table: MovedTable): Promise<RowKey | null> {
  const row = await queries.row(
    MovedRowSchema,
    `SELECT ${table.key.map(({ column }) => column).join(', ')} FROM ${table.name}
     ORDER BY ${keyColumns(table, ' DESC')} LIMIT 1`,
  );
  return row ? keyOf(table, row) : null;
}

/** Takes rows as they are. The name of a table comes from MOVED_TABLES, never from a row. */
export async function takeRows(within: Queries, table: MovedTable, rows: readonly MovedRow[]): Promise<void> {
  await within.run(
    `INSERT INTO ${table.name} OVERRIDING SYSTEM VALUE
     SELECT * FROM json_populate_recordset(NULL::${table.name}, $1::json) ON CONFLICT DO NOTHING`,
    storableJson(asTaken(table, rows)),
  );
}

const Numbered = z.object({ n: z.number() });

/** Lets current versions be found, so many at once. */
export async function listTaken(within: Queries, most: number): Promise<number> {
  const versions = await within.rows(
    Numbered,
    `SELECT versions.n FROM versions JOIN articles ON articles.id = versions.article
     WHERE is_current AND NOT is_listed AND withdrawn_at IS NULL ORDER BY versions.n LIMIT $1`,
    most,
  );
  const numbers = versions.map(({ n }) => n);
  if (numbers.length === 0) return 0;
  await within.run('UPDATE versions SET is_listed = true WHERE n = ANY ($1::bigint[])', numbers);
  await changeIndex(within, { gained: await entriesOfVersions(within, numbers), lost: [] }, numbers.length);
  return numbers.length;
}

const Id = z.object({ id: z.string() });

/** Lets the store number what comes next behind what it has taken, and know which entries are reserved. */
export async function settleTaken(within: Queries): Promise<void> {
  for (const { name, key } of MOVED_TABLES) {
    if (key[0]?.column !== 'n') continue;
    await within.run(
      `SELECT setval(pg_get_serial_sequence('${name}', 'n'), max(n)) FROM ${name} HAVING max(n) IS NOT NULL`,
    );
  }
  const kept = 'SELECT id FROM articles WHERE embargo_until IS NOT NULL OR channels IS NOT NULL';
  await reserve(
    within,
    (await within.rows(Id, kept)).map(({ id }) => id),
  );
  await within.run('ANALYZE');
}
