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
import type { Queries } from './database.ts';

/** What the store knows of the names and texts of these. */
export async function acquaintanceOf(queries: Queries, comers: readonly Comer[]): Promise<Acquaintance> {
  const known = await queries.rows(
    KnownRow,
    `SELECT id AS name, id AS article FROM articles WHERE id = ANY ($1::text[])
     UNION ALL SELECT name, article FROM names WHERE name = ANY ($1::text[])`,
    namesOf(comers),
  );
  const texts = textsOf(comers);
  const held =
    texts.length === 0
      ? []
      : await queries.rows(
          KnownRow,
          'SELECT sha256 AS name, article FROM versions WHERE url IS NULL AND sha256 = ANY ($1::text[]) ORDER BY n DESC',
          texts,
        );
  return acquaintance(known, held);
}

/**
 * Lets nobody else decide meanwhile which article it is that comes under several names, or under none. What is known
 * by its address alone has the same id with every writer, and needs no such care.
 */
export async function lockNames(within: Queries, comers: readonly Comer[]): Promise<void> {
  const names = comers.flatMap(({ identity, sha256 }) => {
    const all = [identity.id, ...identity.alsoKnownAs];
    return identity.by === 'place' ? [...all, sha256] : identity.alsoKnownAs.length > 0 ? all : [];
  });
  if (names.length === 0) return;
  await within.run(
    `SELECT pg_advisory_xact_lock(hashtext('whosaid names in ' || current_schema()), key) FROM (
       SELECT DISTINCT hashtext(name) AS key FROM unnest($1::text[]) AS name ORDER BY key
     ) AS keys`,
    names,
  );
}

/** What the store knows of each of these, in order. */
export async function recogniseArticles(queries: Queries, comers: readonly Comer[]): Promise<readonly Recognised[]> {
  const asking = recognised(comers, await acquaintanceOf(queries, comers));
  const ids = asking.next();
  if (ids.done) return ids.value;
  const current = await queries.rows(
    CurrentRow,
    'SELECT article, sha256, reading FROM versions WHERE is_current AND article = ANY ($1::text[])',
    ids.value,
  );
  const answer = asking.next(current);
  return answer.done ? answer.value : [];
}
