import { z } from 'zod';
import type { AddedVersion } from '../course.ts';
import { storableJson } from '../keepable-text.ts';
import {
  APPEARANCE_COLUMNS,
  type Appearance,
  AppearanceRow,
  foundRuling,
  type NewRuling,
  nameWordValues,
  noteOfRuling,
  PEOPLE_COLUMNS,
  peopleValues,
  type RegisteredName,
  RegisteredNameRow,
  RULING_COLUMNS,
  type Ruling,
  RulingRow,
  requireInForce,
  rulingValues,
} from '../people.ts';
import { type Connection, rowLimit, type Value } from './connection.ts';
import { writeJournal } from './journal.ts';
import { OPEN_ARTICLE } from './reserved.ts';

/** Registers who is credited in new versions. */
export function insertPeople(connection: Connection, added: readonly AddedVersion[]): void {
  const people = added.flatMap(peopleValues);
  if (people.length === 0) return;
  connection.run(
    `INSERT INTO people (${PEOPLE_COLUMNS})
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`,
    storableJson(people),
  );
  connection.run(
    'INSERT OR IGNORE INTO name_words (word, name) SELECT value ->> 0, value ->> 1 FROM json_each(?)',
    storableJson(nameWordValues(people)),
  );
}

const SERVED = `
  JOIN versions ON versions.n = people.version JOIN articles ON articles.id = versions.article
  WHERE versions.is_current = 1 AND ${OPEN_ARTICLE}`;

/** The current articles that credit somebody of these names, newest first. */
export function appearances(
  connection: Connection,
  names: readonly string[],
  most: number,
  open: readonly Value[],
): readonly Appearance[] {
  return names.flatMap((name) =>
    connection.rows(
      AppearanceRow,
      `SELECT ${APPEARANCE_COLUMNS} FROM people ${SERVED} AND people.name = ?
       ORDER BY people.published DESC, versions.article LIMIT ?`,
      ...open,
      name,
      rowLimit(most),
    ),
  );
}

/** Names that hold all of these words, those of the most articles first. */
export function namesWith(
  connection: Connection,
  words: readonly string[],
  most: number,
  open: readonly Value[],
): readonly RegisteredName[] {
  const holding = words.map(() => 'AND people.name IN (SELECT name FROM name_words WHERE word = ?)').join(' ');
  return connection.rows(
    RegisteredNameRow,
    `SELECT people.name, min(people.printed) AS printed, count(*) AS articles, sum(people.passages) AS passages
     FROM people ${SERVED} ${holding}
     GROUP BY people.name ORDER BY articles DESC, people.name LIMIT ?`,
    ...open,
    ...words,
    rowLimit(most),
  );
}

const RULINGS = `SELECT ${RULING_COLUMNS} FROM rulings LEFT JOIN undone_rulings ON undone_rulings.ruling = rulings.n`;

/** Writes a ruling down. */
export function addRuling(connection: Connection, ruling: NewRuling, at: string): Ruling {
  return connection.transaction(() => {
    connection.run(
      `INSERT INTO rulings (kind, one_name, other_name, one, other, why, who, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      ...rulingValues(ruling, at),
    );
    const last = connection.row(z.object({ n: z.number() }), 'SELECT max(n) AS n FROM rulings');
    return written(connection, rulingWith(connection, last?.n ?? 0), at);
  });
}

/** Takes a ruling back. */
export function undoRuling(connection: Connection, n: number, by: string, at: string): Ruling {
  return connection.transaction(() => {
    const ruling = rulingWith(connection, n);
    requireInForce(ruling);
    connection.run('INSERT INTO undone_rulings (ruling, who, at) VALUES (?, ?, ?)', n, by, at);
    return written(connection, rulingWith(connection, n), at);
  });
}

/** Writes a ruling into the log as well. */
function written(connection: Connection, ruling: Ruling, at: string): Ruling {
  writeJournal(connection, [noteOfRuling(ruling)], at);
  return ruling;
}

function rulingWith(connection: Connection, n: number): Ruling {
  return foundRuling(n, connection.row(RulingRow, `${RULINGS} WHERE rulings.n = ?`, n));
}

/** The newest rulings about any of these names, or about all. */
export function rulings(connection: Connection, names: readonly string[] | 'all', most: number): readonly Ruling[] {
  const about =
    names === 'all'
      ? ''
      : `WHERE rulings.n IN (
           SELECT n FROM rulings WHERE one_name IN (SELECT value FROM json_each(?))
           UNION SELECT n FROM rulings WHERE other_name IN (SELECT value FROM json_each(?)))`;
  const asked = names === 'all' ? [] : [storableJson(names), storableJson(names)];
  return connection.rows(RulingRow, `${RULINGS} ${about} ORDER BY rulings.n DESC LIMIT ?`, ...asked, rowLimit(most));
}
