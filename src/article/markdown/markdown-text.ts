import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { type PlainText, textFromHtml } from '../html/html-text.ts';
import { separatedLines } from './separated-lines.ts';
import { withoutShortcodes } from './shortcodes.ts';

/** The parser's way through the marks of one paragraph grows with their square: longer ones are not asked of it. */
const MOST_MARKS_IN_A_PARAGRAPH = 1500;
const MOST_MARKS = 40_000;
/** Quotes in quotes, lists in lists. */
const DEEPEST = 40;

const MARKS = /[*_[\]~`<!&^\\|]/g;
const TOO_DEEP = new RegExp(`^(?:[ \\t]*(?:>|[-*+](?=\\s)|\\d{1,9}[.)](?=\\s))){${DEEPEST},}`, 'm');

/** Converters leave the end of an emphasis on a line of its own, where it ends nothing. */
const DANGLING = /\r?\n[ \t]{1,20}([*_]{1,3})(?=[ \t]*(?:\r?\n[ \t]*\r?\n|\r?\n?$))/g;

/**
 * The plain text of Markdown (CommonMark with GitHub's extensions): what a reader of the page made of it sees. Links
 * are their words, pictures, shortcodes and comments are nothing, entities are characters.
 *
 * Null where there is more markup than is parsed.
 */
export function textFromMarkdown(markdown: string, headline: string | null): PlainText | null {
  const source = separatedLines(withoutShortcodes(markdown).replace(DANGLING, '$1'));
  if (isTooMuch(source)) return null;
  const html = micromark(source, {
    allowDangerousHtml: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
  });
  return textFromHtml(html, headline);
}

function isTooMuch(source: string): boolean {
  if (TOO_DEEP.test(source)) return true;
  let all = 0;
  for (const paragraph of source.split(/\n[ \t]*\n/)) {
    const marks = paragraph.match(MARKS)?.length ?? 0;
    all += marks;
    if (marks > MOST_MARKS_IN_A_PARAGRAPH || all > MOST_MARKS) return true;
  }
  return false;
}
