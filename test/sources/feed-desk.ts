import type { IncomingMessage, ServerResponse } from 'node:http';
import { readFeedAddresses, type WatchedFeed } from '../../src/sources/feed-address.ts';
import type { FeedState } from '../../src/sources/feed-memory.ts';
import { type Poll, type PollParts, pollFeed } from '../../src/sources/poll-feed.ts';
import type { WebReading } from '../../src/sources/readings-at.ts';
import { openWeb } from '../../src/sources/web.ts';
import { keptInMemory } from './kept-in-memory.ts';
import { LOOPBACK, serve } from './loopback-server.ts';

/** A moment at which nothing happens by itself. */
export const START = Date.UTC(2016, 0, 1);
export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;

/** An item of a made-up feed: a page by its path, or with its whole text. */
export interface MadeItem {
  readonly path: string;
  readonly title?: string;
  /** Makes one paragraph of as many words as an article has. */
  readonly text?: string;
}

/** So many words that nobody takes them for a summary. */
const FILLER = 'The council of the town met on Monday to hear what the engineers had found at the old weir. '.repeat(4);

/** A feed as RSS. */
export function rss(base: string, items: readonly MadeItem[], channel = ''): string {
  const listed = items.map(({ path, title = `Title of ${path}`, text }) => {
    const whole = text === undefined ? '' : `<content:encoded><![CDATA[<p>${text} ${FILLER}</p>]]></content:encoded>`;
    return `<item><title>${title}</title><link>${base}${path}</link><guid>${base}${path}</guid>
      <description>In short.</description>${whole}</item>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
    <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
      xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
    <channel><title>The Reed</title><link>${base}/</link><description>News</description>${channel}
    ${listed.join('\n')}</channel></rss>`;
}

/** The page of an article as HTML. */
export function page(title: string, said: string): string {
  return `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>
    <p>${FILLER}</p><p>“${said},” Mayor Alma Reyes said on Monday.</p><p>${FILLER}</p></article></body></html>`;
}

/** A server with the feed `/feed`, and whoever polls it: what they take and note can be looked at. */
export async function openFeedDesk(answer: (request: IncomingMessage, response: ServerResponse) => void) {
  const server = await serve(answer);
  const kept = keptInMemory();
  const taken: WebReading[] = [];
  const indexed: string[] = [];
  const clock = { now: START };
  const parts: PollParts = {
    web: openWeb({ allowance: LOOPBACK, wait: async () => {}, now: () => clock.now }),
    memory: kept.memory,
    take: async (readings) => {
      taken.push(...readings);
    },
    noteIndexed: async (at) => {
      indexed.push(at);
    },
    holder: 'one',
    intervalMs: 10 * MINUTE,
    now: () => clock.now,
    random: () => 0,
  };
  const feed = feedAt(`${server.url}/feed`);
  return {
    ...kept,
    server,
    taken,
    indexed,
    clock,
    parts,
    feed,
    poll: (more: Partial<PollParts> = {}) => pollFeed(feed, { ...parts, ...more }),
    /** The paths that were asked for since the last call. */
    asked: () => server.requests.splice(0).map(({ url }) => url),
    /** What was taken since the last call: the article's headline, or why there is none. */
    news: () =>
      taken.splice(0).map(({ reading }) => (reading.kind === 'article' ? reading.article.headline : reading.reason)),
  };
}

/** A feed at an address. */
export function feedAt(address: string): WatchedFeed {
  const [feed] = readFeedAddresses(address).feeds;
  if (!feed) throw new Error(`${address} is no address of a feed`);
  return feed;
}

/** What is known of a feed after a poll that came to its end. */
export function afterPoll(poll: Poll): FeedState {
  if (poll.kind !== 'polled') throw new Error(`it came to ${poll.kind}`);
  return poll.after;
}
