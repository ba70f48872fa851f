import { z } from 'zod';
import { ENTRY_VALUE_COLUMNS, entryValues } from '../column-values.ts';
import type { PlacedEntry } from '../course.ts';
import { ownIds } from '../excerpt-ids.ts';
import { storableJson } from '../keepable-text.ts';
import type { Connection } from './connection.ts';

const Id = z.object({ id: z.string() });

/** Inserts entries, each under an id of its own. */
export function insertEntries(connection: Connection, placed: readonly PlacedEntry[]): void {
  if (placed.length === 0) return;
  const asking = ownIds(placed);
  let answer = asking.next();
  while (!answer.done) answer = asking.next(takenOf(connection, answer.value));
  connection.run(
    `INSERT INTO entries (${ENTRY_VALUE_COLUMNS})
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, value ->> 13
     FROM json_each(?)`,
    storableJson(answer.value.map(entryValues)),
  );
}

/** Which of these ids belong to entries kept already. */
function takenOf(connection: Connection, ids: readonly string[]): ReadonlySet<string> {
  const rows = connection.rows(
    Id,
    'SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?))',
    storableJson(ids),
  );
  return new Set(rows.map(({ id }) => id));
}
