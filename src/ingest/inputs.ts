import { createReadStream, type Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Reading } from '../article/read-article.ts';
import { readStream } from '../article/read-stream.ts';
import { readingsAt } from '../sources/readings-at.ts';
import type { Web } from '../sources/web.ts';
import { faultOfFile, nameOfFault } from './file-faults.ts';
import { IngestError } from './progress.ts';

/** A file that may hold articles, or a web address; of that it is not known how many bytes are there. */
export type Input =
  | { readonly kind: 'file'; readonly path: string; readonly bytes: number }
  | { readonly kind: 'address'; readonly address: string; readonly bytes: 0 };

/** A piece of the input; `size` is how many bytes of the input it takes. */
export type Piece =
  /** A file that is still to be opened. */
  | { readonly kind: 'file'; readonly origin: string; readonly size: number }
  | { readonly kind: 'reading'; readonly origin: string; readonly size: number; readonly reading: Reading };

/** Larger files are streamed here, article by article; smaller ones are for a reading thread to open, in bytes. */
const LARGE = 4 * 1024 * 1024;

/**
 * The files at these paths in order: each itself, or all below it whose names do not start with a dot; a web address
 * as it is.
 */
export async function findInputs(paths: readonly string[]): Promise<readonly Input[]> {
  const found: Input[] = [];
  for (const path of paths) for (const file of await inputsAt(path)) found.push(file);
  return found;
}

/** What the input holds, piece by piece. */
export async function* piecesOf(inputs: readonly Input[], web: Web, signal?: AbortSignal): AsyncGenerator<Piece> {
  for (const input of inputs) {
    if (signal?.aborted) return;
    if (input.kind === 'address') {
      for await (const found of readingsAt(web, input.address, signal)) yield { kind: 'reading', size: 0, ...found };
    } else if (input.bytes > LARGE) yield* streamed(input.path);
    else yield { kind: 'file', origin: input.path, size: input.bytes };
  }
}

async function* streamed(path: string): AsyncGenerator<Piece> {
  let size = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: 256 * 1024 });
    for await (const chunk of stream) {
      size += chunk.length;
      yield chunk;
    }
  };
  const piece = (reading: Reading): Piece => {
    const taken = size;
    size = 0;
    return { kind: 'reading', origin: path, size: taken, reading };
  };
  try {
    for await (const reading of readStream({ chunks: counted(), origin: path })) yield piece(reading);
  } catch (error) {
    const reason = faultOfFile(error);
    if (reason === null) throw error;
    yield piece({ kind: 'refused', reason });
  }
}

async function inputsAt(path: string): Promise<readonly Input[]> {
  if (/^https?:\/\//i.test(path)) return [{ kind: 'address', address: path, bytes: 0 }];
  const whole = resolve(path);
  try {
    const own = await stat(whole);
    if (own.isFile()) return [{ kind: 'file', path: whole, bytes: own.size }];
    if (!own.isDirectory()) throw new IngestError(`${path} is neither a file nor a folder. Give one of those.`);
    const inputs: Input[] = [];
    for (const file of (await filesBelow(whole, await readdir(whole, { withFileTypes: true }))).sort()) {
      // A file that has gone meanwhile is told of when its turn comes.
      inputs.push({ kind: 'file', path: file, bytes: (await stat(file).catch(() => null))?.size ?? 0 });
    }
    return inputs;
  } catch (error) {
    if (error instanceof IngestError) throw error;
    throw new IngestError(`${path} cannot be read (${nameOfFault(error)}). Give a file or a folder of files.`, {
      cause: error,
    });
  }
}

/** All files below a folder with these entries; a folder in it that cannot be read stands for itself, to be told of. */
async function filesBelow(folder: string, entries: readonly Dirent[]): Promise<string[]> {
  const files: string[] = [];
  for (const entry of entries) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isFile()) files.push(path);
    if (!entry.isDirectory()) continue;
    const inside = await readdir(path, { withFileTypes: true }).catch(() => null);
    if (inside === null) files.push(path);
    else for (const file of await filesBelow(path, inside)) files.push(file);
  }
  return files;
}
