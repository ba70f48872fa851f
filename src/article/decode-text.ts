import { encodingOfMark, latin1, namedByMeta, namedByXml } from './encoding-signs.ts';
import { fromWindows1252 } from './html/windows-1252.ts';

/** A text, or why the bytes are none. */
export type Decoded =
  | { readonly kind: 'text'; readonly text: string }
  /** `reason` completes the sentence "it was skipped: …". */
  | { readonly kind: 'refused'; readonly reason: string };

/** How many bytes are looked at to tell a text from anything else. */
const HEAD = 4096;
/** Control characters that no text has; white space, form feed, escape and bell are seen in real ones. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const NEVER_IN_TEXT = /[\x00-\x06\x0e-\x1a\x1c-\x1f]/g;

/**
 * The text that bytes are, without a byte order mark.
 *
 * Bytes that are UTF-8 are read as UTF-8 whatever they are said to be: other encodings hardly ever look like it. Else
 * the encoding that the text itself or whoever sent it names is used, and without one the bytes are refused: a wrong
 * guess would change the words.
 *
 * @param declared the encoding that came with the bytes, as in `text/html; charset=windows-1252`
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): Decoded {
  const marked = encodingOfMark(bytes);
  if (marked === 'utf-16le' && bytes[2] === 0 && bytes[3] === 0) {
    return { kind: 'refused', reason: 'it is UTF-32 text; save it as UTF-8' };
  }
  if (marked) return decodeAs(marked, bytes, `it is not the ${marked.toUpperCase()} that its first bytes say it is`);
  if (looksLikeUtf16(bytes.subarray(0, HEAD))) {
    return { kind: 'refused', reason: 'it looks like UTF-16 text without a byte order mark; save it as UTF-8' };
  }
  if (isBinary(bytes.subarray(0, HEAD))) return { kind: 'refused', reason: 'it is not a text file' };
  const plain = decodeAs('utf-8', bytes, 'it is not UTF-8 text; save it as UTF-8');
  const named = declared ?? namedByXml(bytes) ?? namedByMeta(bytes);
  if (plain.kind === 'text' || !named || /^(?:utf-?8|utf-?16|iso-10646)/i.test(named)) return plain;
  return decodeAs(named, bytes, `it is neither UTF-8 nor ${named}, which it says it is; save it as UTF-8`);
}

/** The encoding that a content type names: `iso-8859-1` in `text/html; charset=ISO-8859-1`. */
export function charsetOf(contentType: string | undefined): string | null {
  return /;\s*charset\s*=\s*"?([\w.:-]{2,40})/i.exec(contentType ?? '')?.[1]?.toLowerCase() ?? null;
}

function decodeAs(encoding: string, bytes: Uint8Array, reason: string): Decoded {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    const text = decoder.decode(bytes);
    return { kind: 'text', text: decoder.encoding === 'windows-1252' ? fromWindows1252(text) : text };
  } catch {
    return { kind: 'refused', reason };
  }
}

/** Every second byte is zero, or nearly: letters of the Latin alphabet in UTF-16. */
function looksLikeUtf16(head: Uint8Array): boolean {
  if (head.length < 4) return false;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const half = head.length / 2;
  const [even = 0, odd = 0] = zeros;
  return (odd > half * 0.6 && even < half * 0.05) || (even > half * 0.6 && odd < half * 0.05);
}

function isBinary(head: Uint8Array): boolean {
  if (head.includes(0)) return true;
  const strange = latin1(head).match(NEVER_IN_TEXT)?.length ?? 0;
  return strange > head.length / 100;
}
