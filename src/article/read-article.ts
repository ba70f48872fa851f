import { createHash } from 'node:crypto';
import type { Article, Masthead, Paragraph, Span } from './article.ts';
import { type Identity, identityOf } from './article-id.ts';
import { derivedArticle, NOTHING_GIVEN } from './derived-article.ts';
import { readFrontMatter } from './front-matter.ts';
import { textFromMarkdown } from './markdown/markdown-text.ts';
import { findParagraphs } from './paragraphs.ts';

/** A file that was read as an article, or why it was not. */
export type Reading =
  | {
      readonly kind: 'article';
      readonly article: Article;
      /** By what it is known again; by its id alone where a reader does not tell. */
      readonly identity?: Identity;
      /** When it may be served first, in ISO 8601; null where it may be at once. */
      readonly embargoUntil: string | null;
    }
  /** `reason` completes the sentence "it was skipped: …". */
  | { readonly kind: 'refused'; readonly reason: string };

/** Larger files are no article: the longest novels have about this many bytes. */
export const MAX_ARTICLE_BYTES = 4 * 1024 * 1024;

/**
 * Reads the bytes of a plain text or Markdown file.
 *
 * Front matter gives the masthead; without a headline there, the first line is the headline. What is not given
 * stays null. The text is the file as it is. Only where Markdown has more in it than its words (links, emphasis,
 * entities, lists, quotes), the text is what a reader of the page sees.
 *
 * @param origin where the file came from; names the article where it has no URL, and tells whether it is Markdown
 * @param contentType as it was sent with the file
 */
export function readArticle(bytes: Uint8Array, origin: string, contentType?: string): Reading {
  if (bytes.length > MAX_ARTICLE_BYTES) {
    const mebibytes = (bytes.length / 1024 / 1024).toFixed(1);
    return { kind: 'refused', reason: `it is ${mebibytes} MiB, more than ${MAX_ARTICLE_BYTES / 1024 / 1024} MiB` };
  }
  if (bytes.includes(0)) return { kind: 'refused', reason: 'it is not a text file' };
  const text = decode(bytes);
  if (text === undefined) return { kind: 'refused', reason: 'it is not UTF-8 text; save it as UTF-8' };
  const frontMatter = readFrontMatter(text);
  if (frontMatter.kind === 'faulty') return { kind: 'refused', reason: frontMatter.reason };
  const isGiven = frontMatter.kind === 'given';
  const masthead = isGiven ? frontMatter.masthead : NOTHING_GIVEN;
  const embargoUntil = isGiven ? frontMatter.embargoUntil : null;
  const body = { start: isGiven ? frontMatter.block.end : 0, end: text.length };
  if (!/\p{L}/u.test(text.slice(body.start))) return { kind: 'refused', reason: 'it has no text' };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const identity = identityOf({ url: masthead.url, place: origin });
  const article = compose({ id: identity.id, text, sha256 }, masthead, body);
  if (isMarkdown(origin, contentType)) {
    const seen = seenOfMarkdown(article, masthead, text.slice(body.start));
    if (seen) return derivedArticle({ ...seen, place: origin, embargoUntil });
  }
  return { kind: 'article', article, identity, embargoUntil };
}

/** Makes an article of a plain text that has an id of its own; its first line is the headline. */
export function readText(text: string, id: string): Article {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return compose({ id, text, sha256 }, NOTHING_GIVEN, { start: 0, end: text.length });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isMarkdown(origin: string, contentType = ''): boolean {
  const [path = ''] = origin.split(/[?#]/, 1);
  return /\.(?:md|mdown|markdown|mkdn?|mdx)$/i.test(path) || /\bmarkdown\b/i.test(contentType);
}

/** What a reader sees of a Markdown file; null where that is the words of the file as they stand, and no more. */
function seenOfMarkdown(asItIs: Article, masthead: Masthead, markdown: string) {
  const bare = textFromMarkdown(markdown, null);
  if (!bare) return null;
  const printed = asItIs.paragraphs.filter(({ start }) => start >= asItIs.text.length - markdown.length);
  if (onOneLine(bare.text) === onOneLine(printed.map(({ start, end }) => asItIs.text.slice(start, end)).join(' '))) {
    return null;
  }
  if (masthead.headline !== null) return { plain: textFromMarkdown(markdown, masthead.headline) ?? bare, masthead };
  const [first, ...rest] = bare.paragraphs;
  if (!first) return null;
  const paragraphs: Paragraph[] = [{ ...first, role: 'headline' }, ...rest];
  return {
    plain: { text: bare.text, paragraphs },
    masthead: { ...masthead, headline: onOneLine(bare.text.slice(first.start, first.end)) },
  };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function compose(kept: Pick<Article, 'id' | 'text' | 'sha256'>, masthead: Masthead, body: Span): Article {
  const blocks = findParagraphs(kept.text, body);
  if (masthead.headline === null) {
    const [first, ...rest] = blocks;
    if (!first) return { ...kept, ...masthead, paragraphs: [] };
    const headline = withoutHeadingMarks(kept.text, first);
    return {
      ...kept,
      ...masthead,
      headline: kept.text.slice(headline.start, headline.end),
      paragraphs: [{ ...headline, role: 'headline' }, ...rest.map((span) => bodyParagraph(kept.text, span))],
    };
  }
  const above = kept.text.slice(0, body.start).indexOf(masthead.headline);
  const headline: Paragraph[] =
    above < 0 ? [] : [{ start: above, end: above + masthead.headline.length, role: 'headline' }];
  return { ...kept, ...masthead, paragraphs: [...headline, ...blocks.map((span) => bodyParagraph(kept.text, span))] };
}

function bodyParagraph(text: string, span: Span): Paragraph {
  return { ...withoutHeadingMarks(text, span), role: 'body' };
}

/** `# Headline` in Markdown: the marks are not part of the words. */
function withoutHeadingMarks(text: string, span: Span): Span {
  const marks = /^#{1,6}[ \t]+/.exec(text.slice(span.start, span.end));
  return marks ? { start: span.start + marks[0].length, end: span.end } : span;
}
