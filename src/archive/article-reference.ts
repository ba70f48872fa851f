import { identityOf } from '../article/article-id.ts';
import { parseExcerptId } from '../extraction/entry.ts';
import type { Archive, KeptArticle } from './archive.ts';

/**
 * The article that somebody means: by its id, by its address in any spelling, or by the id of one of its excerpts, of
 * whatever version; undefined where there is none.
 */
export async function articleMeant(archive: Archive, typed: string): Promise<KeptArticle | undefined> {
  const reference = typed.trim();
  const own = await archive.article(reference);
  if (own) return own;
  if (/^https?:\/\//i.test(reference)) {
    const identity = identityOf({ url: reference, place: reference });
    const [known] = await archive.recognise([{ identity, sha256: '' }]);
    return known && archive.article(known.id);
  }
  const id = parseExcerptId(reference);
  const entry = id === null ? undefined : await archive.entry(id);
  return entry && archive.article(entry.articleId);
}
