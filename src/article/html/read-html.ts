import { derivedArticle } from '../derived-article.ts';
import type { Reading } from '../read-article.ts';
import { announcedText } from './announced-text.ts';
import { decodeHtml } from './decode-html.ts';
import { flat, joinBlocks, textFromElement } from './html-text.ts';
import { mainTextOf } from './main-text.ts';
import { headlineOf } from './page-headline.ts';
import { metadataOf } from './page-metadata.ts';
import { reasonToRefusePage } from './page-refusal.ts';
import { parseHtml, reasonNotToParse } from './parse-html.ts';
import { withPullQuotes } from './pull-quotes.ts';

/** Larger pages are no article, in bytes: the largest of newspapers, with all that is in them, have about half of it. */
export const MAX_PAGE_BYTES = 12 * 1024 * 1024;

/**
 * Reads the article on a page of HTML: its text with paragraphs, and what the page says about it.
 *
 * The text is what a reader sees of the article: without advertisements, links to other articles, forms and comments.
 * A page on which no article is found, or only the beginning of one, is refused.
 *
 * @param origin the page's address, or the path of its file; names the article where it has no address
 * @param contentType as it was sent with the page
 */
export function readHtml(bytes: Uint8Array, origin: string, contentType?: string): Reading {
  if (bytes.length > MAX_PAGE_BYTES) {
    return refused(
      `it is ${Math.round(bytes.length / 1024 / 1024)} MiB, more than ${MAX_PAGE_BYTES / 1024 / 1024} MiB`,
    );
  }
  // NUL characters are none in HTML, and no text of an article has them.
  return readPage(decodeHtml(bytes, contentType).replaceAll('\0', ''), origin);
}

/** Reads the article on a page that was decoded already, as `readHtml` does. */
export function readPage(html: string, origin: string): Reading {
  const document = parseHtml(html);
  if (!document) return refused(reasonNotToParse(html) ?? 'it cannot be parsed');
  const metadata = metadataOf(document, origin);
  const main = mainTextOf(document, html);
  const announced = announcedText(metadata.articleBody, main?.blocks ?? []);
  const blocks = withPullQuotes(announced ?? main?.blocks ?? []);
  const page = {
    text: textFromElement(document.documentElement).text,
    title: flat(document.querySelector('title')?.textContent ?? ''),
    metadata,
  };
  const reason = reasonToRefusePage(blocks, page);
  if (reason) return refused(reason);
  const headline = headlineOf(document, main?.within ?? document.documentElement, metadata);
  return derivedArticle({
    plain: joinBlocks(blocks, headline),
    masthead: { ...metadata.masthead, headline },
    place: origin,
  });
}

function refused(reason: string): Reading {
  return { kind: 'refused', reason };
}
