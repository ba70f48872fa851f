import { createHash } from 'node:crypto';
import { type Article, type Span, slice } from '../article/article.ts';
import { type Entry, joinedSource, joinedWords } from './entry.ts';

/** Whether an article's text is still the one that its SHA-256 was made of. */
export function isIntact({ text, sha256 }: Article): boolean {
  return createHash('sha256').update(text).digest('hex') === sha256;
}

/**
 * The words of an entry, cut out of the article's text now: one piece for each span of the content. Null where they or
 * their source are not those that were found when the article was read, or the article is not the version of then.
 */
export function cutWords(article: Article, entry: Entry): readonly string[] | null {
  if (entry.sha256 !== article.sha256) return null;
  const cut = (spans: readonly Span[]) => spans.map((span) => slice(article.text, span));
  const words = cut(entry.content);
  return joinedWords(words) === entry.text && joinedSource(cut(entry.source)) === entry.printedSource ? words : null;
}
