/*
 * By what bytes tell the encoding that they are in: a mark at their very beginning, or a name in what can be read as
 * ASCII of them.
 */

/** How many bytes are looked at for the encoding that a text names; browsers look at 1024. */
const HEAD = 4096;

/** The encoding that a byte order mark says; null where there is none. */
export function encodingOfMark([a, b, c]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | null {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/** `<meta charset="windows-1252">`, `<meta http-equiv=… content="text/html; charset=…">` */
export function namedByMeta(bytes: Uint8Array): string | null {
  return named(/<meta[^>]*?charset\s*=\s*["']?\s*([\w.:-]+)/i, bytes);
}

/** `<?xml version="1.0" encoding="ISO-8859-1"?>` */
export function namedByXml(bytes: Uint8Array): string | null {
  return named(/^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i, bytes);
}

function named(pattern: RegExp, bytes: Uint8Array): string | null {
  return pattern.exec(latin1(bytes.subarray(0, HEAD)))?.[1]?.toLowerCase() ?? null;
}

/** A text with one character for each byte, of the same number. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
