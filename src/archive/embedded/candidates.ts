import { z } from 'zod';
import type { Candidate, CandidateQuery, EntryFilter } from '../candidate-query.ts';
import { storableJson } from '../keepable-text.ts';
import { CANDIDATE_COLUMNS, CandidateRow } from '../rows.ts';
import { type Connection, rowLimit, type Value } from './connection.ts';

/** Of so many rows the best by bm25 are found within milliseconds. */
export const RANKABLE = 12_000;

const Found = z.object({ n: z.number() });
/** How much more a word counts where it stands in the speaker's name than in the words said, for bm25. */
const SPEAKER_WEIGHT = 1.5;

/** Entries that the queries find and the filter lets through, each once, in the order in which they are found. */
export function findCandidates(
  connection: Connection,
  queries: readonly CandidateQuery[],
  filter: EntryFilter,
): readonly Candidate[] {
  const finder = new Finder(connection, filter);
  const found = new Set(queries.flatMap((query) => find(finder, query)));
  return connection.rows(
    CandidateRow,
    `SELECT ${CANDIDATE_COLUMNS} FROM json_each(?) AS found
     JOIN entries ON entries.n = found.value JOIN versions ON versions.n = entries.version
     ORDER BY found.key`,
    storableJson([...found]),
  );
}

function find(finder: Finder, query: CandidateQuery): readonly number[] {
  switch (query.kind) {
    case 'any':
      return finder.matching(either(query.groups.map(anyWayOf)), 'bestFirst', query.limit);
    case 'all':
      return finder.matching(allOrAllButOne(query.groups.map(anyWayOf)), 'newestFirst', query.limit);
    case 'phrases': {
      const found = new Set<number>();
      for (const words of query.phrases) {
        if (found.size >= query.enough || found.size >= query.limit) break;
        // Some of these may be known already: without that allowance a later phrase could hide behind an earlier one.
        const phrase = finder.matching(quoted(words.join(' ')), 'newestFirst', query.limit);
        for (const n of phrase) if (found.size < query.limit) found.add(n);
      }
      return [...found];
    }
    case 'every':
      return finder.every(query.limit);
  }
}

/** Words in the syntax of FTS5 (sqlite.org/fts5.html#full_text_query_syntax); null finds nothing. */
type Expression = string | null;

/** A word, or words in a row; what has nothing in it that the tokenizer would keep stands nowhere. */
function quoted(words: string): Expression {
  return /[\p{L}\p{N}]/u.test(words) ? `"${words.replaceAll('\0', ' ').replaceAll('"', '""')}"` : null;
}

function either(parts: readonly Expression[]): Expression {
  const possible = parts.filter((part) => part !== null);
  return possible.length === 0 ? null : `(${possible.join(' OR ')})`;
}

function both(parts: readonly Expression[]): Expression {
  return parts.length === 0 || parts.includes(null) ? null : `(${parts.join(' AND ')})`;
}

function anyWayOf(group: readonly string[]): Expression {
  return either(group.map(quoted));
}

function allOrAllButOne(parts: readonly Expression[]): Expression {
  if (parts.length < 3) return both(parts);
  return either(parts.map((_, index) => both(parts.toSpliced(index, 1))));
}

const ORDERS = { bestFirst: `bm25(search, 1.0, ${SPEAKER_WEIGHT})`, newestFirst: 'search.rowid DESC' };

/** Finds the row numbers of entries that a filter lets through. */
class Finder {
  readonly #connection: Connection;
  readonly #conditions: string;
  readonly #values: readonly Value[];
  /** The filter's speaker words, for FTS5; undefined where there are none. */
  readonly #by: Expression | undefined;

  constructor(connection: Connection, filter: EntryFilter) {
    this.#connection = connection;
    const parts = conditionsOf(filter);
    this.#conditions = parts.map(({ sql }) => ` AND ${sql}`).join('');
    this.#values = parts.map(({ value }) => value);
    this.#by = filter.byWords?.length ? inSpeaker(filter.byWords) : undefined;
  }

  matching(expression: Expression, order: keyof typeof ORDERS, limit: number): readonly number[] {
    const wanted = this.#by === undefined ? expression : both([expression, this.#by]);
    if (wanted === null) return [];
    return this.#rows(
      this.#conditions === ''
        ? `SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY ${ORDERS[order]} LIMIT ?`
        : `SELECT search.rowid AS n FROM search
           JOIN entries ON entries.n = search.rowid JOIN versions ON versions.n = entries.version
           WHERE search MATCH ?${this.#conditions} ORDER BY ${ORDERS[order]} LIMIT ?`,
      [wanted, ...this.#values, rowLimit(limit)],
    );
  }

  every(limit: number): readonly number[] {
    const order = 'ORDER BY versions.published DESC, versions.article, entries.place LIMIT ?';
    const rest = [...this.#values, rowLimit(limit)];
    if (this.#by === null) return [];
    if (this.#by !== undefined) {
      return this.#rows(
        `SELECT entries.n FROM search
         JOIN entries ON entries.n = search.rowid JOIN versions ON versions.n = entries.version
         WHERE search MATCH ?${this.#conditions} ${order}`,
        [this.#by, ...rest],
      );
    }
    // CROSS JOIN keeps the tables in this order, so that both indexes are walked and nothing is sorted.
    return this.#rows(
      `SELECT entries.n FROM versions CROSS JOIN entries ON entries.version = versions.n
       WHERE versions.is_current = 1${this.#conditions} ${order}`,
      rest,
    );
  }

  #rows(sql: string, values: readonly Value[]): readonly number[] {
    return this.#connection.rows(Found, sql, ...values).map(({ n }) => n);
  }
}

function inSpeaker(words: readonly string[]): Expression {
  const name = both(words.map(quoted));
  return name && `spk : ${name}`;
}

/** What a filter asks of an entry and its article's version; each condition takes one value. */
function conditionsOf(filter: EntryFilter): readonly { readonly sql: string; readonly value: Value }[] {
  const { kinds, articleId, since, until, inWords } = filter;
  const conditions: { sql: string; value: Value }[] = [];
  if (kinds) {
    conditions.push({ sql: 'entries.kind IN (SELECT value FROM json_each(?))', value: storableJson(kinds) });
  }
  if (articleId !== undefined) conditions.push({ sql: 'versions.article = ?', value: articleId });
  if (since !== undefined) {
    conditions.push({ sql: "versions.published <> '' AND substr(versions.published, 1, 10) >= ?", value: day(since) });
  }
  if (until !== undefined) {
    conditions.push({ sql: "versions.published <> '' AND substr(versions.published, 1, 10) <= ?", value: day(until) });
  }
  if (inWords?.length) {
    conditions.push({
      sql: `NOT EXISTS (
        SELECT 1 FROM json_each(?) AS word WHERE instr(versions.in_words, ' ' || word.value || ' ') = 0
      )`,
      value: storableJson(inWords),
    });
  }
  return conditions;
}

const day = (date: string) => date.slice(0, 10);
