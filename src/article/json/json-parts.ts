/** A stretch of a stream that is a JSON value by itself: a line, or an item of an array. */
export interface JsonPart {
  /** From 1. */
  readonly number: number;
  /** Null where it is longer than what was allowed. */
  readonly bytes: Uint8Array | null;
}

const [NEWLINE, QUOTE, BACKSLASH, COMMA] = [0x0a, 0x22, 0x5c, 0x2c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** The lines of a stream that hold anything. Holds one line in memory at a time, and of a longer one than `longest` nothing. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<JsonPart> {
  const held = new Held(longest);
  let number = 1;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
      held.add(chunk.subarray(from, at));
      const bytes = held.take();
      if (bytes === null || !isBlank(bytes)) yield { number, bytes };
      number++;
      from = at + 1;
    }
    held.add(chunk.subarray(from));
  }
  const bytes = held.take();
  if (bytes === null || !isBlank(bytes)) yield { number, bytes };
}

/** The items of the array that a stream is, one at a time. */
export async function* itemsOf(chunks: AsyncIterable<Uint8Array>, longest: number): AsyncGenerator<JsonPart> {
  const held = new Held(longest);
  let number = 1;
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  for await (const chunk of chunks) {
    let from = depth > 0 ? 0 : chunk.length;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at] ?? 0;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInString = false;
        continue;
      }
      if (byte === QUOTE) isInString = true;
      else if (OPENING.has(byte)) {
        depth++;
        if (depth === 1) from = at + 1;
      } else if ((byte === COMMA && depth === 1) || (CLOSING.has(byte) && depth-- === 1)) {
        held.add(chunk.subarray(from, at));
        const bytes = held.take();
        if (bytes === null || !isBlank(bytes)) yield { number: number++, bytes };
        if (depth === 0) return;
        from = at + 1;
      }
    }
    if (depth > 0) held.add(chunk.subarray(from));
  }
  // The array never closed: what is left is an item that was cut off.
  const bytes = held.take();
  if (bytes === null || !isBlank(bytes)) yield { number, bytes };
}

/** Bytes that are put together, up to a limit. */
class Held {
  readonly #longest: number;
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  add(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > this.#longest) this.#parts = [];
    else if (part.length > 0) this.#parts.push(part);
  }

  /** What was put together, null where it was too much; then begins anew. */
  take(): Uint8Array | null {
    const [first, ...others] = this.#parts;
    const whole = others.length === 0 ? (first ?? new Uint8Array()) : Buffer.concat(this.#parts, this.#length);
    const isTooLong = this.#length > this.#longest;
    this.#parts = [];
    this.#length = 0;
    return isTooLong ? null : whole;
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d || byte === NEWLINE);
}
