import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import type { Acted } from '../corrections.ts';
import { EndedEmbargoRow, noteOfAct, notesOfEndedEmbargoes } from '../journal.ts';
import { type Act, afterAct, STANDING_COLUMNS, StandingRow, standingValues } from '../standing.ts';
import type { Queries } from './database.ts';
import { writeJournal } from './journal.ts';
import { changeIndex, entriesOfVersions } from './listing.ts';
import { reserve } from './reserved.ts';

const Current = z.object({ n: z.number() });

/** Carries an act out on an article within one transaction. */
export async function actOn(
  within: Queries,
  articleId: string,
  act: Act,
  by: string,
  at: string,
): Promise<Omit<Acted, 'shares'>> {
  const before = await within.row(
    StandingRow,
    `SELECT ${STANDING_COLUMNS} FROM articles WHERE id = $1 FOR UPDATE`,
    articleId,
  );
  if (!before) throw new ArchiveError(`There is no article ${articleId} in the archive.`);
  const after = afterAct(before, act, at);
  await within.run(
    `UPDATE articles SET corrected_at = $1, correction = $2, withdrawn_at = $3, withdrawal = $4, embargo_until = $5,
       channels = $6 WHERE id = $7`,
    ...standingValues(after),
    articleId,
  );
  const changed = await within.rows(
    Current,
    `UPDATE versions SET is_listed = $1 WHERE article = $2 AND is_current AND is_listed <> $1 RETURNING n`,
    after.withdrawal === null,
    articleId,
  );
  const entries = await entriesOfVersions(
    within,
    changed.map(({ n }) => n),
  );
  await reserve(within, [articleId]);
  await writeJournal(within, [noteOfAct(articleId, act, by)], at);
  if (after.withdrawal) await changeIndex(within, { gained: [], lost: entries }, -changed.length);
  else await changeIndex(within, { gained: entries, lost: [] }, changed.length);
  return { before, after };
}

/** Clears embargoes that are over by the clock: from then on their articles cost nothing when something is looked up. */
export async function clearEndedEmbargoes(within: Queries, at: string): Promise<void> {
  const ended = await within.rows(
    EndedEmbargoRow,
    `SELECT id, embargo_until AS until FROM articles WHERE embargo_until <= $1
     ORDER BY embargo_until, id FOR UPDATE SKIP LOCKED`,
    at,
  );
  const ids = ended.map(({ id }) => id);
  if (ids.length === 0) return;
  await within.run('UPDATE articles SET embargo_until = NULL WHERE id = ANY ($1::text[])', ids);
  await reserve(within, ids);
  await writeJournal(within, notesOfEndedEmbargoes(ended), at);
}
