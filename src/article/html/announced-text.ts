import { wordsOf } from '../words.ts';
import { parseHtml } from './parse-html.ts';
import { type VisibleBlock, visibleBlocks } from './visible-blocks.ts';

/** Shorter texts are a summary under the wrong name, in words. */
const FEWEST_WORDS = 60;
/** Of the announced text's words, the page has at least this share where its article was found. */
const SHARE = 0.6;
/** A text of more words than this without a paragraph in it has lost them. */
const LONGEST_PARAGRAPH = 250;

/**
 * The article's text that stands in the metadata (`articleBody` of JSON-LD), where the page itself has not most of it:
 * a script would have put it there. Null where the page has it, or where the metadata has not kept its paragraphs.
 */
export function announcedText(
  articleBody: string | null,
  found: readonly VisibleBlock[],
): readonly VisibleBlock[] | null {
  if (articleBody === null) return null;
  const announced = wordsOf(articleBody.replace(/<[^<>]*>/g, ' ')).map(({ norm }) => norm);
  if (announced.length < FEWEST_WORDS) return null;
  const printed = new Set(found.flatMap(({ text }) => pairs(wordsOf(text).map(({ norm }) => norm))));
  const wanted = pairs(announced);
  if (wanted.filter((pair) => printed.has(pair)).length >= wanted.length * SHARE) return null;
  const document = parseHtml(asHtml(articleBody));
  const blocks = document ? visibleBlocks(document.documentElement) : [];
  return blocks.some(({ text }) => wordsOf(text).length > LONGEST_PARAGRAPH) ? null : blocks;
}

/** Plain text becomes one paragraph a line; what is HTML stays as it is. */
function asHtml(text: string): string {
  if (/<(?:p|br|div|h[1-6]|li)\b[^<>]*>/i.test(text) || /&lt;p\b/i.test(text))
    return text.replace(/&lt;(\/?[a-z])/gi, '<$1').replace(/&gt;/gi, '>');
  return text
    .split(/[\r\n]+/)
    .map((line) => `<p>${line.replace(/</g, '&lt;')}</p>`)
    .join('');
}

function pairs(words: readonly string[]): readonly string[] {
  return words.slice(1).map((word, index) => `${words[index]} ${word}`);
}
