import { z } from 'zod';
import type { Candidate, CandidateQuery, EntryFilter } from '../candidate-query.ts';
import { CANDIDATE_COLUMNS, CandidateRow } from '../rows.ts';
import { type Queries, rowLimit, type Value } from './database.ts';
import { hasReserved, openEntry } from './reserved.ts';
import { allOrAllButOne, anyWayOf, both, type Expression, phrase, word } from './search-words.ts';

/** Of so many rows the best are found within some hundred milliseconds; fewer find less, more hardly anything more. */
export const RANKABLE = 20_000;

const Found = z.object({ n: z.number() });
const FoundAt = Found.extend({ place: z.number() });

/** Entries that the queries find and the filter lets through, each once, in the order in which they are found. */
export async function findCandidates(
  queries: Queries,
  asked: readonly CandidateQuery[],
  filter: EntryFilter,
  now: Date,
): Promise<readonly Candidate[]> {
  const finder = new Finder(queries, filter, (await hasReserved(queries)) ? now : null);
  const found = new Set((await Promise.all(asked.map((query) => find(finder, query)))).flat());
  if (found.size === 0) return [];
  return queries.rows(
    CandidateRow,
    `SELECT ${CANDIDATE_COLUMNS} FROM unnest($1::bigint[]) WITH ORDINALITY AS found (n, place)
     JOIN entries ON entries.n = found.n JOIN versions ON versions.n = entries.version
     WHERE versions.is_listed ORDER BY found.place`,
    [...found],
  );
}

async function find(finder: Finder, query: CandidateQuery): Promise<readonly number[]> {
  switch (query.kind) {
    case 'any':
      return finder.bestFirst(query.groups, query.limit);
    case 'all':
      return finder.newestFirst(allOrAllButOne(query.groups.map(anyWayOf)), query.limit);
    case 'phrases':
      return findPhrases(finder, query);
    case 'every':
      return finder.every(query.limit);
  }
}

/** Phrases of one length are looked up in one go: the way to the server and back costs more than a rare phrase. */
async function findPhrases(
  finder: Finder,
  { phrases, enough, limit }: Extract<CandidateQuery, { kind: 'phrases' }>,
): Promise<readonly number[]> {
  const found = new Set<number>();
  for (const alike of runsOfOneLength(phrases)) {
    if (found.size >= enough) break;
    // Some of these may be known already: without that allowance a later phrase could hide behind an earlier one.
    for (const rows of await finder.newestFirstOfEach(alike.map(phrase), limit)) {
      if (found.size >= enough) break;
      for (const n of rows) if (found.size < limit) found.add(n);
    }
  }
  return [...found];
}

function runsOfOneLength(phrases: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
  const runs: (readonly string[])[][] = [];
  for (const words of phrases) {
    const run = runs.at(-1);
    if (run?.[0]?.length === words.length) run.push(words);
    else runs.push([words]);
  }
  return runs;
}

/**
 * How good an entry is for a query of any words: BM25 as if each word stood in it once. The server's own ts_rank does
 * not know how rare a word is, and reads every vector for it.
 *
 * Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond (2009), section 3; k1 = 1.2, b = .75,
 * and an average entry of 25 words.
 */
const SCORE = 'sum(asked.weight) * 2.2 / (1 + 1.2 * (0.25 + 0.75 * min(search.size) / 25.0))';

/** Finds the row numbers of entries that a filter lets through. */
class Finder {
  readonly #queries: Queries;
  readonly #filter: EntryFilter;
  readonly #now: Date | null;
  /** The filter's speaker words; undefined where there are none. */
  readonly #by: Expression | undefined;

  /** @param now the moment at which embargoes are looked at; null where nothing is reserved, as is usual */
  constructor(queries: Queries, filter: EntryFilter, now: Date | null) {
    this.#now = now;
    this.#queries = queries;
    this.#filter = filter;
    this.#by = filter.byWords?.length ? both(filter.byWords.map((text) => word(text, 'inSpeaker'))) : undefined;
  }

  /** Entries with any of the groups of words. */
  async bestFirst(groups: readonly (readonly string[])[], limit: number): Promise<readonly number[]> {
    const known = groups.flatMap((words) => {
      const expression = anyWayOf(words);
      return expression === null || this.#by === null ? [] : [{ expression, words: words.join(' ') }];
    });
    if (known.length === 0) return [];
    // The rarer a group's words, the more it is worth; each group is looked up in the index on its own.
    const values = new Values(
      known.map(({ expression }) => expression),
      known.map(({ words }) => words),
    );
    const filtered = this.#filtered('found', values);
    const by = this.#by === undefined ? '' : `AND search.vector @@ ${values.add(this.#by)}::tsquery`;
    return this.#rows(
      `WITH asked AS MATERIALIZED (
         SELECT query::tsquery AS query, ln(1 + total.n / (1 + known.n)::float8) AS weight
         FROM unnest($1::text[], $2::text[]) AS asked (query, words)
         CROSS JOIN (SELECT coalesce(sum(n), 0)::float8 AS n FROM tallies WHERE name <> 'articles') AS total
         CROSS JOIN LATERAL (
           SELECT coalesce(sum(df), 0)::float8 AS n FROM terms WHERE term = ANY (string_to_array(asked.words, ' '))
         ) AS known
       ),
       found AS MATERIALIZED (
         SELECT search.n, ${SCORE} AS score FROM asked JOIN search ON search.vector @@ asked.query ${by}
         GROUP BY search.n
       )
       SELECT found.n FROM found ${filtered} ORDER BY found.score DESC, found.n DESC LIMIT ${values.add(rowLimit(limit))}`,
      values,
    );
  }

  async newestFirst(expression: Expression, limit: number): Promise<readonly number[]> {
    const wanted = this.#by === undefined ? expression : both([expression, this.#by]);
    if (wanted === null) return [];
    const values = new Values(wanted);
    const filtered = this.#filtered('found', values);
    // Found as a whole before it is ordered: else the planner may walk all entries from the newest one on.
    return this.#rows(
      `WITH found AS MATERIALIZED (SELECT n FROM search WHERE vector @@ $1::tsquery)
       SELECT found.n FROM found ${filtered} ORDER BY found.n DESC LIMIT ${values.add(rowLimit(limit))}`,
      values,
    );
  }

  /** The same for several expressions at once; those that find nothing are left out. */
  async newestFirstOfEach(expressions: readonly Expression[], limit: number): Promise<readonly (readonly number[])[]> {
    const wanted = expressions
      .map((expression) => (this.#by === undefined ? expression : both([expression, this.#by])))
      .filter((expression) => expression !== null);
    if (wanted.length === 0) return [];
    const values = new Values(wanted);
    const filtered = this.#filtered('match', values);
    // OFFSET 0 has each found as a whole before it is ordered.
    const rows = await this.#queries.rows(
      FoundAt,
      `SELECT asked.place, found.n FROM unnest($1::text[]) WITH ORDINALITY AS asked (query, place)
       CROSS JOIN LATERAL (
         SELECT match.n FROM (SELECT n FROM search WHERE vector @@ asked.query::tsquery OFFSET 0) AS match ${filtered}
         ORDER BY match.n DESC LIMIT ${values.add(rowLimit(limit))}
       ) AS found ORDER BY asked.place, found.n DESC`,
      ...values.all,
    );
    const byPlace = new Map<number, number[]>();
    for (const { place, n } of rows) {
      const known = byPlace.get(place);
      if (known) known.push(n);
      else byPlace.set(place, [n]);
    }
    return [...byPlace.values()];
  }

  async every(limit: number): Promise<readonly number[]> {
    if (this.#by === null) return [];
    const values = new Values();
    const by =
      this.#by === undefined
        ? ''
        : `AND entries.n IN (SELECT n FROM search WHERE vector @@ ${values.add(this.#by)}::tsquery)`;
    const conditions = `${conditionsOf(this.#filter, values)} ${this.#open('entries.n', values)}`;
    return this.#rows(
      `SELECT entries.n FROM versions JOIN entries ON entries.version = versions.n
       WHERE versions.is_current AND versions.is_listed AND NOT entries.is_retired ${by} ${conditions}
       ORDER BY versions.published DESC, versions.article, entries.place LIMIT ${values.add(rowLimit(limit))}`,
      values,
    );
  }

  /** The end of a statement that lets the filter choose among rows with an entry's number `n`. */
  #filtered(table: string, values: Values): string {
    const conditions = conditionsOf(this.#filter, values);
    const open = this.#open(`${table}.n`, values);
    return conditions === ''
      ? `WHERE true ${open}`
      : `JOIN entries ON entries.n = ${table}.n JOIN versions ON versions.n = entries.version
         WHERE true ${conditions} ${open}`;
  }

  /** Leaves out what may not be seen. */
  #open(column: string, values: Values): string {
    if (this.#now === null) return '';
    const at = { now: values.add(this.#now.toISOString()), channel: values.add(this.#filter.channel ?? null) };
    return `AND ${openEntry(column, at)}`;
  }

  async #rows(sql: string, values: Values): Promise<readonly number[]> {
    return (await this.#queries.rows(Found, sql, ...values.all)).map(({ n }) => n);
  }
}

/** The values of a statement, each of which stands in it by its number. */
class Values {
  readonly all: Value[];

  constructor(...first: readonly Value[]) {
    this.all = [...first];
  }

  add(value: Value): string {
    this.all.push(value);
    return `$${this.all.length}`;
  }
}

/** What a filter asks of an entry and its article's version. */
function conditionsOf({ kinds, articleId, since, until, inWords }: EntryFilter, values: Values): string {
  const conditions: string[] = [];
  if (kinds) conditions.push(`entries.kind = ANY (${values.add(kinds)}::text[])`);
  if (articleId !== undefined) conditions.push(`versions.article = ${values.add(articleId)}`);
  if (since !== undefined) conditions.push(`versions.published <> '' AND ${DAY} >= ${values.add(since.slice(0, 10))}`);
  if (until !== undefined) conditions.push(`versions.published <> '' AND ${DAY} <= ${values.add(until.slice(0, 10))}`);
  if (inWords?.length) {
    conditions.push(`NOT EXISTS (
      SELECT FROM unnest(${values.add(inWords)}::text[]) AS word WHERE strpos(versions.in_words, ' ' || word || ' ') = 0
    )`);
  }
  return conditions.map((condition) => `AND ${condition}`).join(' ');
}

const DAY = 'substr(versions.published, 1, 10)';
