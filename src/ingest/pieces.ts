import type { Archive, ReadArticle } from '../archive/archive.ts';
import type { Article } from '../article/article.ts';
import type { Reading } from '../article/read-article.ts';
import { readDocument, readingsIn } from '../article/read-document.ts';
import { readArticleLine } from './article-line.ts';
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
export type NewPiece = Place & { readonly kind: 'new'; readonly article: Article };

/** A piece that has been read. */
export type ReadPiece = Place & { readonly kind: 'read'; readonly read: ReadArticle };

/** Which of these pieces are articles that the archive does not hold, in order. */
export async function lookUp(archive: Archive, pieces: readonly Piece[]): Promise<readonly (NewPiece | PassedOver)[]> {
  const opened = (await Promise.all(pieces.map(open))).flat();
  const articles = opened.flatMap((piece) => (piece.kind === 'new' ? piece.article : []));
  if (articles.length === 0) return opened;
  const held = await archive.heldVersions(articles);
  return opened.map((piece) => {
    return piece.kind === 'new' && held.has(piece.article.id)
      ? { kind: 'held', origin: piece.origin, size: piece.size }
      : piece;
  });
}

async function open(piece: Piece): Promise<readonly (NewPiece | PassedOver)[]> {
  if (piece.kind === 'refused') return [piece];
  const { origin } = piece;
  const readings = await readingsOf(piece);
  return readings.map((reading, index) => {
    // The bytes of a document with several articles are counted once.
    const place = { origin, size: index === 0 ? piece.size : 0 };
    return reading.kind === 'refused'
      ? { kind: 'refused', ...place, reason: reading.reason }
      : { kind: 'new', ...place, article: reading.article };
  });
}

async function readingsOf(piece: Exclude<Piece, { kind: 'refused' }>): Promise<readonly Reading[]> {
  switch (piece.kind) {
    case 'reading':
      return [piece.reading];
    case 'line':
      return [readArticleLine(piece.bytes)];
    case 'file':
      return readingsIn(await readDocument({ bytes: piece.bytes, origin: piece.origin }));
  }
}

/** Reads what is new, and passes on the rest in its place; it ends where the reader is stopped. */
export async function* readPieces(
  chunks: AsyncIterable<readonly (NewPiece | PassedOver)[]>,
  reader: Reader,
): AsyncGenerator<ReadPiece | PassedOver> {
  for await (const piece of inOrder(flat(chunks), reader.capacity, (one) => readPiece(one, reader))) {
    if (piece === null) return;
    yield piece;
  }
}

async function readPiece(piece: NewPiece | PassedOver, reader: Reader): Promise<ReadPiece | PassedOver | null> {
  if (piece.kind !== 'new') return piece;
  const { origin, size, article } = piece;
  const outcome = await reader.read(article);
  switch (outcome.kind) {
    case 'read':
      return { kind: 'read', origin, size, read: { article, extraction: outcome.extraction } };
    case 'failed':
      return { kind: 'refused', origin, size, reason: outcome.reason };
    case 'stopped':
      return null;
  }
}

async function* flat<Item>(chunks: AsyncIterable<readonly Item[]>): AsyncGenerator<Item> {
  for await (const chunk of chunks) yield* chunk;
}
