/*
 * What the watching of feeds needs to have remembered. The stores satisfy these types by shape; `archive/feed-memory.ts`
 * says what each of them promises.
 */

export interface KeptValidators {
  readonly at: string | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FeedState {
  readonly feed: string;
  readonly shownAs: string;
  readonly validators: KeptValidators | null;
  readonly lastReadAt: string | null;
  readonly lastOkAt: string | null;
  readonly failingSince: string | null;
  readonly failures: number;
  readonly lastError: string | null;
  readonly isTold: boolean;
  readonly isGone: boolean;
  readonly nextAt: string;
}

export interface ItemMark {
  readonly item: string;
  readonly mark: string;
  readonly validators: KeptValidators | null;
  readonly failures: number;
  readonly at: string;
}

export interface FeedLease {
  readonly feed: string;
  readonly shownAs: string;
  readonly holder: string;
  readonly now: string;
  readonly until: string;
}

export interface FeedMemory {
  feedStates(): Promise<readonly FeedState[]>;
  leaseFeed(lease: FeedLease): Promise<FeedState | undefined>;
  settleFeed(state: FeedState, holder: string): Promise<boolean>;
  itemMarks(feed: string, items: readonly string[]): Promise<ReadonlyMap<string, ItemMark>>;
  noteItems(feed: string, marks: readonly ItemMark[]): Promise<void>;
  forgetItems(feed: string, before: string, except: readonly string[]): Promise<void>;
}
