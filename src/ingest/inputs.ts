import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, resolve, sep } from 'node:path';
import { MAX_ARTICLE_BYTES, type Reading } from '../article/read-article.ts';
import { MAX_DOCUMENT_BYTES } from '../article/read-document.ts';
import { readingsAt } from '../sources/readings-at.ts';
import type { Web } from '../sources/web.ts';
import { linesOf } from './lines.ts';
import { IngestError } from './progress.ts';

/** A file that may hold articles, or a web address; of that it is not known how many bytes are there. */
export type Input =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'address'; readonly address: string; readonly bytes: 0 };

/** A piece of the input that may hold an article or several; `size` is how many bytes of the input it takes. */
export type Piece =
  | { readonly kind: 'file'; readonly origin: string; readonly size: number; readonly bytes: Uint8Array }
  /** One line of a file that holds an article a line. */
  | { readonly kind: 'line'; readonly origin: string; readonly size: number; readonly bytes: Uint8Array }
  /** What a page or a feed came to. */
  | { readonly kind: 'reading'; readonly origin: string; readonly size: number; readonly reading: Reading }
  | { readonly kind: 'refused'; readonly origin: string; readonly size: number; readonly reason: string };

const LINE_ENDINGS = new Set(['.jsonl', '.ndjson']);
/** A line's escapes may take several bytes for one of the article's. */
const MAX_LINE_BYTES = 4 * MAX_ARTICLE_BYTES;

/**
 * The files at these paths in order: each itself, or all below it whose names do not start with a dot; a web address
 * as it is.
 */
export async function findInputs(paths: readonly string[]): Promise<readonly Input[]> {
  const found: Input[] = [];
  for (const path of paths) for (const file of await inputsAt(path)) found.push(file);
  return found;
}

/** What the files hold, piece by piece; a file of many articles is read as a stream. */
export async function* piecesOf(inputs: readonly Input[], web: Web): AsyncGenerator<Piece> {
  for (const input of inputs) {
    if (input.kind === 'address') {
      for await (const found of readingsAt(web, input.address)) yield { kind: 'reading', size: 0, ...found };
    } else if (LINE_ENDINGS.has(extname(input.path).toLowerCase())) yield* linesAt(input.path);
    else yield await fileAt(input.path, input.bytes);
  }
}

async function* linesAt(path: string): AsyncGenerator<Piece> {
  let number = 0;
  try {
    for await (const { bytes, size } of linesOf(path, MAX_LINE_BYTES)) {
      number++;
      const origin = `${path}:${number}`;
      if (bytes && !isBlank(bytes)) yield { kind: 'line', origin, size, bytes };
      else if (!bytes) yield refused(origin, size, `the line is longer than ${MAX_LINE_BYTES / 1024 / 1024} MiB`);
    }
  } catch (error) {
    yield refused(path, 0, `it cannot be read any further (${codeOf(error)})`);
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20);
}

/** A file that is far too large for an article is not read at all. */
async function fileAt(path: string, size: number): Promise<Piece> {
  if (size > MAX_DOCUMENT_BYTES) {
    return refused(path, size, `it is ${Math.round(size / 1024 / 1024)} MiB, too large for an article`);
  }
  try {
    return { kind: 'file', origin: path, size, bytes: await readFile(path) };
  } catch (error) {
    return refused(path, size, `it cannot be read (${codeOf(error)})`);
  }
}

function refused(origin: string, size: number, reason: string): Piece {
  return { kind: 'refused', origin, size, reason };
}

async function inputsAt(path: string): Promise<readonly Input[]> {
  if (/^https?:\/\//i.test(path)) return [{ kind: 'address', address: path, bytes: 0 }];
  const whole = resolve(path);
  try {
    const own = await stat(whole);
    if (own.isFile()) return [{ kind: 'file', path: whole, bytes: own.size }];
    const entries = await readdir(whole, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter(
        (file) =>
          !relative(whole, file)
            .split(sep)
            .some((part) => part.startsWith('.')),
      )
      .sort();
    const inputs: Input[] = [];
    // A file that has gone meanwhile is told of when its turn comes.
    for (const file of files) {
      inputs.push({ kind: 'file', path: file, bytes: (await stat(file).catch(() => null))?.size ?? 0 });
    }
    return inputs;
  } catch (error) {
    throw new IngestError(`${path} cannot be read (${codeOf(error)}). Give a file or a folder of files.`, {
      cause: error,
    });
  }
}

const CODES: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOTDIR: 'a part of the path is no folder',
};

function codeOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return CODES[code] ?? (code || 'unknown reason');
}
