import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import type { Acted } from '../corrections.ts';
import { EndedEmbargoRow, noteOfAct, notesOfEndedEmbargoes } from '../journal.ts';
import { type Act, afterAct, STANDING_COLUMNS, StandingRow, standingValues } from '../standing.ts';
import type { Connection } from './connection.ts';
import { writeJournal } from './journal.ts';
import { list, unlist } from './listing.ts';
import { reserve } from './reserved.ts';

const Current = z.object({ n: z.number() });

/** Carries an act out on an article; undefined where there is none. */
export function actOn(
  connection: Connection,
  articleId: string,
  act: Act,
  by: string,
  at: string,
): Omit<Acted, 'shares'> {
  return connection.transaction(() => {
    const before = connection.row(StandingRow, `SELECT ${STANDING_COLUMNS} FROM articles WHERE id = ?`, articleId);
    if (!before) throw new ArchiveError(`There is no article ${articleId} in the archive.`);
    const after = afterAct(before, act, at);
    connection.run(
      `UPDATE articles SET corrected_at = ?, correction = ?, withdrawn_at = ?, withdrawal = ?, embargo_until = ?,
         channels = ? WHERE id = ?`,
      ...standingValues(after),
      articleId,
    );
    const current = connection
      .rows(Current, 'SELECT n FROM versions WHERE article = ? AND is_current = 1', articleId)
      .map(({ n }) => n);
    if (after.withdrawal) unlist(connection, current);
    else list(connection, current);
    reserve(connection, [articleId]);
    writeJournal(connection, [noteOfAct(articleId, act, by)], at);
    return { before, after };
  });
}

/** Clears embargoes that are over by the clock: from then on their articles cost nothing when something is looked up. */
export function clearEndedEmbargoes(connection: Connection, at: string): void {
  const ended = connection.rows(
    EndedEmbargoRow,
    'SELECT id, embargo_until AS until FROM articles WHERE embargo_until <= ? ORDER BY embargo_until, id',
    at,
  );
  if (ended.length === 0) return;
  connection.run('UPDATE articles SET embargo_until = NULL WHERE embargo_until <= ?', at);
  reserve(
    connection,
    ended.map(({ id }) => id),
  );
  writeJournal(connection, notesOfEndedEmbargoes(ended), at);
}
