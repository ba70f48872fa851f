import { z } from 'zod';
import type { Term } from '../candidate-query.ts';
import type { WordedEntry } from '../column-values.ts';
import { deletionsOf } from '../deletions.ts';
import { storableJson } from '../keepable-text.ts';
import { spellingPieces, termsByWord, withoutEntries, wordChanges } from '../word-counts.ts';
import type { Connection } from './connection.ts';
import { embargoedWords } from './reserved.ts';

const TermRow = z.object({ term: z.string(), frequency: z.number() });

/** In how many searchable entries each of these words stands; words that stand nowhere are left out. */
export function frequencies(connection: Connection, words: readonly string[], now: Date): ReadonlyMap<string, number> {
  const found = withoutEntries(countedTerms(connection, words), embargoedWords(connection, now));
  return new Map(found.map(({ term, frequency }) => [term, frequency]));
}

function countedTerms(connection: Connection, words: readonly string[]): readonly Term[] {
  return connection.rows(
    TermRow,
    'SELECT term, df AS frequency FROM terms WHERE term IN (SELECT value FROM json_each(?))',
    storableJson(words),
  );
}

/** How many entries can be searched. */
export function entryCount(connection: Connection): number {
  const sql = "SELECT sum(n) AS n FROM tallies WHERE name IN ('quotations', 'facts')";
  return connection.row(z.object({ n: z.number() }), sql)?.n ?? 0;
}

/** For each word the terms that share a deletion neighbour with it, the most frequent first. */
export function neighbours(
  connection: Connection,
  words: readonly string[],
  now: Date,
): ReadonlyMap<string, readonly Term[]> {
  const asked = spellingPieces(words).map(({ word, piece }) => [word, piece]);
  const found = connection.rows(
    TermRow.extend({ word: z.string() }),
    `WITH asked AS MATERIALIZED (SELECT value ->> 0 AS word, value ->> 1 AS piece FROM json_each(?)),
     near AS (
       SELECT word, term FROM asked JOIN term_del ON term_del.del = asked.piece
       UNION SELECT word, piece FROM asked
     )
     SELECT near.word, near.term, terms.df AS frequency FROM near JOIN terms ON terms.term = near.term
     WHERE near.term <> near.word ORDER BY terms.df DESC, near.term`,
    storableJson(asked),
  );
  const open = withoutEntries(found, embargoedWords(connection, now));
  return termsByWord(open.toSorted((a, b) => b.frequency - a.frequency));
}

/** Counts the words of entries that come into the search index (+1) or leave it (-1). */
export function countWords(connection: Connection, entries: readonly WordedEntry[], sign: 1 | -1): void {
  const changes = wordChanges(entries, sign);
  if (sign === 1) addTerms(connection, changes);
  else takeTerms(connection, changes);
}

function addTerms(connection: Connection, changes: ReadonlyMap<string, number>): void {
  const added = connection.rows(
    z.object({ term: z.string() }),
    'SELECT value AS term FROM json_each(?) WHERE value NOT IN (SELECT term FROM terms)',
    storableJson([...changes.keys()]),
  );
  connection.run(
    `INSERT INTO terms (term, df) SELECT key, value FROM json_each(?) WHERE true
     ON CONFLICT (term) DO UPDATE SET df = df + excluded.df`,
    storableJson(Object.fromEntries(changes)),
  );
  connection.run(
    `INSERT OR IGNORE INTO term_del (del, term) ${DELETION_PAIRS}`,
    deletionPairs(added.map(({ term }) => term)),
  );
}

function takeTerms(connection: Connection, changes: ReadonlyMap<string, number>): void {
  connection.run(
    `UPDATE terms SET df = df + taken.value FROM json_each(?) AS taken WHERE terms.term = taken.key`,
    storableJson(Object.fromEntries(changes)),
  );
  const left = countedTerms(connection, [...changes.keys()]);
  const gone = left.filter(({ frequency }) => frequency <= 0).map(({ term }) => term);
  connection.run('DELETE FROM terms WHERE term IN (SELECT value FROM json_each(?))', storableJson(gone));
  connection.run(`DELETE FROM term_del WHERE (del, term) IN (${DELETION_PAIRS})`, deletionPairs(gone));
}

/** Rows of (del, term) out of `deletionPairs`; a normalised word holds no blank. */
const DELETION_PAIRS = `
  SELECT substr(value, 1, instr(value, ' ') - 1), substr(value, instr(value, ' ') + 1) FROM json_each(?)`;

/**
 * What is left of each term, with the term, as JSON: `hose house`. There are dozens for each term, and they go into
 * the table's tree several times as fast in the order of its key.
 */
function deletionPairs(terms: readonly string[]): string {
  return storableJson(terms.flatMap((term) => [...deletionsOf(term)].map((left) => `${left} ${term}`)).sort());
}
