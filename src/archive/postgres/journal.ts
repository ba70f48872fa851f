import {
  JOURNAL_COLUMNS,
  type JournalLine,
  type JournalNote,
  type JournalRequest,
  JournalRow,
  journalValues,
} from '../journal.ts';
import { storableJson } from '../keepable-text.ts';
import { type Queries, rowLimit } from './database.ts';

/** Adds lines to the log; to be called in the transaction that does what they tell of. */
export async function writeJournal(within: Queries, notes: readonly JournalNote[], at: string): Promise<void> {
  if (notes.length === 0) return;
  await within.run(
    `INSERT INTO journal (at, who, deed, article, what, why)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5
     FROM json_array_elements($1::json)`,
    storableJson(notes.map((note) => journalValues(note, at))),
  );
}

/** Lines of the log, oldest first. */
export function readJournal(
  queries: Queries,
  { articleId, after = 0, limit }: JournalRequest,
): Promise<readonly JournalLine[]> {
  const lines = `SELECT ${JOURNAL_COLUMNS} FROM journal WHERE n > $1`;
  return articleId === undefined
    ? queries.rows(JournalRow, `${lines} ORDER BY n LIMIT $2`, after, rowLimit(limit))
    : queries.rows(JournalRow, `${lines} AND article = $3 ORDER BY n LIMIT $2`, after, rowLimit(limit), articleId);
}
