import { storableJson } from '../keepable-text.ts';
import {
  type Acquaintance,
  acquaintance,
  type Comer,
  CurrentRow,
  KnownRow,
  namesOf,
  type Recognised,
  recognised,
  textsOf,
} from '../recognition.ts';
import type { Connection } from './connection.ts';

/** What the store knows of the names and texts of these. */
export function acquaintanceOf(connection: Connection, comers: readonly Comer[]): Acquaintance {
  const names = storableJson(namesOf(comers));
  const known = connection.rows(
    KnownRow,
    `SELECT id AS name, id AS article FROM articles WHERE id IN (SELECT value FROM json_each(?))
     UNION ALL SELECT name, article FROM names WHERE name IN (SELECT value FROM json_each(?))`,
    names,
    names,
  );
  const texts = textsOf(comers);
  const held =
    texts.length === 0
      ? []
      : connection.rows(
          KnownRow,
          `SELECT sha256 AS name, article FROM versions
           WHERE url IS NULL AND sha256 IN (SELECT value FROM json_each(?)) ORDER BY n DESC`,
          storableJson(texts),
        );
  return acquaintance(known, held);
}

/** What the store knows of each of these, in order. */
export function recogniseArticles(connection: Connection, comers: readonly Comer[]): readonly Recognised[] {
  const asking = recognised(comers, acquaintanceOf(connection, comers));
  const ids = asking.next();
  if (ids.done) return ids.value;
  const current = connection.rows(
    CurrentRow,
    `SELECT article, sha256, reading FROM versions
     WHERE is_current = 1 AND article IN (SELECT value FROM json_each(?))`,
    storableJson(ids.value),
  );
  const answer = asking.next(current);
  return answer.done ? answer.value : [];
}
