import type { Paragraph, ParagraphRole } from '../article.ts';
import { parseHtml } from './parse-html.ts';
import { withPullQuotes } from './pull-quotes.ts';
import { type VisibleBlock, visibleBlocks } from './visible-blocks.ts';

/** A plain text with its paragraphs: they are all of it, one blank line between two. */
export interface PlainText {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * The plain text of a fragment of HTML: what a reader sees of it, a paragraph for every block element, white space
 * collapsed, entities decoded, no markup. Where there is a headline, it stands above as a paragraph of its own, and a
 * heading of the fragment with the same words is not printed a second time.
 *
 * Empty where nothing is to be seen, or where there is more markup than is parsed (`reasonNotToParse`).
 */
export function textFromHtml(html: string, headline: string | null = null): PlainText {
  const document = parseHtml(html);
  return document ? textFromElement(document.documentElement, headline) : { text: '', paragraphs: [] };
}

/** The plain text of an element of a parsed page, as `textFromHtml` makes it of a fragment. */
export function textFromElement(
  root: Element,
  headline: string | null = null,
  skip?: (element: Element) => boolean,
): PlainText {
  return joinBlocks(withPullQuotes(visibleBlocks(root, skip)), headline);
}

/** Puts paragraphs below each other, under their headline where there is one. */
export function joinBlocks(
  blocks: readonly Pick<VisibleBlock, 'text' | 'role' | 'heading'>[],
  headline: string | null,
): PlainText {
  const title = headline === null ? '' : flat(headline);
  const first = blocks.findIndex((block) => isTitle(block, title));
  const below = first < 0 ? blocks : blocks.filter((_block, index) => index !== first);
  const printed: { readonly text: string; readonly role: ParagraphRole }[] = [
    ...(title === '' ? [] : [{ text: title, role: 'headline' as const }]),
    ...below,
  ];
  let end = -2;
  const paragraphs = printed.map(({ text, role }): Paragraph => {
    const start = end + 2;
    end = start + text.length;
    return { start, end, role };
  });
  return { text: printed.map(({ text }) => text).join('\n\n'), paragraphs };
}

function isTitle({ text, heading }: Pick<VisibleBlock, 'text' | 'heading'>, title: string): boolean {
  return title !== '' && heading !== null && heading <= 2 && flat(text) === title;
}

/** A text on one line. */
export function flat(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
