import { createReadStream } from 'node:fs';

/** One line of a file; `bytes` is null where it is longer than allowed. `size` counts its end as well. */
export interface FileLine {
  readonly bytes: Uint8Array | null;
  readonly size: number;
}

const LINE_FEED = 0x0a;
/** How much is read at a time, in bytes. */
const CHUNK = 256 * 1024;

/**
 * The lines of a file as they are read, so that the file may be larger than memory. A line that is longer than
 * `mostBytes` is passed over without being held.
 */
export async function* linesOf(path: string, mostBytes: number): AsyncGenerator<FileLine> {
  let pieces: Buffer[] = [];
  let size = 0;
  const line = (): FileLine => {
    const bytes = size > mostBytes ? null : pieces.length === 1 ? (pieces[0] ?? null) : Buffer.concat(pieces);
    const done = { bytes, size };
    pieces = [];
    size = 0;
    return done;
  };
  const add = (piece: Buffer) => {
    size += piece.length;
    if (size > mostBytes) pieces = [];
    else pieces.push(piece);
  };
  const stream: AsyncIterable<Buffer> = createReadStream(path, { highWaterMark: CHUNK });
  for await (const chunk of stream) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      add(chunk.subarray(from, end + 1));
      yield line();
      from = end + 1;
    }
    if (from < chunk.length) add(chunk.subarray(from));
  }
  if (size > 0) yield line();
}
