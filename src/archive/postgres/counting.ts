import { z } from 'zod';
import type { WordedEntry } from '../column-values.ts';
import { deletionsOf } from '../deletions.ts';
import { storableJson } from '../keepable-text.ts';
import { wordChanges } from '../word-counts.ts';
import type { Queries } from './database.ts';

/*
 * How writers count without waiting for each other. A row that counts “the” is changed by every batch of every writer,
 * and a changed row is locked until its writer is done: with one row a word, writers would stand in line. So each
 * count is spread over slots, a writer takes a slot that nobody uses just now, and readers add the slots up. A writer
 * on its own always has slot 0, so an archive that one process fills has one row a word.
 */

/** How many may count at once; a writer who finds no slot free waits for one. */
const SLOTS = 16;

const Slot = z.object({ slot: z.number() });
const LOCK = `hashtext('whosaid slots in ' || current_schema())`;

/** Takes a slot until the end of the transaction. */
export async function takeSlot(within: Queries): Promise<number> {
  const free = await within.row(
    Slot,
    `SELECT slot FROM generate_series(0, ${SLOTS - 1}) AS slot WHERE pg_try_advisory_xact_lock(${LOCK}, slot) LIMIT 1`,
  );
  if (free) return free.slot;
  const slot = Math.floor(Math.random() * SLOTS);
  await within.run(`SELECT pg_advisory_xact_lock(${LOCK}, $1)`, slot);
  return slot;
}

/** What comes into the search index, and what leaves it. */
export interface IndexChange {
  readonly gained: readonly WordedEntry[];
  readonly lost: readonly WordedEntry[];
}

/**
 * Counts the words of entries that come into the search index or leave it. Everything is written in the order of its
 * key, so that two writers who meet wait for each other in one direction only.
 *
 * A word that no entry has any more keeps its rows, with a sum of 0: somebody else may be counting it up just now.
 */
export async function countWords(within: Queries, slot: number, { gained, lost }: IndexChange): Promise<void> {
  const changes = new Map(wordChanges(gained, 1));
  for (const [term, change] of wordChanges(lost, -1)) changes.set(term, (changes.get(term) ?? 0) + change);
  const counted = [...changes].filter(([, change]) => change !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  if (counted.length === 0) return;
  await addSpellings(
    within,
    counted.flatMap(([term, change]) => (change > 0 ? [term] : [])),
  );
  await within.run(
    `INSERT INTO terms (term, slot, df)
     SELECT value ->> 0, $1, (value ->> 1)::integer FROM json_array_elements($2::json)
     ON CONFLICT (term, slot) DO UPDATE SET df = terms.df + excluded.df`,
    slot,
    storableJson(counted),
  );
}

/** Lets words that are new to the archive be found by their misspellings. */
async function addSpellings(within: Queries, terms: readonly string[]): Promise<void> {
  const added = await within.rows(
    z.object({ term: z.string() }),
    'SELECT term FROM unnest($1::text[]) AS new (term) WHERE NOT EXISTS (SELECT FROM terms WHERE terms.term = new.term)',
    terms,
  );
  const pairs = added.flatMap(({ term }) => [...deletionsOf(term)].map((left) => `${left} ${term}`)).sort();
  if (pairs.length === 0) return;
  await within.run(
    `INSERT INTO term_del (del, term)
     SELECT split_part(value, ' ', 1), split_part(value, ' ', 2)
     FROM json_array_elements_text($1::json)
     ON CONFLICT DO NOTHING`,
    storableJson(pairs),
  );
}

/** Counts articles, quotations and facts that became current (more) or ceased to be (fewer). */
export async function tally(
  within: Queries,
  slot: number,
  changes: { readonly articles: number; readonly quotations: number; readonly facts: number },
): Promise<void> {
  await within.run(
    `INSERT INTO tallies (name, slot, n)
     VALUES ('articles', $1, $2), ('facts', $1, $3), ('quotations', $1, $4)
     ON CONFLICT (name, slot) DO UPDATE SET n = tallies.n + excluded.n`,
    slot,
    changes.articles,
    changes.facts,
    changes.quotations,
  );
}
