import { z } from 'zod';
import { ENTRY_VALUE_COLUMNS, entryValues, wordedEntry } from '../column-values.ts';
import type { PlacedEntry } from '../course.ts';
import { ownIds } from '../excerpt-ids.ts';
import { storableJson } from '../keepable-text.ts';
import type { Queries } from './database.ts';
import { insertFromJson } from './insert-from-json.ts';
import type { NumberedEntry } from './listing.ts';

const NumberRow = z.object({ n: z.number() });

/** Numbers that nobody else will have; some may stay unused. */
export async function freeNumbers(within: Queries, table: 'versions' | 'entries', count: number): Promise<number[]> {
  const numbers = await within.rows(
    NumberRow,
    `SELECT nextval(pg_get_serial_sequence('${table}', 'n')) AS n FROM generate_series(1, $1)`,
    count,
  );
  return numbers.map(({ n }) => n);
}

const IdRow = z.object({ id: z.string() });

/** Inserts entries, each under an id of its own. */
export async function insertEntries(
  within: Queries,
  placed: readonly PlacedEntry[],
): Promise<readonly NumberedEntry[]> {
  if (placed.length === 0) return [];
  const asking = ownIds(placed);
  let answer = asking.next();
  while (!answer.done) answer = asking.next(await takenOf(within, answer.value));
  const numbers = await freeNumbers(within, 'entries', placed.length);
  const numbered = answer.value.map((entry, index) => ({ entry, n: numbers[index] ?? Number.NaN }));
  // In the order of their ids: two writers with an id in common then wait for each other in one direction only.
  await within.run(
    insertFromJson('entries', `${ENTRY_VALUE_COLUMNS}, n`),
    storableJson(inOrderOfId(numbered).map(({ entry, n }) => [...entryValues(entry), n])),
  );
  return numbered.map(({ entry, n }) => ({ n, version: entry.version, kind: entry.kind, ...wordedEntry(entry) }));
}

function inOrderOfId<E extends { readonly entry: PlacedEntry }>(entries: readonly E[]): readonly E[] {
  return entries.toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
}

/** Which of these ids belong to entries kept already. */
async function takenOf(within: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await within.rows(IdRow, 'SELECT id FROM entries WHERE id = ANY ($1::text[])', ids);
  return new Set(rows.map(({ id }) => id));
}
