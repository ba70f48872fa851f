import type { ParagraphRole } from './article.ts';
import { flat, joinBlocks, type PlainText, textFromHtml } from './html/html-text.ts';
import { findParagraphs } from './paragraphs.ts';

/** Elements that text in a field has only where it is HTML. */
const MARKUP =
  /<\/?(?:p|div|br|h[1-6]|blockquote|ul|ol|li|article|section|figure|figcaption|img|span|em|strong|i|b|u|a|q|cite|small|sup|sub|font|hl2|table)(?:\s[^<>]*)?\/?>/i;
const ENTITY = /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/i;

/** Whether a field that may hold either holds HTML. */
export function isMarkup(text: string): boolean {
  return MARKUP.test(text);
}

/** The plain text of a text without markup, paragraph by paragraph, below its headline. */
export function textFromPlain(text: string, headline: string | null, role: ParagraphRole & 'body' = 'body'): PlainText {
  const blocks = findParagraphs(text, { start: 0, end: text.length }).map(({ start, end }) => {
    return { text: cleaned(text.slice(start, end)), role, heading: null };
  });
  return joinBlocks(
    blocks.filter(({ text: words }) => /[\p{L}\p{N}]/u.test(words)),
    headline,
  );
}

/** The plain text of a field that may be HTML or not. */
export function textFromField(field: string, headline: string | null): PlainText {
  return isMarkup(field) ? textFromHtml(field, headline) : textFromPlain(field, headline);
}

/** A field on one line, as a title or a name, with entities decoded that were encoded once too often; null where it is empty. */
export function lineFrom(field: string | null | undefined): string | null {
  if (!field) return null;
  const isEncoded = isMarkup(field) || ENTITY.test(field);
  const text = isEncoded ? textFromHtml(field.replace(/<(?!\/?[a-z])/gi, '&lt;')).text : field;
  return flat(cleaned(text)) || null;
}

/** Without control characters and halves of characters, which no text has and no store keeps. */
function cleaned(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff]/g, '').toWellFormed();
}
