import { z } from 'zod';
import type { Term } from '../candidate-query.ts';
import { spellingPieces, termsByWord, withoutEntries } from '../word-counts.ts';
import type { Queries } from './database.ts';
import { embargoedWords } from './reserved.ts';

const TermRow = z.object({ term: z.string(), frequency: z.number() });

/** In how many searchable entries each of these words stands; words that stand nowhere are left out. */
export async function frequencies(
  queries: Queries,
  words: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, number>> {
  const [found, embargoed] = await Promise.all([
    queries.rows(
      TermRow,
      `SELECT term, sum(df) AS frequency FROM terms WHERE term = ANY ($1::text[])
       GROUP BY term HAVING sum(df) > 0`,
      words,
    ),
    embargoedWords(queries, now),
  ]);
  const open = withoutEntries(found, embargoed);
  return new Map(open.map(({ term, frequency }) => [term, frequency]));
}

/** How many entries there are in all. */
export async function entryCount(queries: Queries): Promise<number> {
  const sql = "SELECT coalesce(sum(n), 0)::bigint AS n FROM tallies WHERE name IN ('quotations', 'facts')";
  return (await queries.row(z.object({ n: z.number() }), sql))?.n ?? 0;
}

/** For each word the terms that share a deletion neighbour with it, the most frequent first. */
export async function neighbours(
  queries: Queries,
  words: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, readonly Term[]>> {
  const asked = spellingPieces(words);
  if (asked.length === 0) return new Map();
  const found = await queries.rows(
    TermRow.extend({ word: z.string() }),
    `WITH asked AS MATERIALIZED (SELECT * FROM unnest($1::text[], $2::text[]) AS asked (word, piece)),
     near AS (
       SELECT word, term FROM asked JOIN term_del ON term_del.del = asked.piece
       UNION SELECT word, piece FROM asked
     )
     SELECT near.word, near.term, sum(terms.df) AS frequency FROM near JOIN terms ON terms.term = near.term
     WHERE near.term <> near.word GROUP BY near.word, near.term HAVING sum(terms.df) > 0
     ORDER BY frequency DESC, near.term COLLATE "C"`,
    asked.map(({ word }) => word),
    asked.map(({ piece }) => piece),
  );
  const open = withoutEntries(found, await embargoedWords(queries, now));
  return termsByWord(open.toSorted((a, b) => b.frequency - a.frequency));
}
