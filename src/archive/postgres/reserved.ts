import { z } from 'zod';
import type { WordedEntry } from '../column-values.ts';
import type { Queries } from './database.ts';

/*
 * Entries of embargoed and restricted articles stand in the index like all others, so that an embargo ends by the
 * clock alone; whoever looks something up leaves them out. Where nothing is reserved that costs next to nothing.
 */

const Flag = z.object({ is: z.boolean() });

/** Whether any entry may not be seen by everybody. */
export async function hasReserved(queries: Queries): Promise<boolean> {
  return (await queries.row(Flag, 'SELECT EXISTS (SELECT FROM reserved) AS "is"'))?.is === true;
}

/** Where values stand in a statement: the moment, and the channel asked from. */
export interface OpenAt {
  readonly now: string;
  readonly channel: string;
}

const closed = ({ now, channel }: OpenAt) => `(
  articles.embargo_until > ${now} OR (
    articles.channels IS NOT NULL AND NOT (articles.channels::jsonb ? coalesce(${channel}::text, ''))
  )
)`;

/** That the entry whose number stands in a column may be seen. */
export function openEntry(column: string, at: OpenAt): string {
  return `NOT EXISTS (
    SELECT FROM reserved JOIN articles ON articles.id = reserved.article
    WHERE reserved.entry = ${column} AND ${closed(at)}
  )`;
}

/** That an article may be seen. */
export function openArticle(at: OpenAt): string {
  return `articles.withdrawn_at IS NULL AND NOT coalesce(${closed(at)}, false)`;
}

/** Brings the list of reserved entries in line with how these articles stand. */
export async function reserve(within: Queries, articleIds: readonly string[]): Promise<void> {
  if (articleIds.length === 0) return;
  await within.run('DELETE FROM reserved WHERE article = ANY ($1::text[])', articleIds);
  await within.run(
    `INSERT INTO reserved (entry, article) ${TO_RESERVE} AND articles.id = ANY ($1::text[])`,
    articleIds,
  );
}

/** The entries that are to be reserved, with their articles. */
export const TO_RESERVE = `
  SELECT entries.n, articles.id FROM articles
  JOIN versions ON versions.article = articles.id AND versions.is_current
  JOIN entries ON entries.version = versions.n
  WHERE (articles.embargo_until IS NOT NULL OR articles.channels IS NOT NULL)
    AND versions.is_listed AND NOT entries.is_retired`;

const Worded = z.object({ norm: z.string(), spk: z.string() });

/** The words of all entries under an embargo that goes on. */
export function embargoedWords(queries: Queries, now: Date): Promise<readonly WordedEntry[]> {
  return queries.rows(
    Worded,
    `SELECT entries.norm, entries.spk FROM articles
     JOIN reserved ON reserved.article = articles.id JOIN entries ON entries.n = reserved.entry
     WHERE articles.embargo_until > $1`,
    now.toISOString(),
  );
}
