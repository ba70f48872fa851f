import { storableJson } from '../keepable-text.ts';
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
import { type Connection, rowLimit, type Value } from './connection.ts';
import { OPEN_ARTICLE } from './reserved.ts';

/**
 * An article that prints the words several times counts once, with its fullest credit. `place` orders the articles of
 * one credit, the fullest attribution first, then the earliest publication; `credit` orders the credits.
 */
const PRINTINGS = `
  WITH printed AS (
    SELECT entries.n, versions.article, versions.published, entries.emptiness, entries.speaker,
      row_number() OVER (PARTITION BY entries.version ORDER BY entries.emptiness, entries.place) AS nth
    FROM entries JOIN versions ON versions.n = entries.version JOIN articles ON articles.id = versions.article
    WHERE entries.words = ? AND versions.is_current = 1 AND entries.is_retired = 0 AND ${OPEN_ARTICLE}
  ),
  held AS (
    SELECT n, speaker,
      count(*) OVER (PARTITION BY speaker) AS articles,
      count(*) OVER () AS total,
      row_number() OVER (PARTITION BY speaker ORDER BY emptiness, published = '', published, article) AS place
    FROM printed WHERE nth = 1
  ),
  credited AS (
    SELECT *, dense_rank() OVER (ORDER BY articles DESC, coalesce(speaker, '')) AS credit FROM held
  )
  SELECT n, speaker, articles, total FROM credited
  WHERE credit <= ${MOST_CREDITS} AND place <= ? ORDER BY credit, place`;

/**
 * Which current articles print the words of these entries.
 *
 * @param open the values of OPEN_ARTICLE
 */
export function findPrintings(
  connection: Connection,
  ids: readonly string[],
  most: number,
  open: readonly Value[],
): readonly Printings[] {
  const asked = connection.rows(
    AskedRow,
    'SELECT id, words, norm FROM entries WHERE id IN (SELECT value FROM json_each(?))',
    storableJson(ids),
  );
  return asked.map(({ id, words, norm }) => {
    const held = connection.rows(ListedRow, PRINTINGS, words, ...open, rowLimit(most));
    const printings = printingsOf(
      connection,
      held.map(({ n }) => n),
      norm,
    );
    return groupPrintings(id, held, printings);
  });
}

/** The entries in these rows that print these very words. */
function printingsOf(connection: Connection, rows: readonly number[], norm: string): ReadonlyMap<number, Printing> {
  const found = connection.rows(
    PrintingRow,
    `SELECT entries.n, versions.url, ${ENTRY_COLUMNS}
     FROM json_each(?) AS listed JOIN entries ON entries.n = listed.value JOIN versions ON versions.n = entries.version
     WHERE entries.norm = ?`,
    storableJson(rows),
    norm,
  );
  return new Map(found);
}
