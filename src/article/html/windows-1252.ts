/** What windows-1252 has from 0x80 to 0x9f (encoding.spec.whatwg.org); five places are empty. */
const TABLE = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/**
 * A text in which the control characters from U+0080 to U+009F stand for what windows-1252 has at these numbers. No
 * other text has such characters; HTML reads `&#147;` in the same way. (TextDecoder of Node 20 leaves the controls.)
 */
export function fromWindows1252(text: string): string {
  return text.replace(/[\u0080-\u009f]/g, (control) => TABLE[control.charCodeAt(0) - 0x80] ?? '');
}
