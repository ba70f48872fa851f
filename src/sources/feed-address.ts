import { createHash } from 'node:crypto';
import { printedAddress, readWebAddress } from './web-address.ts';

/** A feed that is watched. */
export interface WatchedFeed {
  readonly address: string;
  /** Stands for the address wherever something is kept of the feed: its query may hold a token. */
  readonly key: string;
  /** The address as it may be shown to anybody. */
  readonly shownAs: string;
}

/**
 * Reads the addresses of feeds, separated by white space or commas; the same address twice is one feed.
 *
 * @returns the feeds, and a fault for each entry that is no address; faults repeat no entry
 */
export function readFeedAddresses(list: string): {
  readonly feeds: readonly WatchedFeed[];
  readonly faults: readonly string[];
} {
  const feeds = new Map<string, WatchedFeed>();
  const faults: string[] = [];
  for (const [index, entry] of list
    .split(/[\s,]+/)
    .filter(Boolean)
    .entries()) {
    const read = readWebAddress(entry);
    if (read.kind === 'refused') faults.push(`entry ${index + 1} cannot be watched: ${read.reason}`);
    else {
      const address = read.url.href;
      feeds.set(address, { address, key: shortHash(address), shownAs: printedAddress(read.url) });
    }
  }
  return { feeds: [...feeds.values()], faults };
}

/** Sixteen hexadecimal digits that stand for a text. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
