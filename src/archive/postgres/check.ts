import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import { type Database, ONE_MOMENT } from './database.ts';

const Count = z.object({ n: z.number() });

/**
 * Compares what is written twice, all of it at one moment while others go on writing; throws an ArchiveError on
 * damage. What belongs to what, the server itself sees to.
 */
export async function checkStore(database: Database): Promise<void> {
  const damage = await database.transaction(async (within) => {
    for (const { damage, sql } of CROSS_CHECKS) {
      if (((await within.row(Count, `SELECT count(*) AS n FROM (${sql}) AS wrong`))?.n ?? 0) > 0) return damage;
    }
    return null;
  }, ONE_MOMENT);
  if (damage !== null) {
    throw new ArchiveError(
      `The archive in ${database.place} is damaged: ${damage}. Restore it from a backup, or ingest the articles into an empty database.`,
    );
  }
}

const CURRENT = 'entries JOIN versions ON versions.n = entries.version WHERE versions.is_current';

/** Each finds what disagrees. */
const CROSS_CHECKS = [
  {
    damage: 'the number of articles or entries is wrong',
    sql: `SELECT FROM (
            SELECT 'articles' AS name, count(*) AS n FROM versions WHERE is_current
            UNION ALL SELECT 'quotations', count(*) FROM ${CURRENT} AND kind NOT LIKE 'fact/%'
            UNION ALL SELECT 'facts', count(*) FROM ${CURRENT} AND kind LIKE 'fact/%'
          ) AS counted
          WHERE counted.n <> (SELECT coalesce(sum(n), 0) FROM tallies WHERE tallies.name = counted.name)`,
  },
  {
    damage: 'an article has no current version',
    sql: 'SELECT FROM articles WHERE NOT EXISTS (SELECT FROM versions WHERE article = articles.id AND is_current)',
  },
  {
    damage: 'a version has lost its text',
    sql: 'SELECT FROM versions WHERE NOT EXISTS (SELECT FROM texts WHERE texts.version = versions.n)',
  },
  {
    damage: 'the search index does not hold what is current',
    sql: `SELECT FROM (SELECT entries.n FROM ${CURRENT}) AS current FULL JOIN search USING (n)
          WHERE current.n IS NULL OR search.n IS NULL`,
  },
  {
    damage: 'a word is not counted right',
    sql: `SELECT FROM (SELECT word COLLATE "C" AS term, ndoc FROM ts_stat('SELECT vector FROM search')) AS indexed
          FULL JOIN (SELECT term, sum(df) AS df FROM terms GROUP BY term HAVING sum(df) <> 0) AS counted USING (term)
          WHERE indexed.ndoc IS DISTINCT FROM counted.df`,
  },
  {
    damage: 'a word cannot be found by its misspellings',
    sql: `SELECT FROM terms WHERE term ~ '^[a-z]{4,24}$' AND NOT EXISTS (
            SELECT FROM term_del WHERE term_del.del = substr(terms.term, 2) AND term_del.term = terms.term
          )`,
  },
] as const;
