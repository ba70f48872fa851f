import type { Archive } from '../archive/archive.ts';
import type { Reading } from '../article/read-article.ts';
import { Count } from './count.ts';
import { Keeper } from './keeper.ts';
import { lookUp, readPieces } from './pieces.ts';
import type { IngestEvent } from './progress.ts';
import { ReadingPool } from './reading-pool.ts';

/** Entries that are kept in one go: somebody may be waiting for an answer meanwhile. */
const ENTRIES = 300;

/**
 * Takes articles that have been fetched already into an archive, in a thread of their own that gives way to whoever
 * asks a question. What is held already is left alone, and one bad article never stops the rest.
 */
export async function ingestReadings(
  archive: Archive,
  readings: readonly { readonly origin: string; readonly reading: Reading }[],
  tell: (event: IngestEvent) => void,
): Promise<void> {
  const count = new Count(tell);
  const keeper = new Keeper(archive, count, ENTRIES);
  const pool = new ReadingPool({ threads: 1, isInBackground: true });
  try {
    const pieces = await lookUp(
      archive,
      readings.map((found) => ({ kind: 'reading', size: 0, ...found })),
      pool,
    );
    for await (const piece of readPieces(once(pieces), pool)) {
      if (piece.kind === 'read') await keeper.take(piece);
      else count.passedOver(piece);
    }
    await keeper.finish();
  } finally {
    await pool.stop();
  }
}

async function* once<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}
