import { ArchiveError, type Holdings } from '../archive.ts';
import { HoldingsRow } from '../rows.ts';
import type { Queries } from './database.ts';

const tallied = (name: string) => `(SELECT coalesce(sum(n), 0) FROM tallies WHERE name = '${name}')`;

/** What the archive holds, without what is still under an embargo. */
export async function holdingsOf(queries: Queries, now: Date): Promise<Holdings> {
  const holdings = await queries.row(
    HoldingsRow,
    `WITH hidden AS (
       SELECT count(DISTINCT versions.n) AS articles,
         count(entries.n) FILTER (WHERE entries.kind NOT LIKE 'fact/%') AS quotations,
         count(entries.n) FILTER (WHERE entries.kind LIKE 'fact/%') AS facts
       FROM articles JOIN versions ON versions.article = articles.id AND versions.is_current AND versions.is_listed
       LEFT JOIN entries ON entries.version = versions.n AND NOT entries.is_retired
       WHERE articles.embargo_until > $1
     )
     SELECT
       (${tallied('articles')} - hidden.articles)::bigint AS articles,
       (${tallied('quotations')} - hidden.quotations)::bigint AS quotations,
       (${tallied('facts')} - hidden.facts)::bigint AS facts,
       (SELECT published_at FROM versions JOIN articles ON articles.id = versions.article
        WHERE is_current AND is_listed AND NOT coalesce(embargo_until > $1, false)
        ORDER BY published DESC LIMIT 1) AS "newestPublishedAt",
       (SELECT value FROM meta WHERE name = 'indexed_at') AS "indexedAt"
     FROM hidden`,
    now.toISOString(),
  );
  if (!holdings) throw new ArchiveError('The archive does not say what it holds.');
  return holdings;
}
