import type { Share } from '../archive.ts';
import { ShareRow } from '../rows.ts';
import type { Queries } from './database.ts';

/** Notes where an excerpt was shared; the same again changes nothing. */
export async function recordShare(
  queries: Queries,
  { excerptId, channel, ts, sharedBy, sharedAt }: Share,
): Promise<void> {
  await queries.run(
    `INSERT INTO shares (excerpt, channel, ts, shared_by, shared_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    ...[excerptId, channel, ts, sharedBy, sharedAt],
  );
}

/** Every share of an excerpt of this article, whatever its version, oldest first. */
export async function sharesOf(queries: Queries, articleId: string): Promise<readonly Share[]> {
  return queries.rows(
    ShareRow,
    `SELECT shares.excerpt AS "excerptId", shares.channel, shares.ts, shares.shared_by AS "sharedBy",
       shares.shared_at AS "sharedAt"
     FROM versions JOIN entries ON entries.version = versions.n JOIN shares ON shares.excerpt = entries.id
     WHERE versions.article = $1 ORDER BY shares.shared_at, shares.n`,
    articleId,
  );
}
