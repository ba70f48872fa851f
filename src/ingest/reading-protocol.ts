import type { Article } from '../article/article.ts';
import type { Contents, Document } from '../article/document.ts';
import type { Reading } from '../article/read-article.ts';
import type { Extraction } from '../extraction/quotation.ts';

/** What a reading thread does: find the articles in a file or a document, or read what was said out of an article. */
export type Task =
  | { readonly kind: 'open'; readonly path: string }
  | { readonly kind: 'document'; readonly document: Document }
  | { readonly kind: 'read'; readonly article: Article };

/** What is given up, and why; what was not done because reading was stopped before its turn. */
export type Undone =
  /** `reason` completes the sentence "it was skipped: …". */
  { readonly kind: 'failed'; readonly reason: string } | { readonly kind: 'stopped' };

/** What became of a file. */
export type Opened = { readonly kind: 'opened'; readonly readings: readonly Reading[] } | Undone;

/** What became of a document. */
export type ReadDocument = { readonly kind: 'contents'; readonly contents: Contents } | Undone;

/** What became of an article. */
export type Read = { readonly kind: 'read'; readonly extraction: Extraction } | Undone;

/** One task with a number; it is answered by one outcome with the same. */
export interface Asked {
  readonly number: number;
  readonly task: Task;
}

/** What a reading thread tells: once that it is ready, then an outcome a task, in the order of asking. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcome'; readonly number: number; readonly outcome: Opened | ReadDocument | Read };
