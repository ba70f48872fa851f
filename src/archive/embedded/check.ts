import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import type { OpenMode } from '../open-archive.ts';
import type { Connection } from './connection.ts';
import { TO_RESERVE } from './reserved.ts';

const Count = z.object({ n: z.number() });

/** Compares what is written twice, and lets the database compare the rest; throws an ArchiveError on damage. */
export function checkStore(connection: Connection, folder: string, mode: OpenMode): void {
  const damage = findDamage(connection, mode);
  if (damage) {
    throw new ArchiveError(
      `The archive in ${folder} is damaged: ${damage}. Restore it from a backup, or ingest the articles into a new folder.`,
    );
  }
}

function findDamage(connection: Connection, mode: OpenMode): string | null {
  const report = connection.rows(z.object({ integrity_check: z.string() }), 'PRAGMA integrity_check(1)');
  const first = report[0]?.integrity_check;
  if (first !== 'ok') return `the database reports “${first}”`;
  const loose = connection.rows(z.object({ table: z.string() }), 'PRAGMA foreign_key_check')[0];
  if (loose) return `something in ${loose.table} belongs to nothing`;
  const wrong = CROSS_CHECKS.find(({ sql }) => (connection.row(Count, sql)?.n ?? 0) > 0);
  if (wrong) return wrong.damage;
  // The full-text index checks itself only for somebody who may write.
  if (mode === 'own') connection.run(`INSERT INTO search (search, rank) VALUES ('integrity-check', 1)`);
  return null;
}

/** Each counts what disagrees. */
const CROSS_CHECKS = [
  {
    damage: 'the number of articles or entries is wrong',
    sql: `SELECT count(*) AS n FROM (
            SELECT name, n FROM tallies
            EXCEPT SELECT 'articles', count(*) FROM versions WHERE is_listed = 1
            EXCEPT SELECT 'quotations', count(*) FROM entries JOIN versions ON versions.n = entries.version
              WHERE is_listed = 1 AND is_retired = 0 AND kind NOT LIKE 'fact/%'
            EXCEPT SELECT 'facts', count(*) FROM entries JOIN versions ON versions.n = entries.version
              WHERE is_listed = 1 AND is_retired = 0 AND kind LIKE 'fact/%'
          )`,
  },
  {
    damage: 'an article has no current version',
    sql: `SELECT count(*) AS n FROM articles
          WHERE id NOT IN (SELECT article FROM versions WHERE is_current = 1)`,
  },
  {
    damage: 'an article is listed that must not be, or the other way round',
    sql: `SELECT count(*) AS n FROM versions JOIN articles ON articles.id = versions.article
          WHERE is_listed <> (is_current = 1 AND withdrawn_at IS NULL)`,
  },
  {
    damage: 'an entry is reserved that need not be, or the other way round',
    sql: `SELECT count(*) AS n FROM (${TO_RESERVE}) AS due FULL JOIN reserved ON reserved.entry = due.n
          WHERE due.n IS NULL OR reserved.entry IS NULL`,
  },
  {
    damage: 'a version has lost its text',
    sql: 'SELECT count(*) AS n FROM versions WHERE n NOT IN (SELECT version FROM texts)',
  },
  {
    damage: 'a word is not counted right',
    sql: `SELECT count(*) AS n FROM indexed_words FULL JOIN terms USING (term)
          WHERE indexed_words.doc IS NOT terms.df`,
  },
] as const;
