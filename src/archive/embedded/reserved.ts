import { z } from 'zod';
import type { WordedEntry } from '../column-values.ts';
import { storableJson } from '../keepable-text.ts';
import type { Connection, Value } from './connection.ts';

/*
 * Entries of embargoed and restricted articles stand in the index like all others, so that an embargo ends by the
 * clock alone; whoever looks something up leaves them out. Where nothing is reserved that costs nothing.
 */

const Flag = z.object({ is: z.literal([0, 1]) });

/** Whether any entry may not be seen by everybody. */
export function hasReserved(connection: Connection): boolean {
  return connection.row(Flag, 'SELECT EXISTS (SELECT 1 FROM reserved) AS "is"')?.is === 1;
}

/** Stands in OPEN_ENTRY for the column with an entry's number. */
export const THE_ENTRY = '{entry}';

const CLOSED_ARTICLE = `(
  articles.embargo_until > ? OR (
    articles.channels IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM json_each(articles.channels) AS channel WHERE channel.value = ?)
  )
)`;

/** That the entry may be seen; takes two values. */
export const OPEN_ENTRY = `NOT EXISTS (
  SELECT 1 FROM reserved JOIN articles ON articles.id = reserved.article
  WHERE reserved.entry = ${THE_ENTRY} AND ${CLOSED_ARTICLE}
)`;

/** That an article may be seen; takes two values. */
export const OPEN_ARTICLE = `articles.withdrawn_at IS NULL AND NOT coalesce(${CLOSED_ARTICLE}, false)`;

/** The values of OPEN_ENTRY and of OPEN_ARTICLE. */
export function openEntryValues(now: Date, channel: string | null): readonly Value[] {
  return [now.toISOString(), channel];
}

/** Brings the list of reserved entries in line with how these articles stand. */
export function reserve(connection: Connection, articleIds: readonly string[]): void {
  if (articleIds.length === 0) return;
  const these = storableJson(articleIds);
  connection.run('DELETE FROM reserved WHERE article IN (SELECT value FROM json_each(?))', these);
  connection.run(
    `INSERT INTO reserved (entry, article) ${TO_RESERVE} AND articles.id IN (SELECT value FROM json_each(?))`,
    these,
  );
}

/** The entries that are to be reserved, with their articles. */
export const TO_RESERVE = `
  SELECT entries.n, articles.id FROM articles
  JOIN versions ON versions.article = articles.id AND versions.is_current = 1
  JOIN entries ON entries.version = versions.n
  WHERE (articles.embargo_until IS NOT NULL OR articles.channels IS NOT NULL)
    AND versions.is_listed = 1 AND entries.is_retired = 0`;

const Worded = z.object({ norm: z.string(), spk: z.string() });

/** The words of all entries under an embargo that goes on. */
export function embargoedWords(connection: Connection, now: Date): readonly WordedEntry[] {
  if (!hasReserved(connection)) return [];
  return connection.rows(
    Worded,
    `SELECT entries.norm, entries.spk FROM articles
     JOIN reserved ON reserved.article = articles.id JOIN entries ON entries.n = reserved.entry
     WHERE articles.embargo_until > ?`,
    now.toISOString(),
  );
}

const Hidden = z.object({ articles: z.number(), quotations: z.number(), facts: z.number() });

/** How much of what is counted lies under an embargo that goes on. */
export function embargoedHoldings(connection: Connection, now: Date): z.infer<typeof Hidden> {
  const none = { articles: 0, quotations: 0, facts: 0 };
  return (
    connection.row(
      Hidden,
      `SELECT count(DISTINCT versions.n) AS articles,
         count(entries.n) FILTER (WHERE entries.kind NOT LIKE 'fact/%') AS quotations,
         count(entries.n) FILTER (WHERE entries.kind LIKE 'fact/%') AS facts
       FROM articles
       JOIN versions ON versions.article = articles.id AND versions.is_current = 1 AND versions.is_listed = 1
       LEFT JOIN entries ON entries.version = versions.n AND entries.is_retired = 0
       WHERE articles.embargo_until > ?`,
      now.toISOString(),
    ) ?? none
  );
}
