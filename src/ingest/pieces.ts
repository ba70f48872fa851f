import type { Archive, ReadArticle } from '../archive/archive.ts';
import { comerOf } from '../archive/meeting.ts';
import type { Recognised } from '../archive/recognition.ts';
import type { Reading } from '../article/read-article.ts';
import { READING_VERSION } from '../extraction/reading-version.ts';
import { inOrder } from './in-order.ts';
import type { Piece } from './inputs.ts';
import type { Reader } from './reader.ts';

/** Where a piece of the input comes from, and how many bytes of it that is. */
interface Place {
  readonly origin: string;
  readonly size: number;
}

/** A piece that need not be read: the archive holds it as it is, or it is no article. */
export type PassedOver = Place & ({ readonly kind: 'held' } | { readonly kind: 'refused'; readonly reason: string });

/** A piece that the archive does not hold. */
export type NewPiece = Place & { readonly kind: 'new'; readonly reading: Extract<Reading, { kind: 'article' }> };

/** A piece that has been read. */
export type ReadPiece = Place & { readonly kind: 'read'; readonly read: ReadArticle };

/** Reading was stopped: nothing behind this has been looked at. */
export interface Stopped {
  readonly kind: 'stopped';
}

/** Which of these pieces are articles that the archive does not hold, in order. */
export async function lookUp(
  archive: Archive,
  pieces: readonly Piece[],
  reader: Reader,
): Promise<readonly (NewPiece | PassedOver | Stopped)[]> {
  const opened = (await Promise.all(pieces.map((piece) => open(piece, reader)))).flat();
  const fresh = opened.filter((piece) => piece.kind === 'new');
  if (fresh.length === 0) return opened;
  const known = await archive.recognise(fresh.map(({ reading }) => comerOf(reading)));
  const held = new Set(fresh.filter((_, index) => isHeld(known[index])));
  return opened.map((piece) => {
    return piece.kind === 'new' && held.has(piece) ? { kind: 'held', origin: piece.origin, size: piece.size } : piece;
  });
}

/** Whether there is nothing to do: what older rules have read is read again. */
function isHeld(known: Recognised | undefined): boolean {
  return known?.kind === 'copy' || (known?.kind === 'held' && known.reading >= READING_VERSION);
}

async function open(piece: Piece, reader: Reader): Promise<readonly (NewPiece | PassedOver | Stopped)[]> {
  const { origin, size } = piece;
  if (piece.kind === 'reading') return [placed(piece.reading, { origin, size })];
  const opened = await reader.open(origin);
  if (opened.kind === 'stopped') return [opened];
  if (opened.kind === 'failed') return [{ kind: 'refused', origin, size, reason: opened.reason }];
  // Where in the file each of them stands is not known: its bytes are shared out.
  const share = size / Math.max(1, opened.readings.length);
  return opened.readings.map((reading, index) => {
    return placed(reading, { origin, size: Math.floor(share * (index + 1)) - Math.floor(share * index) });
  });
}

function placed(reading: Reading, place: Place): NewPiece | PassedOver {
  return reading.kind === 'refused'
    ? { kind: 'refused', ...place, reason: reading.reason }
    : { kind: 'new', ...place, reading };
}

/** Reads what is new, and passes on the rest in its place; it ends where the reader is stopped. */
export async function* readPieces(
  chunks: AsyncIterable<readonly (NewPiece | PassedOver | Stopped)[]>,
  reader: Reader,
): AsyncGenerator<ReadPiece | PassedOver> {
  for await (const piece of inOrder(flat(chunks), reader.capacity, (one) => readPiece(one, reader))) {
    if (piece.kind === 'stopped') return;
    yield piece;
  }
}

async function readPiece(
  piece: NewPiece | PassedOver | Stopped,
  reader: Reader,
): Promise<ReadPiece | PassedOver | Stopped> {
  if (piece.kind !== 'new') return piece;
  const { origin, size, reading } = piece;
  const { kind, ...known } = reading;
  const outcome = await reader.read(reading.article);
  switch (outcome.kind) {
    case 'read':
      return { kind: 'read', origin, size, read: { ...known, extraction: outcome.extraction } };
    case 'failed':
      return { kind: 'refused', origin, size, reason: outcome.reason };
    case 'stopped':
      return outcome;
  }
}

async function* flat<Item>(chunks: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const chunk of chunks) yield* chunk;
}
