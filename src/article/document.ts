import type { Reading } from './read-article.ts';

/** A file or an answer from the web, as it came. */
export interface Document {
  readonly bytes: Uint8Array;
  /** Where it came from: an address or a path. It names the article where nothing else does. */
  readonly origin: string;
  /** As sent with it: `text/html; charset=utf-8`. A hint at most, like the ending of the name. */
  readonly contentType?: string;
}

/** What a document holds. */
export type Contents =
  | { readonly kind: 'articles'; readonly readings: readonly Reading[] }
  | { readonly kind: 'feed'; readonly feed: Feed }
  /** `reason` completes the sentence "it was skipped: …". */
  | { readonly kind: 'refused'; readonly reason: string };

/** A list of an outlet's latest articles: RSS, Atom, JSON Feed. */
export interface Feed {
  /** The feed's own title, which as a rule is the outlet's name. */
  readonly title: string | null;
  readonly language: string | null;
  readonly items: readonly FeedItem[];
  /** How many further items are too damaged to be read. */
  readonly damaged: number;
  /** How seldom it asks to be read, in milliseconds: RSS's ttl, sy:updatePeriod; null where it does not ask. */
  readonly readEveryMs: number | null;
}

/** An article as a feed lists it. */
export interface FeedItem {
  /** The page of the article; null where the feed gives none that is an address. */
  readonly url: string | null;
  /** What the feed knows it by; the url where it gives nothing else. */
  readonly id: string | null;
  readonly title: string | null;
  /** In ISO 8601; null where none is given that can be read. */
  readonly publishedAt: string | null;
  /** In ISO 8601; null where none is given that can be read. */
  readonly updatedAt: string | null;
  /** The article where the feed holds its whole text; null where there is only a summary, and the page has to be fetched. */
  readonly reading: Reading | null;
}
