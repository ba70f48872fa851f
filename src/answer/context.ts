import { type Article, overlaps, slice } from '../article/article.ts';
import type { Context, Excerpt } from './answer.ts';

/** How many paragraphs before and after the excerpt are shown. */
const AROUND = 2;

/** The paragraphs around an excerpt, with its words marked in the first one that holds them. */
export function contextOf(article: Article, excerpt: Excerpt): Context {
  const { span } = excerpt.printed;
  const places = article.paragraphs.flatMap((paragraph, place) => (overlaps(paragraph, span) ? [place] : []));
  const first = Math.max(0, (places[0] ?? 0) - AROUND);
  const last = (places.at(-1) ?? 0) + AROUND;
  const paragraphs = article.paragraphs.slice(first, last + 1).map(({ start, end }) => {
    const isExcerpt = overlaps({ start, end }, span);
    return {
      text: slice(article.text, { start, end }),
      span: { start, end },
      isExcerpt,
      highlight: isExcerpt ? { start: Math.max(0, span.start - start), end: Math.min(end, span.end) - start } : null,
    };
  });
  return { excerpt, paragraphs };
}
