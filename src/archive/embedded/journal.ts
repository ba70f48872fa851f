import {
  JOURNAL_COLUMNS,
  type JournalLine,
  type JournalNote,
  type JournalRequest,
  JournalRow,
  journalValues,
} from '../journal.ts';
import { storableJson } from '../keepable-text.ts';
import { type Connection, rowLimit } from './connection.ts';

/** Adds lines to the log; to be called in the transaction that does what they tell of. */
export function writeJournal(connection: Connection, notes: readonly JournalNote[], at: string): void {
  if (notes.length === 0) return;
  connection.run(
    `INSERT INTO journal (at, who, deed, article, what, why)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 FROM json_each(?)`,
    storableJson(notes.map((note) => journalValues(note, at))),
  );
}

/** Lines of the log, oldest first. */
export function readJournal(
  connection: Connection,
  { articleId, after = 0, limit }: JournalRequest,
): readonly JournalLine[] {
  const lines = `SELECT ${JOURNAL_COLUMNS} FROM journal WHERE n > ?`;
  const rest = [after, rowLimit(limit)];
  return articleId === undefined
    ? connection.rows(JournalRow, `${lines} ORDER BY n LIMIT ?`, ...rest)
    : connection.rows(JournalRow, `${lines} AND article = ? ORDER BY n LIMIT ?`, after, articleId, rowLimit(limit));
}
