import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw, type ZlibOptions } from 'node:zlib';

/** A body that was read to its end, or why it was not. */
export type Body =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly why: 'size' | 'coding' | 'broken'; readonly reason: string };

/** Packed text shrinks to a tenth, seldom to a hundredth; what grows more than this is made to fill memory. */
const MAX_RATIO = 200;
/** Below this many bytes a body may have grown as it likes: an empty page packs very well. */
const RATIO_COUNTS_FROM = 1024 * 1024;

/** What a body is unpacked in, so that never more than this lies unread, bytes. */
const CHUNK: ZlibOptions = { chunkSize: 16 * 1024 };

type Coding = 'none' | 'gzip' | 'br' | 'deflate';

/** The codings that `readBody` unpacks, for the Accept-Encoding header. */
export const ACCEPTED_CODINGS = 'gzip, br, deflate';

/**
 * Reads a response's body, unpacked, up to `maxBytes` of it packed and as many unpacked.
 *
 * What is too long is given up at that length: a response of any size costs no more memory than that.
 */
export async function readBody(response: IncomingMessage, maxBytes: number, signal: AbortSignal): Promise<Body> {
  const coding = codingOf(response.headers['content-encoding'] ?? '');
  if (coding === null) return refuse('coding', 'it is packed in a way that is not read');
  const announced = Number(response.headers['content-length'] ?? 0);
  if (announced > maxBytes) return tooLong(maxBytes);
  const read = { packed: 0 };
  try {
    const packed = counted(response, read, maxBytes);
    const body = await gather(coding === 'none' ? packed : unpacked(packed, coding), read, maxBytes);
    // A body without an announced length ends where the connection does, and Node tells no end from an abort.
    return signal.aborted ? refuse('broken', ENDED_EARLY) : body;
  } catch (error) {
    if (error instanceof TooLong) return tooLong(maxBytes);
    if (response.errored instanceof Silence) return refuse('broken', response.errored.message);
    if (error instanceof Lost) return refuse('broken', ENDED_EARLY);
    return refuse('broken', 'what it is packed in is damaged');
  } finally {
    response.destroy();
  }
}

const ENDED_EARLY = 'the connection ended before all of it had come';

/** Ends a response over which nothing has come for too long; its message says so. */
export class Silence extends Error {}

/** The body is longer than is read. */
class TooLong extends Error {}

/** The connection broke, as against what came over it. */
class Lost extends Error {}

async function* counted(response: IncomingMessage, read: { packed: number }, maxBytes: number): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of response) {
      read.packed += chunk.length;
      if (read.packed > maxBytes) throw new TooLong();
      yield chunk;
    }
  } catch (error) {
    throw error instanceof TooLong ? error : new Lost('', { cause: error });
  }
}

async function gather(
  chunks: AsyncIterable<Buffer>,
  read: { readonly packed: number },
  maxBytes: number,
): Promise<Body> {
  const kept: Buffer[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > maxBytes) return tooLong(maxBytes);
    if (length > RATIO_COUNTS_FROM && length > read.packed * MAX_RATIO) {
      return refuse('size', `unpacked it grows to more than ${MAX_RATIO} times its size`);
    }
    kept.push(chunk);
  }
  return { kind: 'whole', bytes: Buffer.concat(kept, length) };
}

/** The one coding of a body; null for several on top of each other, and for those that are not known. */
function codingOf(header: string): Coding | null {
  const codings = header
    .toLowerCase()
    .split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== '' && coding !== 'identity');
  if (codings.length === 0) return 'none';
  if (codings.length > 1) return null;
  const [coding] = codings;
  if (coding === 'gzip' || coding === 'x-gzip') return 'gzip';
  return coding === 'br' || coding === 'deflate' ? coding : null;
}

async function* unpacked(packed: AsyncGenerator<Buffer>, coding: Exclude<Coding, 'none'>): AsyncGenerator<Buffer> {
  const first = await packed.next();
  if (first.done) return;
  async function* whole() {
    yield first.value as Buffer;
    yield* packed;
  }
  const unpacking = unpackerOf(coding, first.value);
  const source = Readable.from(whole(), { objectMode: false });
  source.on('error', (error) => unpacking.destroy(error));
  try {
    yield* source.pipe(unpacking);
  } finally {
    source.destroy();
    unpacking.destroy();
  }
}

function unpackerOf(coding: Exclude<Coding, 'none'>, first: Buffer) {
  if (coding === 'gzip') return createGunzip(CHUNK);
  if (coding === 'br') return createBrotliDecompress(CHUNK);
  // Some servers send "deflate" without the header that RFC 9110 asks for; a zlib header's low half byte is 8.
  return ((first[0] ?? 0) & 0x0f) === 8 ? createInflate(CHUNK) : createInflateRaw(CHUNK);
}

function refuse(why: 'size' | 'coding' | 'broken', reason: string): Body {
  return { kind: 'refused', why, reason };
}

function tooLong(maxBytes: number): Body {
  const mebibytes = maxBytes / 1024 / 1024;
  return refuse('size', `it is larger than ${mebibytes >= 1 ? `${Math.round(mebibytes)} MiB` : `${maxBytes} bytes`}`);
}
