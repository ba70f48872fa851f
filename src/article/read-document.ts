import { charsetOf, decodeText } from './decode-text.ts';
import type { Contents, Document } from './document.ts';
import { readDocx } from './docx/read-docx.ts';
import { readFeed } from './feeds/read-feed.ts';
import { readHtml } from './html/read-html.ts';
import { isJsonFeed, readJson, readJsonLines } from './json/read-json.ts';
import { type Reading, readArticle } from './read-article.ts';
import { sniff } from './sniff.ts';
import { textShape } from './text-shape.ts';
import { readTranscript } from './transcripts/read-transcript.ts';
import { readExport } from './wordpress/read-export.ts';

/** Larger documents are no single article; exports of this size are read by {@link readStream}. */
export const MAX_DOCUMENT_BYTES = 32 * 1024 * 1024;

/**
 * Reads whatever a newsroom has its articles in. What a document is, is told by its content; its name and its content
 * type are hints at most.
 */
export async function readDocument(document: Document): Promise<Contents> {
  const { bytes, contentType } = document;
  if (bytes.length > MAX_DOCUMENT_BYTES) {
    const mebibytes = Math.round(bytes.length / 1024 / 1024);
    return refused(`it is ${mebibytes} MiB, more than ${MAX_DOCUMENT_BYTES / 1024 / 1024} MiB`);
  }
  const format = sniff(bytes);
  if (format.kind === 'refused') return format;
  if (format.kind === 'docx') return { kind: 'articles', readings: [await readDocx(bytes, document.origin)] };
  const decoded = decodeText(bytes, charsetOf(contentType));
  if (decoded.kind === 'text') return readDecoded(decoded.text, document);
  if (isHtmlInDoubt(document)) return readPageOf(document);
  // One bad letter makes only the item unreadable that it is in.
  const damaged = new TextDecoder().decode(bytes);
  return textShape(damaged, document).kind === 'feed' ? readFeed(damaged, document.origin) : decoded;
}

async function readDecoded(text: string, document: Document): Promise<Contents> {
  const { bytes, origin, contentType } = document;
  const shape = textShape(text, document);
  switch (shape.kind) {
    case 'refused':
      return shape;
    case 'feed':
      return readFeed(text, origin);
    case 'json':
      if (isJsonFeed(shape.value)) return readFeed(text, origin);
      return readJson(shape.value, origin);
    case 'json-lines':
      return { kind: 'articles', readings: await all(readJsonLines(once(new TextEncoder().encode(text)), origin)) };
    case 'wordpress-export':
      return { kind: 'articles', readings: await all(readExport(once(bytes), origin)) };
    case 'html':
      return readPageOf(document);
    case 'vtt':
    case 'srt':
      return { kind: 'articles', readings: [readTranscript(text, origin)] };
    case 'plain': {
      const isAsItCame = sameAsUtf8(bytes, text);
      return {
        kind: 'articles',
        readings: [readArticle(isAsItCame ? bytes : new TextEncoder().encode(text), origin, contentType)],
      };
    }
  }
}

/** A page is decoded by rules of its own, as browsers do it. */
function readPageOf({ bytes, origin, contentType }: Document): Contents {
  return { kind: 'articles', readings: [readHtml(bytes, origin, contentType)] };
}

/** Whether a document of unknown encoding is HTML: its markup is ASCII in any of them. */
function isHtmlInDoubt(document: Document): boolean {
  const head = Buffer.from(document.bytes.subarray(0, 16 * 1024)).toString('latin1');
  return textShape(head, document).kind === 'html';
}

/** The articles of a document one by one; of a feed those whose whole text it holds, and a refusal for each other item. */
export function readingsIn(contents: Contents): readonly Reading[] {
  if (contents.kind === 'refused') return [contents];
  if (contents.kind === 'articles') return contents.readings;
  return contents.feed.items.map(
    ({ reading, title, url }) =>
      reading ?? {
        kind: 'refused',
        reason: `of “${title ?? 'an item without a title'}” the feed holds only a summary; read ${url ?? 'its page'} instead`,
      },
  );
}

/** A plain text in UTF-8 is kept as it is, its byte order mark with it. */
function sameAsUtf8(bytes: Uint8Array, text: string): boolean {
  const length = Buffer.byteLength(text);
  return bytes.length === length || (bytes.length === length + 3 && bytes[0] === 0xef);
}

async function all(readings: AsyncIterable<Reading>): Promise<readonly Reading[]> {
  const list: Reading[] = [];
  for await (const reading of readings) list.push(reading);
  return list;
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function refused(reason: string): Contents {
  return { kind: 'refused', reason };
}
