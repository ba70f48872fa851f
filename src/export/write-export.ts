import type { Archive } from '../archive/archive.ts';
import { type ExportCount, exportedEntries } from './exported.ts';
import type { Format } from './format.ts';

/** Pieces are gathered until they come to about this many UTF-16 code units. */
const PIECE = 64 * 1024;

/** All that may leave the archive, written out in a format, piece by piece. */
export async function* writeExport(
  archive: Archive,
  format: Format,
  now: Date,
  count: ExportCount,
): AsyncGenerator<string> {
  let piece = format.head;
  let isFirst = true;
  for await (const exported of exportedEntries(archive, now, count)) {
    const written = format.entry(exported);
    if (written === null) {
      count.unfit += 1;
      continue;
    }
    count.entries += 1;
    piece += isFirst ? written : format.between + written;
    isFirst = false;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  // A list of lines that has none has no end of line either.
  yield isFirst && format.head === '' ? '' : piece + (isFirst && format.between === format.foot ? '' : format.foot);
}
