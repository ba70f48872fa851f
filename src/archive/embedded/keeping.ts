import { z } from 'zod';
import type { Kept, ReadArticle } from '../archive.ts';
import {
  ENTRY_VALUE_COLUMNS,
  entryValues,
  TEXT_COLUMNS,
  textValues,
  VERSION_COLUMNS,
  versionValues,
} from '../column-values.ts';
import { type AddedVersion, Course, keptOf, placedEntries, requireKeepable, type Size } from '../course.ts';
import { ownIds } from '../excerpt-ids.ts';
import { storableJson } from '../keepable-text.ts';
import type { Connection } from './connection.ts';
import { insertPeople } from './people.ts';
import { countWords } from './vocabulary.ts';

/** Keeps articles, all of them or none. */
export function keepArticles(connection: Connection, read: readonly ReadArticle[], keptAt: string): readonly Kept[] {
  requireKeepable(read);
  return connection.transaction(() => {
    const course = courseOf(connection, read);
    const steps = read.map((article) => course.take(article));
    insertVersions(connection, course.added, keptAt);
    insertEntries(connection, course.added);
    insertPeople(connection, course.added);
    makeCurrent(connection, course);
    const changed = steps.flatMap(({ kind, version }) => (kind === 'unchanged' ? [] : [version]));
    return keptOf(steps, sizesOf(connection, changed));
  });
}

const HeldRow = z.object({
  article: z.string(),
  sha256: z.string(),
  n: z.number(),
  isCurrent: z.literal([0, 1]).transform((flag) => flag === 1),
});
const LastNumber = z.object({ n: z.number() });

function courseOf(connection: Connection, read: readonly ReadArticle[]): Course {
  const held = connection.rows(
    HeldRow,
    `SELECT article, sha256, n, is_current AS isCurrent FROM versions
     WHERE article IN (SELECT value FROM json_each(?))`,
    storableJson(read.map(({ article }) => article.id)),
  );
  let last = connection.row(LastNumber, 'SELECT coalesce(max(n), 0) AS n FROM versions')?.n ?? 0;
  return new Course(held, () => {
    last += 1;
    return last;
  });
}

function insertVersions(connection: Connection, added: readonly AddedVersion[], keptAt: string): void {
  connection.run(
    'INSERT OR IGNORE INTO articles (id) SELECT value FROM json_each(?)',
    storableJson(added.map(({ article }) => article.id)),
  );
  connection.run(
    `INSERT INTO versions (${VERSION_COLUMNS}, is_current)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, 0
     FROM json_each(?)`,
    storableJson(added.map((version) => versionValues(version, keptAt))),
  );
  for (const version of added) {
    connection.run(`INSERT INTO texts (${TEXT_COLUMNS}) VALUES (?, ?, ?)`, ...textValues(version));
  }
}

const Id = z.object({ id: z.string() });

function insertEntries(connection: Connection, added: readonly AddedVersion[]): void {
  const asking = ownIds(placedEntries(added));
  let answer = asking.next();
  while (!answer.done) answer = asking.next(takenOf(connection, answer.value));
  connection.run(
    `INSERT INTO entries (${ENTRY_VALUE_COLUMNS})
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13
     FROM json_each(?)`,
    storableJson(answer.value.map(entryValues)),
  );
}

/** Which of these ids belong to entries kept already. */
function takenOf(connection: Connection, ids: readonly string[]): ReadonlySet<string> {
  const rows = connection.rows(
    Id,
    'SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?))',
    storableJson(ids),
  );
  return new Set(rows.map(({ id }) => id));
}

/** Moves the current mark, and with it what can be found: index, word counts, tallies. */
function makeCurrent(connection: Connection, { superseded, promoted }: Course): void {
  changeIndex(connection, superseded, -1);
  changeIndex(connection, promoted, 1);
}

const WordedRow = z.object({ norm: z.string(), spk: z.string() });

function changeIndex(connection: Connection, versions: readonly number[], sign: 1 | -1): void {
  if (versions.length === 0) return;
  const these = storableJson(versions);
  const chosen = 'FROM entries WHERE version IN (SELECT value FROM json_each(?))';
  connection.run(
    sign === 1
      ? `INSERT INTO search (rowid, norm, spk) SELECT n, norm, spk ${chosen}`
      : `INSERT INTO search (search, rowid, norm, spk) SELECT 'delete', n, norm, spk ${chosen}`,
    these,
  );
  countWords(connection, connection.rows(WordedRow, `SELECT norm, spk ${chosen}`, these), sign);
  connection.run(
    'UPDATE versions SET is_current = ? WHERE n IN (SELECT value FROM json_each(?))',
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

function sizesOf(connection: Connection, versions: readonly number[]): ReadonlyMap<number, Size> {
  const sizes = connection.rows(
    SizeRow,
    `SELECT version, sum(kind NOT LIKE 'fact/%') AS quotations, sum(kind LIKE 'fact/%') AS facts
     FROM entries WHERE version IN (SELECT value FROM json_each(?)) GROUP BY version`,
    storableJson(versions),
  );
  return new Map(sizes.map(({ version, quotations, facts }) => [version, { quotations, facts }]));
}
