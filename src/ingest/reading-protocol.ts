import type { Article } from '../article/article.ts';
import type { Extraction } from '../extraction/quotation.ts';

/** What a reading thread is asked: one article. Each is answered by one outcome with the same number. */
export interface Asked {
  readonly number: number;
  readonly article: Article;
}

/** What a reading thread tells: once that it is ready, then an outcome an article, in the order of asking. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcome'; readonly number: number; readonly outcome: Outcome };

/** What became of one article. */
export type Outcome =
  | { readonly kind: 'read'; readonly extraction: Extraction }
  /** `reason` completes the sentence "it was skipped: …". */
  | { readonly kind: 'failed'; readonly reason: string }
  /** It was not read, because reading was stopped before its turn. */
  | { readonly kind: 'stopped' };
