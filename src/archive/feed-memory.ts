import { z } from 'zod';

/** By which a server knows whether something changed; `at` is the address that gave them, null for the asked one. */
export interface KeptValidators {
  readonly at: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** What is known of a watched feed from its earlier polls. Times are ISO 8601 in UTC, as `toISOString` writes them. */
export interface FeedState {
  /** Stands for the feed's address, which may hold a token and is not kept. */
  readonly feed: string;
  /** The address as it may be shown to anybody. */
  readonly shownAs: string;
  readonly validators: KeptValidators | null;
  /** When the feed was last read from its beginning, whether or not it had changed. */
  readonly lastReadAt: string | null;
  /** When a poll last succeeded. */
  readonly lastOkAt: string | null;
  /** Since when every poll has failed; null where the last one succeeded. */
  readonly failingSince: string | null;
  /** Polls that have failed one after the other. */
  readonly failures: number;
  /** Why the last of them failed: completes the sentence "it cannot be read: …". */
  readonly lastError: string | null;
  /** Whether the log has been told that the feed is failing. */
  readonly isTold: boolean;
  /** Whether its server says that it has been taken away for good. */
  readonly isGone: boolean;
  /** When it is to be polled next. */
  readonly nextAt: string;
}

/** What became of an item of a feed. */
export interface ItemMark {
  /** Stands for the item within its feed. */
  readonly item: string;
  /** Stands for the version of the item that was taken; empty where none has been. */
  readonly mark: string;
  /** Those of the item's page; null where there was none to fetch. */
  readonly validators: KeptValidators | null;
  /** Attempts that have failed one after the other. */
  readonly failures: number;
  /** When it was last looked at. */
  readonly at: string;
}

/** One whosaid's turn at polling a feed. */
export interface FeedLease {
  readonly feed: string;
  readonly shownAs: string;
  /** Whose turn it is: a name that no other process has. */
  readonly holder: string;
  readonly now: string;
  /** When the turn ends by itself, should its holder never say that it is done. */
  readonly until: string;
}

/** The part of a store that remembers what was fetched from feeds, so that a restart does not fetch it all again. */
export interface FeedMemory {
  /** What is known of all feeds that were ever watched. */
  feedStates(): Promise<readonly FeedState[]>;
  /**
   * Takes a turn at polling a feed where it is due and nobody else has one; prolongs a turn that the holder has.
   *
   * @returns what is known of the feed, or undefined where it is not this holder's turn
   */
  leaseFeed(lease: FeedLease): Promise<FeedState | undefined>;
  /** Ends a turn with what is known from now on; false, and nothing is noted, where the turn had passed to another. */
  settleFeed(state: FeedState, holder: string): Promise<boolean>;
  /** What became of these items of a feed, by item; those never seen are left out. */
  itemMarks(feed: string, items: readonly string[]): Promise<ReadonlyMap<string, ItemMark>>;
  /** Notes what became of items. */
  noteItems(feed: string, marks: readonly ItemMark[]): Promise<void>;
  /** Forgets the items of a feed that were last looked at before a moment, other than those given. */
  forgetItems(feed: string, before: string, except: readonly string[]): Promise<void>;
}

/** From when on a feed that fails is said to be failing, milliseconds since it began to. */
export const FAILING_FOR_LONG_MS = 3 * 60 * 60 * 1000;

/** A feed of which nothing is known yet. */
export function unknownFeed(feed: string, shownAs: string, nextAt: string): FeedState {
  return {
    feed,
    shownAs,
    validators: null,
    lastReadAt: null,
    lastOkAt: null,
    failingSince: null,
    failures: 0,
    lastError: null,
    isTold: false,
    isGone: false,
    nextAt,
  };
}

const Validators = z.object({
  at: z.string().nullable(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
});

const State = z.object({
  feed: z.string(),
  shownAs: z.string(),
  validators: Validators.nullable(),
  lastReadAt: z.string().nullable(),
  lastOkAt: z.string().nullable(),
  failingSince: z.string().nullable(),
  failures: z.number(),
  lastError: z.string().nullable(),
  isTold: z.boolean(),
  isGone: z.boolean(),
  nextAt: z.string(),
});

const jsonOf = <Value>(schema: z.ZodType<Value>) =>
  z.string().transform((text, context) => {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: 'is not what a store writes' });
    return z.NEVER;
  });

/** A row that holds a feed's state, as JSON. */
export const FeedRow = z.object({ state: jsonOf(State) }).transform(({ state }): FeedState => state);

/** A row that holds what became of an item, its validators as JSON. */
export const ItemRow = z.object({
  item: z.string(),
  mark: z.string(),
  validators: jsonOf(Validators.nullable()),
  failures: z.number(),
  at: z.string(),
});
