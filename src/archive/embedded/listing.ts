import { z } from 'zod';
import type { Size } from '../course.ts';
import { storableJson } from '../keepable-text.ts';
import type { Connection } from './connection.ts';
import { countWords } from './vocabulary.ts';

/*
 * What is listed can be found and is counted: it stands in the full-text index, in the counts of words and in the
 * tallies. The current version of an article is, unless the article is withdrawn.
 */

const VersionNumber = z.object({ n: z.number() });
const WordedRow = z.object({ norm: z.string(), spk: z.string() });

/** Lists those of these versions that are not listed yet and whose articles are not withdrawn. */
export function list(connection: Connection, versions: readonly number[]): void {
  change(
    connection,
    numbersOf(
      connection,
      `SELECT versions.n FROM versions JOIN articles ON articles.id = versions.article
       WHERE versions.n IN (SELECT value FROM json_each(?)) AND is_listed = 0 AND articles.withdrawn_at IS NULL`,
      versions,
    ),
    1,
  );
}

/** Takes those of these versions that are listed out of everything. */
export function unlist(connection: Connection, versions: readonly number[]): void {
  const listed = 'SELECT n FROM versions WHERE n IN (SELECT value FROM json_each(?)) AND is_listed = 1';
  change(connection, numbersOf(connection, listed, versions), -1);
}

function numbersOf(connection: Connection, sql: string, versions: readonly number[]): readonly number[] {
  if (versions.length === 0) return [];
  return connection.rows(VersionNumber, sql, storableJson(versions)).map(({ n }) => n);
}

function change(connection: Connection, versions: readonly number[], sign: 1 | -1): void {
  if (versions.length === 0) return;
  const these = storableJson(versions);
  const chosen = 'FROM entries WHERE version IN (SELECT value FROM json_each(?)) AND is_retired = 0';
  connection.run(
    sign === 1
      ? `INSERT INTO search (rowid, norm, spk) SELECT n, norm, spk ${chosen}`
      : `INSERT INTO search (search, rowid, norm, spk) SELECT 'delete', n, norm, spk ${chosen}`,
    these,
  );
  countWords(connection, connection.rows(WordedRow, `SELECT norm, spk ${chosen}`, these), sign);
  connection.run(
    'UPDATE versions SET is_listed = ? WHERE n IN (SELECT value FROM json_each(?))',
    sign === 1 ? 1 : 0,
    these,
  );
  let quotations = 0;
  let facts = 0;
  for (const size of sizesOf(connection, versions).values()) {
    quotations += size.quotations;
    facts += size.facts;
  }
  for (const [name, n] of Object.entries({ articles: versions.length, quotations, facts })) {
    connection.run('UPDATE tallies SET n = n + ? WHERE name = ?', sign * n, name);
  }
}

const SizeRow = z.object({ version: z.number(), quotations: z.number(), facts: z.number() });

/** How many quotations and facts these versions hold. */
export function sizesOf(connection: Connection, versions: readonly number[]): ReadonlyMap<number, Size> {
  const sizes = connection.rows(
    SizeRow,
    `SELECT version, sum(kind NOT LIKE 'fact/%') AS quotations, sum(kind LIKE 'fact/%') AS facts
     FROM entries WHERE version IN (SELECT value FROM json_each(?)) AND is_retired = 0 GROUP BY version`,
    storableJson(versions),
  );
  return new Map(sizes.map(({ version, quotations, facts }) => [version, { quotations, facts }]));
}
