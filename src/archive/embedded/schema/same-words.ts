import { z } from 'zod';
import { normalise } from '../../../article/words.ts';
import { storableJson } from '../../keepable-text.ts';
import { CreditRow } from '../../rows.ts';
import { emptinessOf, wordsKey } from '../../same-words.ts';
import type { Connection } from '../connection.ts';

const Row = CreditRow.extend({ n: z.number(), norm: z.string() });

/** Entries that are given their keys in one go. */
const BATCH = 5000;

/** Gives every entry the key of its words and how full its attribution is, with an index over both. */
export function addSameWords(connection: Connection): void {
  connection.execute(`
    ALTER TABLE entries ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE entries ADD COLUMN emptiness INTEGER NOT NULL DEFAULT 0;
  `);
  let last = 0;
  for (;;) {
    const rows = connection.rows(
      Row,
      `SELECT n, kind, norm, speaker, status, printed_source AS printedSource FROM entries
       WHERE n > ? ORDER BY n LIMIT ?`,
      last,
      BATCH,
    );
    if (rows.length === 0) break;
    last = rows.at(-1)?.n ?? last;
    const keyed = rows.map((row) => [
      row.n,
      wordsKey(row.kind, row.norm, normalise(row.printedSource)),
      emptinessOf(row),
    ]);
    connection.run(
      `UPDATE entries SET words = keyed.value ->> 1, emptiness = keyed.value ->> 2
       FROM json_each(?) AS keyed WHERE entries.n = keyed.value ->> 0`,
      storableJson(keyed),
    );
  }
  connection.execute('CREATE INDEX same_words ON entries (words, version, emptiness, speaker)');
}
