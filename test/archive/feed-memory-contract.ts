import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FeedMemory, FeedState, ItemMark } from '../../src/archive/feed-memory.ts';
import { unknownFeed } from '../../src/archive/feed-memory.ts';
import type { OpenEmpty } from './archive-contract.ts';

const at = (minute: number) => new Date(Date.UTC(2016, 0, 1, 0, minute)).toISOString();

/** What every store must remember of feeds. */
export function describeFeedMemory(open: OpenEmpty): void {
  let memory: FeedMemory & { check(): Promise<void>; close(): Promise<void> };
  const fresh = () => {
    beforeAll(async () => {
      memory = await open();
    });
    afterAll(async () => {
      await memory.check();
      await memory.close();
    });
  };
  const lease = (feed: string, holder: string, minute: number, until = minute + 5) =>
    memory.leaseFeed({ feed, shownAs: `https://${feed}.example/`, holder, now: at(minute), until: at(until) });

  describe('the turns at a feed', () => {
    fresh();

    it('begin with a feed of which nothing is known', async () => {
      expect(await memory.feedStates()).toEqual([]);
      expect(await lease('new', 'one', 0)).toEqual(unknownFeed('new', 'https://new.example/', at(0)));
      expect(await memory.feedStates()).toHaveLength(1);
    });

    it('belong to one of all who ask at once', async () => {
      const holders = ['one', 'two', 'three', 'four'];
      const taken = await Promise.all(holders.map((holder) => lease('asked', holder, 0)));
      expect(taken.filter((state) => state !== undefined)).toHaveLength(1);
    });

    it('can be prolonged by their holder, and are nobody else’s before they end', async () => {
      expect(await lease('held', 'one', 0, 5)).toBeDefined();
      expect(await lease('held', 'two', 4)).toBeUndefined();
      expect(await lease('held', 'one', 4, 9)).toBeDefined();
      expect(await lease('held', 'two', 8)).toBeUndefined();
      expect(await lease('held', 'two', 9)).toBeDefined();
    });

    it('end with what is known from then on, and begin again when the feed is due', async () => {
      const known: FeedState = {
        feed: 'settled',
        shownAs: 'https://settled.example/?…',
        validators: { at: null, etag: 'W/"1"', lastModified: 'Fri, 01 Jan 2016 00:00:00 GMT' },
        lastReadAt: at(1),
        lastOkAt: at(2),
        failingSince: at(3),
        failures: 2,
        lastError: 'the server failed (500) “é😀”',
        isTold: true,
        isGone: true,
        nextAt: at(20),
      };
      await lease('settled', 'one', 0);
      expect(await memory.settleFeed(known, 'one')).toBe(true);
      expect((await memory.feedStates()).find(({ feed }) => feed === 'settled')).toEqual(known);
      expect(await lease('settled', 'one', 19)).toBeUndefined();
      expect(await lease('settled', 'two', 20)).toEqual(known);
    });

    it('that have passed to another change nothing', async () => {
      await lease('lost', 'one', 0, 5);
      await lease('lost', 'two', 6, 11);
      const mine = { ...unknownFeed('lost', '', at(99)), failures: 7 };
      expect(await memory.settleFeed(mine, 'one')).toBe(false);
      expect(await memory.settleFeed(mine, 'two')).toBe(true);
      expect(await memory.settleFeed(mine, 'two')).toBe(false);
    });
  });

  describe('the items of a feed', () => {
    fresh();
    const mark = (item: string, minute: number, more: Partial<ItemMark> = {}): ItemMark => ({
      item,
      mark: `${item} as it was`,
      validators: null,
      failures: 0,
      at: at(minute),
      ...more,
    });

    it('are remembered, each feed’s by itself', async () => {
      const a = mark('a', 1, { validators: { at: 'https://a.example/', etag: '"1"', lastModified: null } });
      await memory.noteItems('one', [a, mark('b', 1)]);
      await memory.noteItems('two', [mark('a', 2, { mark: '', failures: 3 })]);
      expect(await memory.itemMarks('one', ['a', 'c'])).toEqual(new Map([['a', a]]));
      expect((await memory.itemMarks('two', ['a'])).get('a')).toMatchObject({ mark: '', failures: 3 });
      expect(await memory.itemMarks('three', ['a'])).toEqual(new Map());
    });

    it('are remembered as they were last', async () => {
      await memory.noteItems('one', [mark('a', 3, { mark: 'as it is' })]);
      expect((await memory.itemMarks('one', ['a'])).get('a')).toEqual(mark('a', 3, { mark: 'as it is' }));
    });

    it('are forgotten once they are old, but for those that are still listed', async () => {
      await memory.noteItems('old', [mark('a', 1), mark('b', 1), mark('c', 5)]);
      await memory.forgetItems('old', at(5), ['b']);
      expect([...(await memory.itemMarks('old', ['a', 'b', 'c'])).keys()].sort()).toEqual(['b', 'c']);
      expect((await memory.itemMarks('one', ['a', 'b'])).size).toBe(2);
    });

    it('may be very many, and none', async () => {
      const many = Array.from({ length: 10_000 }, (_, index) => mark(`item ${index}`, 1));
      await memory.noteItems('many', many);
      await memory.noteItems('many', []);
      expect(
        (
          await memory.itemMarks(
            'many',
            many.map(({ item }) => item),
          )
        ).size,
      ).toBe(10_000);
      await memory.forgetItems(
        'many',
        at(2),
        many.slice(0, 9_000).map(({ item }) => item),
      );
      expect(
        (
          await memory.itemMarks(
            'many',
            many.map(({ item }) => item),
          )
        ).size,
      ).toBe(9_000);
    });
  });
}
