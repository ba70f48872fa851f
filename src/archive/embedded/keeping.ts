import { z } from 'zod';
import { READING_VERSION } from '../../extraction/reading-version.ts';
import type { Kept, ReadArticle } from '../archive.ts';
import { TEXT_COLUMNS, textValues, VERSION_COLUMNS, versionValues } from '../column-values.ts';
import { type AddedVersion, Course, keptOf, placedEntries, requireKeepable } from '../course.ts';
import { storableJson } from '../keepable-text.ts';
import {
  articlesToReserve,
  comerOf,
  type Embargo,
  embargoesOf,
  type MetArticle,
  meetAll,
  notesOfKeeping,
  takeStep,
} from '../meeting.ts';
import type { Connection } from './connection.ts';
import { insertEntries } from './insert-entries.ts';
import { writeJournal } from './journal.ts';
import { list, sizesOf, unlist } from './listing.ts';
import { insertPeople } from './people.ts';
import { acquaintanceOf } from './recognition.ts';
import { rereadVersions } from './rereading.ts';
import { reserve } from './reserved.ts';

/** Keeps articles, all of them or none. */
export function keepArticles(connection: Connection, read: readonly ReadArticle[], keptAt: string): readonly Kept[] {
  requireKeepable(read);
  return connection.transaction(() => {
    const { met, names } = meetAll(acquaintanceOf(connection, read.map(comerOf)), read);
    const course = courseOf(connection, met);
    const steps = met.map((one) => takeStep(course, one));
    insertVersions(connection, course.added, keptAt);
    insertNames(connection, names);
    insertEntries(connection, placedEntries(course.added));
    insertPeople(connection, course.added);
    rereadVersions(connection, course.reread);
    makeCurrent(connection, course);
    const embargoes = embargoesOf(steps, keptAt);
    setEmbargoes(connection, embargoes);
    reserve(connection, articlesToReserve(steps));
    writeJournal(connection, notesOfKeeping(steps, embargoes), keptAt);
    const changed = steps.flatMap(({ kind, version }) => (kind === 'unchanged' ? [] : [version]));
    return keptOf(steps, sizesOf(connection, changed));
  });
}

function insertNames(connection: Connection, names: readonly (readonly [name: string, article: string])[]): void {
  if (names.length === 0) return;
  connection.run(
    'INSERT OR IGNORE INTO names (name, article) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
    storableJson(names),
  );
}

function setEmbargoes(connection: Connection, embargoes: readonly Embargo[]): void {
  for (const { articleId, until } of embargoes) {
    connection.run('UPDATE articles SET embargo_until = ? WHERE id = ?', until, articleId);
  }
}

const HeldRow = z.object({
  article: z.string(),
  sha256: z.string(),
  n: z.number(),
  isCurrent: z.literal([0, 1]).transform((flag) => flag === 1),
  reading: z.number(),
});
const LastNumber = z.object({ n: z.number() });

function courseOf(connection: Connection, met: readonly MetArticle[]): Course {
  const held = connection.rows(
    HeldRow,
    `SELECT article, sha256, n, is_current AS isCurrent, reading FROM versions
     WHERE article IN (SELECT value FROM json_each(?))`,
    storableJson(met.map(({ read }) => read.article.id)),
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
    `INSERT INTO versions (${VERSION_COLUMNS}, is_current, reading)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, 0, ${READING_VERSION}
     FROM json_each(?)`,
    storableJson(added.map((version) => versionValues(version, keptAt))),
  );
  for (const version of added) {
    connection.run(`INSERT INTO texts (${TEXT_COLUMNS}) VALUES (?, ?, ?)`, ...textValues(version));
  }
}

/** Moves the current mark, and with it what can be found and is counted. */
function makeCurrent(connection: Connection, { superseded, promoted }: Course): void {
  const mark = 'UPDATE versions SET is_current = ? WHERE n IN (SELECT value FROM json_each(?))';
  unlist(connection, superseded);
  connection.run(mark, 0, storableJson(superseded));
  connection.run(mark, 1, storableJson(promoted));
  list(connection, promoted);
}
