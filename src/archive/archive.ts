import type { Article } from '../article/article.ts';
import type { Identity } from '../article/article-id.ts';
import type { Entry } from '../extraction/entry.ts';
import type { Extraction } from '../extraction/quotation.ts';
import type { Corrections } from './corrections.ts';
import type { FeedMemory } from './feed-memory.ts';
import type { Journal } from './journal.ts';
import type { Paging } from './paging.ts';
import type { PeopleRegister } from './people.ts';
import type { Recognition } from './recognition.ts';
import type { Rereading } from './rereading.ts';
import type { SameWords } from './same-words.ts';
import type { Audience } from './standing.ts';
import type { Transfer } from './transfer.ts';

/** What was done about an article's words. Only `live` and `corrected` articles are served as usable. */
export type ArticleState =
  | { readonly kind: 'live' }
  | { readonly kind: 'corrected'; readonly at: string; readonly note: string }
  | { readonly kind: 'withdrawn'; readonly at: string; readonly note: string };

/** An article with what was read out of it, ready to be kept. */
export interface ReadArticle {
  readonly article: Article;
  readonly extraction: Extraction;
  /** By what it is known again; by its id alone where that is not told. */
  readonly identity?: Identity;
  /** Not to be used before this moment, ISO 8601; null or left out where it may be at once. */
  readonly embargoUntil?: string | null;
}

/** What became of one article that was handed in. */
export type Kept =
  | { readonly kind: 'added'; readonly quotations: number; readonly facts: number }
  /** A new version of an article already held: its text changed. */
  | { readonly kind: 'changed'; readonly quotations: number; readonly facts: number }
  /** The same text is held already, and was read again: older rules had read it. */
  | { readonly kind: 'reread'; readonly quotations: number; readonly facts: number }
  /** The same text of the same article is held already. */
  | { readonly kind: 'unchanged' };

/** One version of an article as the archive holds it. */
export interface KeptArticle {
  readonly article: Article;
  readonly state: ArticleState;
  /** Not to be used before this moment, ISO 8601 in UTC; null where there is none. */
  readonly embargoUntil: string | null;
  /** The only channels in which it may be used; null where it may be in all of them. */
  readonly channels: readonly string[] | null;
  /** When this version was kept, ISO 8601 in UTC. */
  readonly keptAt: string;
  /** Whether it is the newest version of its article. */
  readonly isCurrent: boolean;
}

/** What the archive holds: current versions, without those of articles that are withdrawn or still embargoed. */
export interface Holdings {
  readonly articles: number;
  readonly quotations: number;
  readonly facts: number;
  /** The newest publication date that any article gives, or null where none gives one. */
  readonly newestPublishedAt: string | null;
  /** When an ingest last finished, changed or not; ISO 8601 in UTC; null before the first. */
  readonly indexedAt: string | null;
}

/** An excerpt that somebody shared into a conversation, kept so that a correction can reach it. */
export interface Share {
  readonly excerptId: string;
  /** Where it stands, in the words of the place: for Slack the channel's id and the message's `ts`. */
  readonly channel: string;
  readonly ts: string;
  readonly sharedBy: string;
  /** ISO 8601 in UTC. */
  readonly sharedAt: string;
}

/** Thrown where a store cannot be used; the message says what, where, and what to do. */
export class ArchiveError extends Error {
  override readonly name = 'ArchiveError';
}

/**
 * Keeps articles, their versions, and what was read out of them.
 *
 * What `keep` has resolved is on disk. Every store satisfies search's `EntryIndex` as well, by shape.
 */
export interface Archive
  extends Corrections,
    FeedMemory,
    Journal,
    Paging,
    PeopleRegister,
    Recognition,
    Rereading,
    SameWords,
    Transfer {
  /** Keeps articles, all of one call or none; keeping the same again changes nothing. One `Kept` each, in order. */
  keep(articles: readonly ReadArticle[]): Promise<readonly Kept[]>;
  /** Notes that an ingest has looked at everything it was asked to, so that the index's age can be told. */
  noteIndexed(at: string): Promise<void>;
  /** The version with this hash, or the current one where none is given. */
  article(id: string, sha256?: string): Promise<KeptArticle | undefined>;
  /**
   * Current articles, newest publication first, those without a date last.
   *
   * @param audience only those that may be served to it now; all where it is left out
   */
  articles(limit: number, audience?: Audience): Promise<readonly KeptArticle[]>;
  /** The entry with this id, of whatever version. */
  entry(id: string): Promise<Entry | undefined>;
  /** The entries of an article's current version, in printed order. */
  entriesOf(articleId: string): Promise<readonly Entry[]>;
  holdings(): Promise<Holdings>;
  recordShare(share: Share): Promise<void>;
  /** Every share of an excerpt of this article, whatever its version, oldest first. */
  sharesOf(articleId: string): Promise<readonly Share[]>;
  /**
   * True the first time a key is claimed, false from then on (for at least an hour, over restarts).
   * For things that are delivered more than once and must be done once.
   */
  claim(key: string): Promise<boolean>;
  /** Checks the store's own consistency; throws an ArchiveError that says what is damaged. */
  check(): Promise<void>;
  close(): Promise<void>;
}
