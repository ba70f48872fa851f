import { z } from 'zod';

/** A table that is moved from store to store as it is, and what its rows are known by. */
export interface MovedTable {
  readonly name: string;
  readonly key: readonly { readonly column: string; readonly type: 'text' | 'number' }[];
  /** How many of its rows are moved at once. */
  readonly batch: number;
}

const number = (column: string) => ({ column, type: 'number' }) as const;
const text = (column: string) => ({ column, type: 'text' }) as const;

/** Every table that holds what cannot be made out of the others, in an order in which nothing precedes what it needs. */
export const MOVED_TABLES: readonly MovedTable[] = [
  { name: 'articles', key: [text('id')], batch: 1000 },
  { name: 'names', key: [text('name')], batch: 1000 },
  { name: 'versions', key: [number('n')], batch: 1000 },
  { name: 'texts', key: [number('version')], batch: 100 },
  { name: 'entries', key: [number('n')], batch: 1000 },
  { name: 'people', key: [number('version'), text('name')], batch: 1000 },
  { name: 'name_words', key: [text('word'), text('name')], batch: 2000 },
  { name: 'rulings', key: [number('n')], batch: 1000 },
  { name: 'undone_rulings', key: [number('ruling')], batch: 1000 },
  { name: 'shares', key: [number('n')], batch: 1000 },
  { name: 'journal', key: [number('n')], batch: 1000 },
  { name: 'feeds', key: [text('feed')], batch: 1000 },
  { name: 'feed_items', key: [text('feed'), text('item')], batch: 1000 },
  { name: 'meta', key: [text('name')], batch: 1000 },
];

/** Tables that are made anew where an archive is moved to: what is found and counted by. */
export const DERIVED_TABLES = ['search', 'terms', 'term_del', 'tallies', 'reserved'] as const;
/** Tables that are of no more use once an archive has moved: deliveries are claimed for an hour. */
export const LEFT_BEHIND = ['claims'] as const;

/** A row of a table by its columns; yes and no are 1 and 0. */
export type MovedRow = Readonly<Record<string, string | number | null>>;
/** The values of a row's key. */
export type RowKey = readonly (string | number)[];

/** Reads a row as a store gives it. */
export const MovedRowSchema = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.null(), z.boolean().transform(Number)]),
);

/** The key of a row. */
export function keyOf({ name, key }: MovedTable, row: MovedRow): RowKey {
  return key.map(({ column }) => {
    const value = row[column];
    if (value === null || value === undefined) throw new Error(`A row of ${name} has no ${column}.`);
    return value;
  });
}

/** A store's side of moving an archive from store to store. */
export interface Transfer {
  /** Rows of a table in the order of their key, from behind a key on. */
  movedRows(table: MovedTable, after: RowKey | null, most: number): Promise<readonly MovedRow[]>;
  /** The last key in a table; null where it has no row. */
  lastKey(table: MovedTable): Promise<RowKey | null>;
  /** Takes rows as they are, all or none; those whose key is held are left alone. Nothing of them can be found yet. */
  takeRows(table: MovedTable, rows: readonly MovedRow[]): Promise<void>;
  /** Lets current versions be found, so many at once; how many were left to do. None: all can be found. */
  listTaken(most: number): Promise<number>;
  /** Readies the store for being kept in again. */
  settleTaken(): Promise<void>;
}

/** Versions are taken as not yet listed: `listTaken` lists them. */
export function asTaken(table: MovedTable, rows: readonly MovedRow[]): readonly MovedRow[] {
  return table.name === 'versions' ? rows.map((row) => ({ ...row, is_listed: 0 })) : rows;
}
