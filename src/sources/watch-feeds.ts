import { randomUUID } from 'node:crypto';
import type { WatchedFeed } from './feed-address.ts';
import type { FeedState } from './feed-memory.ts';
import { type Poll, type PollParts, pollFeed } from './poll-feed.ts';
import { type Wait, waitByClock } from './turns.ts';

/** What the watching of feeds needs. */
export interface WatchOptions extends Omit<PollParts, 'holder' | 'now' | 'random' | 'signal'> {
  /** Takes one line for the log, without a line end. */
  readonly log: (line: string) => void;
  readonly now?: PollParts['now'];
  readonly random?: PollParts['random'];
  readonly wait?: Wait;
}

/** Feeds that are being watched. */
export interface FeedWatch {
  /** Takes nothing new, and resolves once what was being taken is kept. */
  stop(): Promise<void>;
}

const MINUTE = 60_000;
/** How long it takes at most until it is noticed that another whosaid has polled a feed, milliseconds. */
const LONGEST_SLEEP = 5 * MINUTE;

/** Watches feeds until it is stopped: each is polled when it is due, whoever polled it last. */
export function watchFeeds(feeds: readonly WatchedFeed[], options: WatchOptions): FeedWatch {
  const stopping = new AbortController();
  const { log, now = Date.now, random = Math.random, wait = waitByClock } = options;
  const parts: PollParts = { ...options, now, random, holder: randomUUID(), signal: stopping.signal };
  const watching = feeds.map(async (feed) => {
    let isBroken = false;
    while (!stopping.signal.aborted) {
      let sleep = MINUTE;
      try {
        const poll = await pollFeed(feed, parts);
        for (const line of newsOf(feed, poll)) log(line);
        sleep = untilDue(poll.kind === 'polled' ? poll.after : await stateOf(feed, parts), now());
        isBroken = false;
      } catch (error) {
        // Said once: the store is asked every minute until it can be used again.
        if (!isBroken) log(`feed ${feed.shownAs}: what it holds cannot be kept: ${messageOf(error)}`);
        isBroken = true;
      }
      await wait(sleep, stopping.signal);
    }
  });
  return {
    async stop() {
      stopping.abort();
      await Promise.all(watching);
    },
  };
}

async function stateOf({ key }: WatchedFeed, { memory }: PollParts): Promise<FeedState | undefined> {
  return (await memory.feedStates()).find(({ feed }) => feed === key);
}

/** A feed that is overdue is in the hands of another: it is looked at again in a minute. */
function untilDue(state: FeedState | undefined, now: number): number {
  const left = state ? Date.parse(state.nextAt) - now : 0;
  return left > 0 ? Math.min(left, LONGEST_SLEEP) : MINUTE;
}

/** What the log is told of a poll: what was taken, and once each that a feed is failing, is gone, or works again. */
function newsOf({ shownAs }: WatchedFeed, poll: Poll): readonly string[] {
  if (poll.kind !== 'polled') return [];
  const { before, after, taken } = poll;
  const news: string[] = [];
  const because = after.lastError ?? 'no reason was given';
  if (after.isGone && !before.isGone) news.push(`feed ${shownAs}: ${because}; take it out of WHOSAID_FEEDS`);
  else if (after.isTold && !before.isTold) {
    news.push(`feed ${shownAs}: it has been failing since ${after.failingSince}: ${because}`);
  } else if (after.failures === 1 && after.lastOkAt === null) {
    news.push(`feed ${shownAs}: it could not be read: ${because}; it is tried again at ${after.nextAt}`);
  }
  if (before.isTold && after.failures === 0) {
    news.push(`feed ${shownAs}: it works again, having failed since ${before.failingSince}`);
  }
  if (taken > 0) news.push(`feed ${shownAs}: ${taken} new or changed ${taken === 1 ? 'item' : 'items'} read`);
  return news;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
