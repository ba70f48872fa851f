import { z } from 'zod';
import { READING_VERSION } from '../../extraction/reading-version.ts';
import { ENTRY_VALUE_COLUMNS, entryValues } from '../column-values.ts';
import type { AddedVersion } from '../course.ts';
import { storableJson } from '../keepable-text.ts';
import { paragraphsColumn } from '../paragraphs-column.ts';
import { HeldEntryRow, type OutdatedVersion, replacementOf } from '../rereading.ts';
import { ARTICLE_COLUMNS, ArticleRow } from '../rows.ts';
import { type Queries, rowLimit } from './database.ts';
import { insertEntries } from './insert-entries.ts';
import { fromJson } from './insert-from-json.ts';
import { changeIndex, entriesOfVersions, type NumberedEntry } from './listing.ts';
import { insertPeople } from './people.ts';

const NumberRow = z.object({ n: z.number() });

const SET_ENTRY = ENTRY_VALUE_COLUMNS.split(', ')
  .map((column, index) => `${column} = ${fromJson(column, index + 1)}`)
  .join(', ');

/** Replaces what is held of these versions by what they are read as now; gives their entries. */
export async function rereadVersions(
  within: Queries,
  reread: readonly AddedVersion[],
): Promise<readonly NumberedEntry[]> {
  if (reread.length === 0) return [];
  const versions = reread.map(({ version }) => version);
  const listed = await within.rows(
    NumberRow,
    'SELECT n FROM versions WHERE is_listed AND n = ANY ($1::bigint[])',
    versions,
  );
  const lost = await entriesOfVersions(
    within,
    listed.map(({ n }) => n),
  );
  const held = await within.rows(
    HeldEntryRow,
    'SELECT n, id, version, kind, spans FROM entries WHERE version = ANY ($1::bigint[])',
    versions,
  );
  const { kept, added, retired } = replacementOf(held, reread);
  await within.run(
    `UPDATE entries SET ${SET_ENTRY}, is_retired = false FROM json_array_elements($1::json) AS kept (value)
     WHERE entries.n = (value ->> 0)::bigint`,
    storableJson(kept.map(({ n, entry }) => [n, ...entryValues(entry)])),
  );
  await within.run('UPDATE entries SET is_retired = true WHERE n = ANY ($1::bigint[])', retired);
  await insertEntries(within, added);
  await within.run('DELETE FROM people WHERE version = ANY ($1::bigint[])', versions);
  await insertPeople(within, reread);
  for (const { version, article } of reread) {
    await within.run(
      'UPDATE texts SET paragraphs = $1 WHERE version = $2',
      paragraphsColumn(article.paragraphs),
      version,
    );
  }
  await within.run(`UPDATE versions SET reading = ${READING_VERSION} WHERE n = ANY ($1::bigint[])`, versions);
  const entries = await entriesOfVersions(within, versions);
  const isListed = new Set(listed.map(({ n }) => n));
  await changeIndex(within, { gained: entries.filter(({ version }) => isListed.has(version)), lost }, 0);
  return entries;
}

/** Current versions that were read by older rules. */
export async function outdatedVersions(
  queries: Queries,
  rules: number,
  after: number,
  limit: number,
): Promise<readonly OutdatedVersion[]> {
  const found = await queries.rows(
    NumberRow,
    'SELECT n FROM versions WHERE is_current AND reading < $1 AND n > $2 ORDER BY n LIMIT $3',
    rules,
    after,
    rowLimit(limit),
  );
  const articles = found.map(async ({ n }): Promise<readonly OutdatedVersion[]> => {
    const kept = await queries.row(
      ArticleRow,
      `SELECT ${ARTICLE_COLUMNS} FROM versions JOIN articles ON articles.id = versions.article
       JOIN texts ON texts.version = versions.n WHERE versions.n = $1`,
      n,
    );
    return kept ? [{ n, kept }] : [];
  });
  return (await Promise.all(articles)).flat();
}
