import { z } from 'zod';
import type { Entry } from '../../extraction/entry.ts';
import { storableJson } from '../keepable-text.ts';
import { ENTRY_COLUMNS, EntryRow } from '../rows.ts';
import type { Connection } from './connection.ts';

const ENTRIES = 'FROM entries JOIN versions ON versions.n = entries.version';

/** The entry with this id, of whatever version. */
export function entryOf(connection: Connection, id: string): Entry | undefined {
  return connection.row(EntryRow, `SELECT ${ENTRY_COLUMNS} ${ENTRIES} WHERE entries.id = ?`, id);
}

/** The entries of an article's current version, in printed order. */
export function entriesOfArticle(connection: Connection, articleId: string): readonly Entry[] {
  return connection.rows(
    EntryRow,
    `SELECT ${ENTRY_COLUMNS} ${ENTRIES}
     WHERE versions.article = ? AND versions.is_current = 1 AND entries.is_retired = 0 ORDER BY entries.place`,
    articleId,
  );
}

/** The entries with these ids, of whatever version, in the order of the ids. */
export function entriesById(connection: Connection, ids: readonly string[]): readonly Entry[] {
  return connection.rows(
    EntryRow,
    `SELECT ${ENTRY_COLUMNS} FROM json_each(?) AS asked
     JOIN entries ON entries.id = asked.value JOIN versions ON versions.n = entries.version ORDER BY asked.key`,
    storableJson(ids),
  );
}

const IsRetired = z.object({ is_retired: z.number() });

/** Whether later rules no longer read the entry with this id. */
export function isRetired(connection: Connection, id: string): boolean {
  return connection.rows(IsRetired, 'SELECT is_retired FROM entries WHERE id = ? AND is_retired = 1', id).length > 0;
}
