import { type Entry, parseExcerptId } from '../extraction/entry.ts';
import type { Excerpt, Verification } from './answer.ts';
import { cutExcerpt } from './excerpt.ts';
import type { Shelves } from './replies/draft.ts';

/** A verification, and the excerpt where it may be shown. */
export interface Verified {
  readonly verification: Verification;
  /** Undefined where it does not match, or its article was withdrawn. */
  readonly excerpt: Excerpt | undefined;
  /** What the excerpt was cut by; undefined where there is none. */
  readonly entry?: Entry;
}

/** Slices the excerpt with this id again and says whether it still matches; ids may be typed in any common way. */
export async function verifyExcerpt(shelves: Shelves, typedId: string): Promise<Verified> {
  const id = parseExcerptId(typedId);
  if (id === null) {
    const message = `“${typedId.slice(0, 40)}” is no excerpt id. An id looks like W7F-3KQ and stands on every card.`;
    return { verification: { kind: 'not-an-id', message }, excerpt: undefined };
  }
  const entry = await shelves.entry(id);
  const kept = entry && (await shelves.article(entry.articleId, entry.sha256));
  if (!entry || !kept) {
    const message = `No excerpt has the id ${id} in this archive.`;
    return { verification: { kind: 'unknown', message }, excerpt: undefined };
  }
  const excerpt = cutExcerpt(kept, entry);
  if (!excerpt) {
    const message = `${id} no longer matches its stored article, so it is not shown. Ingest the article again.`;
    return { verification: { kind: 'mismatch', message }, excerpt: undefined };
  }
  if (kept.state.kind === 'withdrawn') {
    const message = `${id} comes from an article that was withdrawn on ${kept.state.at.slice(0, 10)}: ${kept.state.note}`;
    return { verification: { kind: 'mismatch', message }, excerpt: undefined };
  }
  if (!kept.isCurrent) {
    const message = `${id} matches the version it was cut from. A newer version of the article is held.`;
    return { verification: { kind: 'superseded', excerpt, message }, excerpt, entry };
  }
  const { start, end } = excerpt.words.span;
  const message = `${id} matches the stored article ${entry.sha256.slice(0, 12)} at ${start}–${end}, letter for letter.`;
  return { verification: { kind: 'matches', excerpt, message }, excerpt, entry };
}
