import { createHash } from 'node:crypto';
import { type Article, slice } from '../article/article.ts';
import { type Entry, joinedWords } from './entry.ts';

/** Whether an article's text is still the one that its SHA-256 was made of. */
export function isIntact({ text, sha256 }: Article): boolean {
  return createHash('sha256').update(text).digest('hex') === sha256;
}

/**
 * The words of an entry, cut out of the article's text now: one piece for each span of the content. Null where they are
 * not those that were found when the article was read, or the article is not the version that they were found in.
 */
export function cutWords(article: Article, entry: Entry): readonly string[] | null {
  if (entry.sha256 !== article.sha256) return null;
  const words = entry.content.map((span) => slice(article.text, span));
  return joinedWords(words) === entry.text ? words : null;
}
