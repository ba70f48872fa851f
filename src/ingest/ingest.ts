import type { Archive } from '../archive/archive.ts';
import { openWeb, type Web } from '../sources/web.ts';
import { Count } from './count.ts';
import { inChunks, inOrder } from './in-order.ts';
import { findInputs, piecesOf } from './inputs.ts';
import { Keeper } from './keeper.ts';
import { lookUp, readPieces } from './pieces.ts';
import type { IngestEvent, IngestSummary } from './progress.ts';
import { openReader } from './reader.ts';

/** How to ingest. */
export interface IngestOptions {
  readonly tell?: (event: IngestEvent) => void;
  /** Where web addresses are fetched from. */
  readonly web?: Web;
  /** Threads that read. */
  readonly threads?: number;
  /** Whether somebody is being served meanwhile: smaller batches, and reading gives way. */
  readonly isInBackground?: boolean;
  /** Stops the ingest: what has been read is kept, and it is told that there is more. */
  readonly signal?: AbortSignal;
}

/** Pieces that are looked up in the archive at once, and how many bytes of them at the most. */
const LOOKED_UP = 64;
const LOOKED_UP_BYTES = 4 * 1024 * 1024;
/** Entries in a batch, which is also what is lost at the most when the power goes; fewer while somebody waits. */
const ENTRIES = 2000;
const ENTRIES_IN_BACKGROUND = 300;

/**
 * Reads files, or all of those in folders, and what is at web addresses, into an archive.
 *
 * What is held already is found out before it is read, so that an ingest which was cut short goes on where it stood.
 * One bad article never stops the rest. Whatever the threads do, articles are kept in the order of the files.
 */
export async function ingest(
  archive: Archive,
  paths: readonly string[],
  { tell = () => {}, web = openWeb(), threads = 1, isInBackground = false, signal }: IngestOptions = {},
): Promise<IngestSummary> {
  const started = performance.now();
  const inputs = await findInputs(paths);
  tell({ kind: 'found', files: inputs.length, bytes: inputs.reduce((sum, { bytes }) => sum + bytes, 0) });
  const count = new Count(tell);
  const keeper = new Keeper(archive, count, isInBackground ? ENTRIES_IN_BACKGROUND : ENTRIES);
  const reader = openReader(inputs, { threads, isInBackground });
  const stop = () => void reader.stop();
  signal?.addEventListener('abort', stop, { once: true });
  try {
    const chunks = inChunks(piecesOf(inputs, web, signal), LOOKED_UP, ({ size }) => size, LOOKED_UP_BYTES);
    const lookedUp = inOrder(chunks, 2, (chunk) => lookUp(archive, chunk, reader));
    for await (const piece of readPieces(lookedUp, reader)) {
      if (piece.kind === 'read') await keeper.take(piece);
      else count.passedOver(piece);
      if (signal?.aborted) break;
    }
    await keeper.finish();
  } finally {
    signal?.removeEventListener('abort', stop);
    await reader.stop();
  }
  const isStopped = signal?.aborted ?? false;
  if (!isStopped) await archive.noteIndexed(new Date().toISOString());
  const { bytes, ...counted } = count.progress;
  return { ...counted, isStopped, seconds: Math.round(performance.now() - started) / 1000 };
}
