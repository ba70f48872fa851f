import { describe, expect, expectTypeOf, it } from 'vitest';
import type * as had from '../../src/archive/feed-memory.ts';
import { readFeedAddresses } from '../../src/sources/feed-address.ts';
import type * as needed from '../../src/sources/feed-memory.ts';
import { watchFeeds } from '../../src/sources/watch-feeds.ts';
import { HOUR, MINUTE, openFeedDesk, rss } from './feed-desk.ts';

describe('the addresses of feeds', () => {
  it('are read from a list, each once', () => {
    const { feeds, faults } = readFeedAddresses(' https://a.example/feed, https://A.example/feed\nhttp://b.example ');
    expect(faults).toEqual([]);
    expect(feeds.map(({ address }) => address)).toEqual(['https://a.example/feed', 'http://b.example/']);
  });

  it('are shown and kept without their query', () => {
    const [feed] = readFeedAddresses('https://a.example/feed?token=secret').feeds;
    expect(feed).toMatchObject({ shownAs: 'https://a.example/feed?…', key: expect.stringMatching(/^[0-9a-f]{16}$/) });
  });

  it('all have their faults named, none repeated', () => {
    const { faults } = readFeedAddresses('ftp://a.example https://u:secret@b.example/ https://c.example/ nonsense');
    expect(faults).toEqual([
      'entry 1 cannot be watched: ftp:// addresses are not read, only http:// and https://',
      'entry 2 cannot be watched: its address holds a name or password; give it without',
      'entry 4 cannot be watched: it is no web address',
    ]);
  });
});

/** Watches a feed whose server answers with what `status` says, until the clock has run for so long. */
async function watch(forMs: number, statusAt: (ms: number) => number, failTaking = false) {
  const desk = await openFeedDesk(({ headers }, response) => {
    const items = [{ path: '/weir', text: 'The council mends the weir.' }];
    response.writeHead(statusAt(desk.clock.now - start)).end(rss(`http://${headers.host}`, items));
  });
  const start = desk.clock.now;
  const log: string[] = [];
  await new Promise<void>((resolve) => {
    const watching = watchFeeds([desk.feed], {
      ...desk.parts,
      ...(failTaking ? { take: () => Promise.reject(new Error('The disk is full.')) } : {}),
      log: (line) => log.push(line.replace(desk.feed.shownAs, 'FEED')),
      wait: async (ms) => {
        desk.clock.now += ms;
        if (desk.clock.now - start < forMs) return;
        void watching.stop().then(resolve);
        await new Promise((later) => setImmediate(later));
      },
    });
  });
  return { ...desk, log };
}

describe('watching feeds', () => {
  it('polls each when it is due, and takes each item once', async () => {
    const { log, asked } = await watch(HOUR, () => 200);
    expect(asked()).toHaveLength(6);
    expect(log).toEqual(['feed FEED: 1 new or changed item read']);
  });

  it('says once that a feed has been failing for hours, and once that it works again', async () => {
    const { log } = await watch(24 * HOUR, (ms) => (ms > 0 && ms < 12 * HOUR ? 500 : 200));
    expect(log).toEqual([
      'feed FEED: 1 new or changed item read',
      'feed FEED: it has been failing since 2016-01-01T00:10:00.000Z: the server failed (500)',
      'feed FEED: it works again, having failed since 2016-01-01T00:10:00.000Z',
    ]);
  });

  it('says nothing of a failure that goes by', async () => {
    const { log } = await watch(5 * HOUR, (ms) => (ms > HOUR && ms < 2 * HOUR ? 500 : 200));
    expect(log).toEqual(['feed FEED: 1 new or changed item read']);
  });

  it('says at once that a feed cannot be read that never could', async () => {
    const { log } = await watch(HOUR, () => 404);
    expect(log).toEqual([
      'feed FEED: it could not be read: there is nothing at this address (404); it is tried again at 2016-01-01T00:10:00.000Z',
    ]);
  });

  it('says once that a feed is gone, and asks no more', async () => {
    const { log, asked } = await watch(24 * HOUR, () => 410);
    expect(log).toEqual(['feed FEED: it has been taken away for good (410); take it out of WHOSAID_FEEDS']);
    expect(asked()).toHaveLength(1);
  });

  it('says once that the archive cannot keep anything, and goes on trying', async () => {
    const { log, asked } = await watch(10 * MINUTE, () => 200, true);
    expect(log).toEqual(['feed FEED: what it holds cannot be kept: The disk is full.']);
    expect(asked().length).toBeGreaterThan(5);
  });
});

describe('the memory of feeds', () => {
  it('is what the stores have', () => {
    expectTypeOf<needed.FeedMemory>().toEqualTypeOf<had.FeedMemory>();
    // What a method is handed may be too little or too much for the type of the whole.
    expectTypeOf<needed.FeedLease>().toEqualTypeOf<had.FeedLease>();
    expectTypeOf<needed.FeedState>().toEqualTypeOf<had.FeedState>();
    expectTypeOf<needed.ItemMark>().toEqualTypeOf<had.ItemMark>();
  });
});
