import { ENTRY_COLUMNS } from '../rows.ts';
import {
  AskedRow,
  groupPrintings,
  ListedRow,
  MOST_CREDITS,
  type Printing,
  PrintingRow,
  type Printings,
} from '../same-words.ts';
import type { Audience } from '../standing.ts';
import { type Queries, rowLimit } from './database.ts';
import { openArticle } from './reserved.ts';

/**
 * An article that prints the words several times counts once, with its fullest credit. `place` orders the articles of
 * one credit, the fullest attribution first, then the earliest publication; `credit` orders the credits.
 */
const PRINTINGS = `
  WITH printed AS (
    SELECT entries.n, versions.article, versions.published, entries.emptiness, entries.speaker,
      row_number() OVER (PARTITION BY entries.version ORDER BY entries.emptiness, entries.place) AS nth
    FROM entries JOIN versions ON versions.n = entries.version JOIN articles ON articles.id = versions.article
    WHERE entries.words = $1 AND versions.is_current AND NOT entries.is_retired
      AND ${openArticle({ now: '$3', channel: '$4' })}
  ),
  held AS (
    SELECT n, speaker,
      count(*) OVER (PARTITION BY speaker) AS articles,
      count(*) OVER () AS total,
      row_number() OVER (PARTITION BY speaker ORDER BY emptiness, published = '', published, article) AS place
    FROM printed WHERE nth = 1
  ),
  credited AS (
    SELECT *, dense_rank() OVER (ORDER BY articles DESC, coalesce(speaker, '') COLLATE "C") AS credit FROM held
  )
  SELECT n, speaker, articles, total FROM credited
  WHERE credit <= ${MOST_CREDITS} AND place <= $2 ORDER BY credit, place`;

/** Which current articles print the words of these entries. */
export async function findPrintings(
  queries: Queries,
  ids: readonly string[],
  most: number,
  { channel }: Audience,
  now: Date,
): Promise<readonly Printings[]> {
  const asked = await queries.rows(AskedRow, 'SELECT id, words, norm FROM entries WHERE id = ANY ($1::text[])', ids);
  return Promise.all(
    asked.map(async ({ id, words, norm }) => {
      const listed = await queries.rows(ListedRow, PRINTINGS, words, rowLimit(most), now.toISOString(), channel);
      const rows = listed.map(({ n }) => n);
      return groupPrintings(id, listed, await printingsOf(queries, rows, norm));
    }),
  );
}

/** The entries in these rows that print these very words. */
async function printingsOf(
  queries: Queries,
  rows: readonly number[],
  norm: string,
): Promise<ReadonlyMap<number, Printing>> {
  const found = await queries.rows(
    PrintingRow,
    `SELECT entries.n, versions.url, ${ENTRY_COLUMNS} FROM entries JOIN versions ON versions.n = entries.version
     WHERE entries.n = ANY ($1::bigint[]) AND entries.norm = $2`,
    rows,
    norm,
  );
  return new Map(found);
}
