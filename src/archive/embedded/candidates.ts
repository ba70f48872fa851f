import { z } from 'zod';
import type { Candidate, CandidateQuery, EntryFilter } from '../candidate-query.ts';
import { storableJson } from '../keepable-text.ts';
import { CandidateRow } from '../rows.ts';
import { type Connection, rowLimit, type Value } from './connection.ts';
import { hasReserved, OPEN_ENTRY, openEntryValues, THE_ENTRY } from './reserved.ts';
import { type RowWeights, rowsOf } from './row-weights.ts';
import { entryCount } from './vocabulary.ts';

/**
 * So many rows are listed and weighed within some ten milliseconds. Among a million entries fewer lose misquotes and
 * typos: with this many, three in a hundred more are among the first five than with a quarter of them.
 */
export const RANKABLE = 120_000;

const Listed = z.object({ list: z.string().nullable() });
const Packed = z.object({ rows: z.string() });
const PackedRows = z.array(z.tuple([z.number(), CandidateRow]));

/**
 * Entries that the queries find and the filter lets through, each once, in the order in which they are found.
 *
 * @param weights is used for the time being; there is one for all questions, since making room takes time
 */
export function findCandidates(
  connection: Connection,
  queries: readonly CandidateQuery[],
  filter: EntryFilter,
  weights: RowWeights,
  now: Date,
): readonly Candidate[] {
  const finder = new Finder(connection, filter, weights, now);
  const found = [...new Set(queries.flatMap((query) => find(finder, query)))];
  // All in one text: the driver takes longer over a row than the database does.
  const packed = connection.row(
    Packed,
    `SELECT json_group_array(json_array(entries.n, json_object('id', entries.id, 'kind', entries.kind,
       'norm', entries.norm, 'spk', entries.spk, 'publishedAt', versions.published_at))) AS rows
     FROM json_each(?) AS found
     JOIN entries ON entries.n = found.value JOIN versions ON versions.n = entries.version`,
    storableJson(found),
  );
  const byRow = new Map(PackedRows.parse(JSON.parse(packed?.rows ?? '[]')));
  return found.flatMap((row) => byRow.get(row) ?? []);
}

function find(finder: Finder, query: CandidateQuery): readonly number[] {
  switch (query.kind) {
    case 'any':
      return finder.weightiest(query.groups.map(anyWayOf), query.limit);
    case 'all':
      return finder.newest(allOrAllButOne(query.groups.map(anyWayOf)), query.limit);
    case 'phrases': {
      const found = new Set<number>();
      for (const words of query.phrases) {
        if (found.size >= query.enough || found.size >= query.limit) break;
        // Some of these may be known already: without that allowance a later phrase could hide behind an earlier one.
        const phrase = finder.newest(quoted(words.join(' ')), query.limit);
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

/** Finds the row numbers of entries that a filter lets through. */
class Finder {
  readonly #connection: Connection;
  readonly #conditions: string;
  readonly #values: readonly Value[];
  readonly #weights: RowWeights;
  /** What leaves out entries that may not be seen; empty where there are none, as is usual. */
  readonly #open: string;
  /** The filter's speaker words, for FTS5; undefined where there are none. */
  readonly #by: Expression | undefined;

  constructor(connection: Connection, filter: EntryFilter, weights: RowWeights, now: Date) {
    this.#connection = connection;
    this.#weights = weights;
    const parts = conditionsOf(filter);
    this.#conditions = parts.map(({ sql }) => ` AND ${sql}`).join('');
    const isAnyReserved = hasReserved(connection);
    this.#open = isAnyReserved ? ` AND ${OPEN_ENTRY}` : '';
    const open = isAnyReserved ? openEntryValues(now, filter.channel ?? null) : [];
    this.#values = [...open, ...parts.map(({ value }) => value)];
    this.#by = filter.byWords?.length ? inSpeaker(filter.byWords) : undefined;
  }

  /**
   * Those whose words weigh the most together, the newest first where they weigh the same. A word weighs the more the
   * fewer entries it stands in, as for bm25; but how often it stands in one, and how long that is, would have to be
   * looked up row by row, which takes ten times as long and is left to whoever ranks what is found.
   */
  weightiest(parts: readonly Expression[], limit: number): readonly number[] {
    const lists = parts.map((part) =>
      this.#list(part, `SELECT group_concat(search.rowid) AS list FROM ${this.#matching}`),
    );
    const entries = entryCount(this.#connection);
    for (const rows of lists) this.#weights.add(rows, Math.log(1 + entries / (rows.length + 1)));
    return this.#weights.takeHeaviest(rowLimit(limit));
  }

  /** Those that match, the newest first. */
  newest(expression: Expression, limit: number): readonly number[] {
    const ordered = `SELECT search.rowid AS n FROM ${this.#matching} ORDER BY search.rowid DESC LIMIT ?`;
    return [...this.#list(expression, `SELECT group_concat(n) AS list FROM (${ordered})`, rowLimit(limit))];
  }

  /** Row numbers come in one text: the driver takes far longer over a row than the database does. */
  #list(expression: Expression, sql: string, ...more: readonly Value[]): Int32Array {
    const wanted = this.#wanted(expression);
    const found = wanted === null ? undefined : this.#connection.row(Listed, sql, wanted, ...this.#values, ...more);
    return rowsOf(found?.list ?? '');
  }

  #wanted(expression: Expression): Expression {
    return this.#by === undefined ? expression : both([expression, this.#by]);
  }

  get #matching(): string {
    return this.#conditions === ''
      ? `search WHERE search MATCH ?${this.#openIn('search.rowid')}`
      : `search JOIN entries ON entries.n = search.rowid JOIN versions ON versions.n = entries.version
         WHERE search MATCH ?${this.#openIn('search.rowid')}${this.#conditions}`;
  }

  every(limit: number): readonly number[] {
    const order = 'ORDER BY versions.published DESC, versions.article, entries.place LIMIT ?';
    const rest = [...this.#values, rowLimit(limit)];
    if (this.#by === null) return [];
    if (this.#by !== undefined) {
      return this.#rows(
        `SELECT entries.n FROM search
         JOIN entries ON entries.n = search.rowid JOIN versions ON versions.n = entries.version
         WHERE search MATCH ?${this.#openIn('search.rowid')}${this.#conditions} ${order}`,
        [this.#by, ...rest],
      );
    }
    // CROSS JOIN keeps the tables in this order, so that both indexes are walked and nothing is sorted.
    return this.#rows(
      `SELECT entries.n FROM versions CROSS JOIN entries ON entries.version = versions.n
       WHERE versions.is_current = 1 AND versions.is_listed = 1 AND entries.is_retired = 0
       ${this.#openIn('entries.n')}${this.#conditions} ${order}`,
      rest,
    );
  }

  #openIn(column: 'search.rowid' | 'entries.n'): string {
    return this.#open.replace(THE_ENTRY, column);
  }

  #rows(sql: string, values: readonly Value[]): readonly number[] {
    return [
      ...rowsOf(this.#connection.row(Listed, `SELECT group_concat(n) AS list FROM (${sql})`, ...values)?.list ?? ''),
    ];
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
