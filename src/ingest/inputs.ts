import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, resolve, sep } from 'node:path';
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
    for (const file of files) {
      // A file that has gone meanwhile is told of when its turn comes.
      inputs.push({ kind: 'file', path: file, bytes: (await stat(file).catch(() => null))?.size ?? 0 });
    }
    return inputs;
  } catch (error) {
    throw new IngestError(`${path} cannot be read (${nameOfFault(error)}). Give a file or a folder of files.`, {
      cause: error,
    });
  }
}
