import type { Article, Paragraph } from '../../src/article/article.ts';

/** A text as an article, one paragraph a line; the first line is the headline where that is asked for. */
export function articleOf(text: string, options: { readonly headline?: boolean } = {}): Article {
  const paragraphs: Paragraph[] = [];
  for (const line of text.matchAll(/[^\r\n]*\S[^\r\n]*/g)) {
    const start = line.index + line[0].length - line[0].trimStart().length;
    const end = start + line[0].trim().length;
    const role = options.headline === true && paragraphs.length === 0 ? 'headline' : 'body';
    paragraphs.push({ start, end, role });
  }
  return {
    id: 'test',
    text,
    sha256: '',
    paragraphs,
    headline: null,
    outlet: null,
    byline: null,
    publishedAt: null,
    updatedAt: null,
    url: null,
    language: 'en',
  };
}
