import type { Archive } from '../archive/archive.ts';
import type { Reading } from '../article/read-article.ts';
import { Count } from './count.ts';
import { Keeper } from './keeper.ts';
import { lookUp, readPieces } from './pieces.ts';
import type { IngestEvent } from './progress.ts';
import type { Reader } from './reader.ts';

/** Entries that are kept in one go: somebody may be waiting for an answer meanwhile. */
const ENTRIES = 300;

/**
 * Takes articles that have been fetched already into an archive. What is held already is left alone, and one bad
 * article never stops the rest.
 */
export async function ingestReadings(
  archive: Archive,
  readings: readonly { readonly origin: string; readonly reading: Reading }[],
  reader: Reader,
  tell: (event: IngestEvent) => void,
): Promise<void> {
  const count = new Count(tell);
  const keeper = new Keeper(archive, count, ENTRIES);
  const pieces = await lookUp(
    archive,
    readings.map((found) => ({ kind: 'reading', size: 0, ...found })),
    reader,
  );
  for await (const piece of readPieces(once(pieces), reader)) {
    if (piece.kind === 'read') await keeper.take(piece);
    else count.passedOver(piece);
  }
  await keeper.finish();
}

async function* once<Item>(item: Item): AsyncGenerator<Item> {
  yield item;
}
