import { ArchiveError, type Holdings } from '../archive.ts';
import { HoldingsRow } from '../rows.ts';
import type { Connection } from './connection.ts';
import { embargoedHoldings } from './reserved.ts';

/** What the archive holds, without what is still under an embargo. */
export function holdingsOf(connection: Connection, folder: string, now: Date): Holdings {
  const holdings = connection.row(
    HoldingsRow,
    `SELECT
       (SELECT n FROM tallies WHERE name = 'articles') AS articles,
       (SELECT n FROM tallies WHERE name = 'quotations') AS quotations,
       (SELECT n FROM tallies WHERE name = 'facts') AS facts,
       (SELECT published_at FROM versions JOIN articles ON articles.id = versions.article
        WHERE is_current = 1 AND is_listed = 1 AND NOT coalesce(embargo_until > ?, false)
        ORDER BY published DESC LIMIT 1) AS newestPublishedAt,
       (SELECT value FROM meta WHERE name = 'indexed_at') AS indexedAt`,
    now.toISOString(),
  );
  if (!holdings) throw new ArchiveError(`The archive in ${folder} does not say what it holds.`);
  const hidden = embargoedHoldings(connection, now);
  return {
    ...holdings,
    articles: holdings.articles - hidden.articles,
    quotations: holdings.quotations - hidden.quotations,
    facts: holdings.facts - hidden.facts,
  };
}
