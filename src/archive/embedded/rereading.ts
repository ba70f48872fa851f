import { z } from 'zod';
import { READING_VERSION } from '../../extraction/reading-version.ts';
import { ENTRY_VALUE_COLUMNS, entryValues } from '../column-values.ts';
import type { AddedVersion } from '../course.ts';
import { storableJson } from '../keepable-text.ts';
import { paragraphsColumn } from '../paragraphs-column.ts';
import { HeldEntryRow, type OutdatedVersion, replacementOf } from '../rereading.ts';
import { ARTICLE_COLUMNS, ArticleRow } from '../rows.ts';
import { type Connection, rowLimit } from './connection.ts';
import { insertEntries } from './insert-entries.ts';
import { list, unlist } from './listing.ts';
import { insertPeople } from './people.ts';

const Current = z.object({ n: z.number() });

/** Replaces what is held of these versions by what they are read as now. */
export function rereadVersions(connection: Connection, reread: readonly AddedVersion[]): void {
  if (reread.length === 0) return;
  const numbers = reread.map(({ version }) => version);
  const these = storableJson(numbers);
  unlist(connection, numbers);
  const held = connection.rows(
    HeldEntryRow,
    'SELECT n, id, version, kind, spans FROM entries WHERE version IN (SELECT value FROM json_each(?))',
    these,
  );
  const { kept, added, retired } = replacementOf(held, reread);
  const columns = ENTRY_VALUE_COLUMNS.split(', ').map((column, index) => `${column} = value ->> ${index + 1}`);
  connection.run(
    `UPDATE entries SET ${columns.join(', ')}, is_retired = 0 FROM json_each(?) AS kept
     WHERE entries.n = kept.value ->> 0`,
    storableJson(kept.map(({ n, entry }) => [n, ...entryValues(entry)])),
  );
  connection.run(
    'UPDATE entries SET is_retired = 1 WHERE n IN (SELECT value FROM json_each(?))',
    storableJson(retired),
  );
  insertEntries(connection, added);
  connection.run('DELETE FROM people WHERE version IN (SELECT value FROM json_each(?))', these);
  insertPeople(connection, reread);
  for (const { version, article } of reread) {
    connection.run('UPDATE texts SET paragraphs = ? WHERE version = ?', paragraphsColumn(article.paragraphs), version);
  }
  connection.run(`UPDATE versions SET reading = ${READING_VERSION} WHERE n IN (SELECT value FROM json_each(?))`, these);
  const current = connection.rows(
    Current,
    'SELECT n FROM versions WHERE is_current = 1 AND n IN (SELECT value FROM json_each(?))',
    these,
  );
  list(
    connection,
    current.map(({ n }) => n),
  );
}

/** Current versions that were read by older rules. */
export function outdatedVersions(
  connection: Connection,
  rules: number,
  after: number,
  limit: number,
): readonly OutdatedVersion[] {
  const found = connection.rows(
    Current,
    'SELECT n FROM versions WHERE is_current = 1 AND reading < ? AND n > ? ORDER BY n LIMIT ?',
    rules,
    after,
    rowLimit(limit),
  );
  return found.flatMap(({ n }) => {
    const kept = connection.row(
      ArticleRow,
      `SELECT ${ARTICLE_COLUMNS} FROM versions JOIN articles ON articles.id = versions.article
       JOIN texts ON texts.version = versions.n WHERE versions.n = ?`,
      n,
    );
    return kept ? [{ n, kept }] : [];
  });
}
