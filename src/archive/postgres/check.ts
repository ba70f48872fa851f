import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import { type Database, ONE_MOMENT } from './database.ts';
import { TO_RESERVE } from './reserved.ts';

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

const LISTED =
  'entries JOIN versions ON versions.n = entries.version WHERE versions.is_listed AND NOT entries.is_retired';

/** Each finds what disagrees. */
const CROSS_CHECKS = [
  {
    damage: 'the number of articles or entries is wrong',
    sql: `SELECT FROM (
            SELECT 'articles' AS name, count(*) AS n FROM versions WHERE is_listed
            UNION ALL SELECT 'quotations', count(*) FROM ${LISTED} AND kind NOT LIKE 'fact/%'
            UNION ALL SELECT 'facts', count(*) FROM ${LISTED} AND kind LIKE 'fact/%'
          ) AS counted
          WHERE counted.n <> (SELECT coalesce(sum(n), 0) FROM tallies WHERE tallies.name = counted.name)`,
  },
  {
    damage: 'an article has no current version',
    sql: 'SELECT FROM articles WHERE NOT EXISTS (SELECT FROM versions WHERE article = articles.id AND is_current)',
  },
  {
    damage: 'an article is listed that must not be, or the other way round',
    sql: `SELECT FROM versions JOIN articles ON articles.id = versions.article
          WHERE is_listed <> (is_current AND withdrawn_at IS NULL)`,
  },
  {
    damage: 'an entry is reserved that need not be, or the other way round',
    sql: `SELECT FROM (${TO_RESERVE}) AS due FULL JOIN reserved ON reserved.entry = due.n
          WHERE due.n IS NULL OR reserved.entry IS NULL`,
  },
  {
    damage: 'a version has lost its text',
    sql: 'SELECT FROM versions WHERE NOT EXISTS (SELECT FROM texts WHERE texts.version = versions.n)',
  },
  {
    damage: 'the search index does not hold what is listed',
    sql: `SELECT FROM (SELECT entries.n FROM ${LISTED}) AS listed FULL JOIN search USING (n)
          WHERE listed.n IS NULL OR search.n IS NULL`,
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
