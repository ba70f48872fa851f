import type { Share } from '../archive.ts';
import { ShareRow } from '../rows.ts';
import type { Connection } from './connection.ts';

/** Notes where an excerpt was shared; the same again changes nothing. */
export function recordShare(connection: Connection, { excerptId, channel, ts, sharedBy, sharedAt }: Share): void {
  connection.run(
    'INSERT OR IGNORE INTO shares (excerpt, channel, ts, shared_by, shared_at) VALUES (?, ?, ?, ?, ?)',
    ...[excerptId, channel, ts, sharedBy, sharedAt],
  );
}

/** Every share of an excerpt of this article, whatever its version, oldest first. */
export function sharesOf(connection: Connection, articleId: string): readonly Share[] {
  return connection.rows(
    ShareRow,
    `SELECT shares.excerpt AS excerptId, shares.channel, shares.ts, shares.shared_by AS sharedBy,
       shares.shared_at AS sharedAt
     FROM versions JOIN entries ON entries.version = versions.n JOIN shares ON shares.excerpt = entries.id
     WHERE versions.article = ? ORDER BY shares.shared_at, shares.n`,
    articleId,
  );
}
