import { createHash, type Hash } from 'node:crypto';
import { type Archive, ArchiveError } from './archive.ts';
import { keyOf, MOVED_TABLES, type MovedRow, type MovedTable, type RowKey } from './transfer.ts';

/** How a move goes on. */
export type MoveEvent =
  | { readonly kind: 'compared'; readonly table: string; readonly rows: number }
  | { readonly kind: 'copied'; readonly table: string; readonly rows: number }
  | { readonly kind: 'listed'; readonly versions: number };

/** What a move came to. */
export interface MoveSummary {
  /** Rows in all tables together, each compared. */
  readonly rows: number;
  /** Rows that this run copied; those of an earlier one that was stopped are not among them. */
  readonly copied: number;
}

/** Versions that are let be found at once. */
const LISTED_AT_ONCE = 50;

/**
 * Copies everything that an archive holds into an empty one, with all ids, versions and times as they are, and compares
 * the two row by row. After a stop the same call goes on where it stood.
 *
 * @throws ArchiveError where the other archive holds something else, or the two are not the same in the end
 */
export async function moveArchive(
  from: Archive,
  to: Archive,
  tell: (event: MoveEvent) => void = () => undefined,
): Promise<MoveSummary> {
  for (const table of MOVED_TABLES) await requireBeginning(from, to, table);
  let copied = 0;
  for (const table of MOVED_TABLES) {
    let last = await to.lastKey(table);
    for (;;) {
      const rows = await from.movedRows(table, last, table.batch);
      const end = rows.at(-1);
      if (!end) break;
      await to.takeRows(table, rows);
      last = keyOf(table, end);
      copied += rows.length;
      tell({ kind: 'copied', table: table.name, rows: rows.length });
    }
  }
  for (;;) {
    const versions = await to.listTaken(LISTED_AT_ONCE);
    if (versions === 0) break;
    tell({ kind: 'listed', versions });
  }
  await to.settleTaken();
  let rows = 0;
  for (const table of MOVED_TABLES) rows += await requireSame(from, to, table, tell);
  await to.check();
  return { rows, copied };
}

/** What is in the other archive must be the beginning of this one: what an earlier run left there. */
async function requireBeginning(from: Archive, to: Archive, table: MovedTable): Promise<void> {
  const last = await to.lastKey(table);
  if (last === null) return;
  const [here, there] = await Promise.all([digest(from, table, last), digest(to, table, last)]);
  if (here.hash !== there.hash) {
    throw new ArchiveError(
      `The archive to move into holds something else already (${table.name}). Give an empty one, or the one that a move of this archive was stopped in.`,
    );
  }
}

async function requireSame(
  from: Archive,
  to: Archive,
  table: MovedTable,
  tell: (event: MoveEvent) => void,
): Promise<number> {
  const [here, there] = await Promise.all([digest(from, table, null), digest(to, table, null)]);
  if (here.hash !== there.hash) {
    throw new ArchiveError(
      `The two archives differ in ${table.name}: ${here.rows} rows and ${there.rows}. Let nobody write into either, and move again into an empty archive.`,
    );
  }
  tell({ kind: 'compared', table: table.name, rows: here.rows });
  return here.rows;
}

/** The number of a table's rows and the SHA-256 over them in order, up to a key or all. */
async function digest(archive: Archive, table: MovedTable, upTo: RowKey | null) {
  const hash = createHash('sha256');
  let rows = 0;
  let last: RowKey | null = null;
  for (;;) {
    const batch: readonly MovedRow[] = await archive.movedRows(table, last, table.batch);
    for (const row of batch) {
      last = keyOf(table, row);
      addRow(hash, table, row);
      rows += 1;
      if (upTo !== null && isSameKey(last, upTo)) return { rows, hash: hash.digest('hex') };
    }
    if (batch.length === 0) return { rows, hash: hash.digest('hex') };
  }
}

const isSameKey = (one: RowKey, other: RowKey) => one.every((value, index) => value === other[index]);

/** Whether a version is listed is not compared: it follows from what is, and `check` sees to it. */
function addRow(hash: Hash, { name }: MovedTable, row: MovedRow): void {
  const columns = Object.keys(row).filter((column) => !(name === 'versions' && column === 'is_listed'));
  hash.update(JSON.stringify(columns.sort().map((column) => [column, row[column]])));
}
