import type { Article } from '../article/article.ts';
import { extract } from '../extraction/extract.ts';
import type { Outcome } from './reading-protocol.ts';

/** Reads an article in this thread. Where a rule breaks on it, that is the article's misfortune, not the ingest's. */
export function readOne(article: Article): Outcome {
  try {
    return { kind: 'read', extraction: extract(article) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { kind: 'failed', reason: `whosaid could not read it (${why})` };
  }
}
