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
import type { Audience } from '../standing.ts';
import { type Queries, rowLimit } from './database.ts';
import { writeJournal } from './journal.ts';
import { openArticle } from './reserved.ts';

/** Registers who is credited in new versions; the words of names in their order, since other writers add them too. */
export async function insertPeople(within: Queries, added: readonly AddedVersion[]): Promise<void> {
  const people = added.flatMap(peopleValues);
  if (people.length === 0) return;
  await within.run(
    `INSERT INTO people (${PEOPLE_COLUMNS})
     SELECT (value ->> 0)::bigint, value ->> 1, value ->> 2, value ->> 3, (value ->> 4)::integer, value ->> 5
     FROM json_array_elements($1::json)`,
    storableJson(people),
  );
  await within.run(
    `INSERT INTO name_words (word, name) SELECT value ->> 0, value ->> 1 FROM json_array_elements($1::json)
     ON CONFLICT DO NOTHING`,
    storableJson(nameWordValues(people)),
  );
}

const SERVED = `
  JOIN versions ON versions.n = people.version JOIN articles ON articles.id = versions.article
  WHERE versions.is_current AND ${openArticle({ now: '$1', channel: '$2' })}`;

/** The current articles that credit somebody of these names, newest first. */
export async function appearances(
  queries: Queries,
  names: readonly string[],
  most: number,
  { channel }: Audience,
  now: Date,
): Promise<readonly Appearance[]> {
  const at = [now.toISOString(), channel];
  const found = names.map((name) =>
    queries.rows(
      AppearanceRow,
      `SELECT ${APPEARANCE_COLUMNS} FROM people ${SERVED} AND people.name = $3
       ORDER BY people.published DESC, versions.article LIMIT $4`,
      ...at,
      name,
      rowLimit(most),
    ),
  );
  return (await Promise.all(found)).flat();
}

/** Names that hold all of these words, those of the most articles first. */
export function namesWith(
  queries: Queries,
  words: readonly string[],
  most: number,
  { channel }: Audience,
  now: Date,
): Promise<readonly RegisteredName[]> {
  const holding = words
    .map((_, index) => `AND people.name IN (SELECT name FROM name_words WHERE word = $${index + 4})`)
    .join(' ');
  return queries.rows(
    RegisteredNameRow,
    `SELECT people.name, min(people.printed COLLATE "C") AS printed, count(*) AS articles,
       sum(people.passages) AS passages
     FROM people ${SERVED} ${holding}
     GROUP BY people.name ORDER BY articles DESC, people.name LIMIT $3`,
    now.toISOString(),
    channel,
    rowLimit(most),
    ...words,
  );
}

const RULINGS = `SELECT ${RULING_COLUMNS} FROM rulings LEFT JOIN undone_rulings ON undone_rulings.ruling = rulings.n`;

/** Writes a ruling down. */
export async function addRuling(within: Queries, ruling: NewRuling, at: string): Promise<Ruling> {
  const added = await within.row(
    z.object({ n: z.number() }),
    `INSERT INTO rulings (kind, one_name, other_name, one, other, why, who, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     RETURNING n`,
    ...rulingValues(ruling, at),
  );
  return written(within, await rulingWith(within, added?.n ?? 0), at);
}

/** Takes a ruling back. */
export async function undoRuling(within: Queries, n: number, by: string, at: string): Promise<Ruling> {
  const ruling = await rulingWith(within, n);
  requireInForce(ruling);
  await within.run('INSERT INTO undone_rulings (ruling, who, at) VALUES ($1, $2, $3)', n, by, at);
  return written(within, await rulingWith(within, n), at);
}

/** Writes a ruling into the log as well. */
async function written(within: Queries, ruling: Ruling, at: string): Promise<Ruling> {
  await writeJournal(within, [noteOfRuling(ruling)], at);
  return ruling;
}

async function rulingWith(queries: Queries, n: number): Promise<Ruling> {
  return foundRuling(n, await queries.row(RulingRow, `${RULINGS} WHERE rulings.n = $1`, n));
}

/** The newest rulings about any of these names, or about all. */
export function rulings(queries: Queries, names: readonly string[] | 'all', most: number): Promise<readonly Ruling[]> {
  const about =
    names === 'all'
      ? ''
      : `WHERE rulings.n IN (SELECT n FROM rulings WHERE one_name = ANY ($2::text[])
                             UNION SELECT n FROM rulings WHERE other_name = ANY ($2::text[]))`;
  const asked = names === 'all' ? [] : [names];
  return queries.rows(RulingRow, `${RULINGS} ${about} ORDER BY rulings.n DESC LIMIT $1`, rowLimit(most), ...asked);
}
