import { z } from 'zod';
import type { Entry } from '../../extraction/entry.ts';
import { ENTRY_COLUMNS, EntryRow } from '../rows.ts';
import type { Queries } from './database.ts';

const ENTRIES = 'FROM entries JOIN versions ON versions.n = entries.version';

/** The entry with this id, of whatever version. */
export async function entryOf(queries: Queries, id: string): Promise<Entry | undefined> {
  return queries.row(EntryRow, `SELECT ${ENTRY_COLUMNS} ${ENTRIES} WHERE entries.id = $1`, id);
}

/** The entries of an article's current version, in printed order. */
export async function entriesOfArticle(queries: Queries, articleId: string): Promise<readonly Entry[]> {
  return queries.rows(
    EntryRow,
    `SELECT ${ENTRY_COLUMNS} ${ENTRIES}
     WHERE versions.article = $1 AND versions.is_current AND NOT entries.is_retired ORDER BY entries.place`,
    articleId,
  );
}

/** The entries with these ids, of whatever version, in the order of the ids. */
export async function entriesById(queries: Queries, ids: readonly string[]): Promise<readonly Entry[]> {
  return queries.rows(
    EntryRow,
    `SELECT ${ENTRY_COLUMNS} FROM unnest($1::text[]) WITH ORDINALITY AS asked (id, place)
     JOIN entries ON entries.id = asked.id JOIN versions ON versions.n = entries.version ORDER BY asked.place`,
    ids,
  );
}

const IdRow = z.object({ id: z.string() });

/** Whether there is an entry with this id. */
export async function isKept(queries: Queries, id: string): Promise<boolean> {
  return (await queries.row(IdRow, 'SELECT id FROM entries WHERE id = $1', id)) !== undefined;
}

/** Whether later rules no longer read the entry with this id. */
export async function isRetired(queries: Queries, id: string): Promise<boolean> {
  return (await queries.row(IdRow, 'SELECT id FROM entries WHERE id = $1 AND is_retired', id)) !== undefined;
}
