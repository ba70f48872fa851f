import type { Contents } from './document.ts';
import { readJsonItems, readJsonLines } from './json/read-json.ts';
import type { Reading } from './read-article.ts';
import { MAX_DOCUMENT_BYTES, readDocument, readingsIn } from './read-document.ts';
import { areJsonLines } from './text-shape.ts';
import { readExport } from './wordpress/read-export.ts';

/** A document that comes in parts, as a file of any size does. */
export interface Streamed {
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly origin: string;
  readonly contentType?: string;
}

/** How much of a stream is looked at to tell what it is, in bytes. */
const HEAD = 64 * 1024;

/**
 * Reads the articles of a document one by one, whatever its size: JSON Lines, arrays of articles and WordPress exports as
 * they come in, with one article in memory at a time; anything else as a whole, up to MAX_DOCUMENT_BYTES.
 */
export async function* readStream({ chunks, origin, contentType }: Streamed): AsyncGenerator<Reading> {
  const source = chunks[Symbol.asyncIterator]();
  try {
    const { head, isAll } = await headOf(source);
    const rest = isAll ? chunksOf(head) : chunksOf(head, source);
    const kind = isAll ? 'whole' : kindOf(head, origin);
    if (kind === 'lines') yield* readJsonLines(rest, origin);
    else if (kind === 'array') yield* readJsonItems(rest, origin);
    else if (kind === 'export') yield* readExport(rest, origin);
    else for (const reading of readingsIn(await readWhole(rest, origin, contentType))) yield reading;
  } finally {
    await source.return?.();
  }
}

/** How a stream that is longer than its head can be read: bit by bit only where its beginning shows it is such a one. */
function kindOf(head: Uint8Array, origin: string): 'lines' | 'array' | 'export' | 'whole' {
  const text = new TextDecoder().decode(head).trimStart();
  if (/^\[\s*\{/.test(text)) return 'array';
  if (/<rss[\s>]/.test(text) && /wordpress\.org\/export\//.test(text)) return 'export';
  if (areJsonLines(text, origin)) return 'lines';
  // A first line that is longer than the head is an article too, where it has the fields of one.
  return text.startsWith('{"') && !text.includes('\n') && /"(?:text|html|body)"\s*:/.test(text) ? 'lines' : 'whole';
}

async function headOf(source: AsyncIterator<Uint8Array>): Promise<{ head: Uint8Array; isAll: boolean }> {
  const parts: Uint8Array[] = [];
  let length = 0;
  while (length < HEAD) {
    const next = await source.next();
    if (next.done) return { head: Buffer.concat(parts), isAll: true };
    parts.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(parts), isAll: false };
}

async function* chunksOf(head: Uint8Array, source?: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head;
  if (!source) return;
  for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
}

/** The document in memory; refused as soon as it is too large. */
async function readWhole(
  chunks: AsyncIterable<Uint8Array>,
  origin: string,
  contentType: string | undefined,
): Promise<Contents> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > MAX_DOCUMENT_BYTES) {
      return { kind: 'refused', reason: `it is larger than ${MAX_DOCUMENT_BYTES / 1024 / 1024} MiB` };
    }
    parts.push(chunk);
  }
  return readDocument({ bytes: Buffer.concat(parts), origin, ...(contentType ? { contentType } : {}) });
}
