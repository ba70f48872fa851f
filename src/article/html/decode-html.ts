import { charsetOf } from '../decode-text.ts';
import { encodingOfMark, latin1, namedByMeta, namedByXml } from '../encoding-signs.ts';
import { fromWindows1252 } from './windows-1252.ts';

/** Encodings in which any bytes are some text, and whose bytes from 0x80 to 0x9f are those of windows-1252. */
const WESTERN = /^(?:windows-1252|cp1252|x-cp1252|iso-?8859-?1|latin-?1|l1|us-ascii|ascii)$/i;

/**
 * The text of a page of HTML, without a byte order mark.
 *
 * As in a browser, a byte order mark decides, then what came with the page, then what the page itself names, then
 * windows-1252. But bytes that are UTF-8 are read as UTF-8 whatever they are said to be, and in a page that is said
 * to be UTF-8 the bytes that are not are read as windows-1252: they are quotation marks pasted from elsewhere, and a
 * browser would show a black diamond.
 */
export function decodeHtml(bytes: Uint8Array, contentType?: string): string {
  const marked = encodingOfMark(bytes);
  if (marked) return new TextDecoder(marked).decode(bytes);
  const named = charsetOf(contentType) ?? namedInside(bytes);
  if (named && /^(?:utf-?16|iso-2022|hz-)/i.test(named)) return decodedAs(named, bytes) ?? decodedAsUtf8(bytes);
  const utf8 = decodedStrictly(bytes);
  if (utf8 !== null) return utf8;
  if (!named || WESTERN.test(named)) return decodedAsWestern(bytes);
  if (/^utf-?8$/i.test(named)) return decodedAsUtf8(bytes);
  return decodedAs(named, bytes) ?? decodedAsWestern(bytes);
}

/** A page whose head could be read as ASCII is not in UTF-16, whatever it says. */
function namedInside(bytes: Uint8Array): string | null {
  return (namedByMeta(bytes) ?? namedByXml(bytes))?.replace(/^utf-?16.*/, 'utf-8') ?? null;
}

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return null;
  }
}

function decodedStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function decodedAsWestern(bytes: Uint8Array): string {
  return fromWindows1252(latin1(bytes));
}

/** A well-formed sequence of UTF-8, by its first byte. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are bytes here, not characters
const SEQUENCE = /[\x00-\x7f]+|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}/y;

/** UTF-8 where it is, windows-1252 where it is not. */
function decodedAsUtf8(bytes: Uint8Array): string {
  const octets = latin1(bytes);
  const decoder = new TextDecoder('utf-8');
  const parts: string[] = [];
  let good = 0;
  for (let at = 0; at < octets.length; ) {
    SEQUENCE.lastIndex = at;
    const match = SEQUENCE.exec(octets);
    if (match) {
      at += match[0].length;
      continue;
    }
    if (good < at) parts.push(decoder.decode(bytes.subarray(good, at)));
    parts.push(fromWindows1252(octets.charAt(at)));
    at++;
    good = at;
  }
  if (good < bytes.length) parts.push(decoder.decode(bytes.subarray(good)));
  return parts.join('');
}
