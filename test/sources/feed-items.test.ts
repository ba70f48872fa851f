import { describe, expect, it } from 'vitest';
import type { FeedItem } from '../../src/article/document.ts';
import {
  dueItems,
  keptValidators,
  LOOK_AGAIN_AFTER_MS,
  LOOKED_AT_AGAIN,
  listedItems,
  markAfter,
  validatorsFor,
} from '../../src/sources/feed-items.ts';
import type { ItemMark } from '../../src/sources/feed-memory.ts';

const NOW = Date.UTC(2016, 0, 1);
const iso = (ms: number) => new Date(ms).toISOString();
const item = (n: number | string, more: Partial<FeedItem> = {}): FeedItem => ({
  url: `https://reed.example/${n}`,
  id: null,
  title: `Title ${n}`,
  publishedAt: null,
  updatedAt: null,
  reading: null,
  ...more,
});
const seen = (items: readonly FeedItem[], at: number) =>
  new Map<string, ItemMark>(
    listedItems(items).map(({ key, mark }) => {
      return [
        key,
        { item: key, mark, validators: { at: null, etag: null, lastModified: null }, failures: 0, at: iso(at) },
      ];
    }),
  );
const titles = (due: ReturnType<typeof dueItems>) => due.map(({ item: { title } }) => title);

describe('the items of a feed', () => {
  it('are listed once each, by what the feed knows them by', () => {
    const items = [item(1, { id: 'a' }), item(2, { id: 'a' }), item(3), item(3), item(4, { url: null })];
    expect(listedItems(items).map(({ item: { title } }) => title)).toEqual(['Title 1', 'Title 3', 'Title 4']);
  });

  it.each([
    ['title', { title: 'Another' }],
    ['address', { url: 'https://reed.example/other', id: 'same' }],
    ['date of publication', { publishedAt: '2016-01-01' }],
    ['date of change', { updatedAt: '2016-01-02' }],
  ])('are due again where the %s has changed', (_, change) => {
    const before = item(1, { id: 'same' });
    expect(dueItems(listedItems([before]), seen([before], NOW), NOW)).toEqual([]);
    expect(dueItems(listedItems([{ ...before, ...change }]), seen([before], NOW), NOW)).toHaveLength(1);
  });

  it('are due in the order of the feed, new ones before those that are looked at again', () => {
    const known = [item('old'), item('fresh')];
    const marks = new Map([...seen([item('old')], NOW - LOOK_AGAIN_AFTER_MS), ...seen([item('fresh')], NOW)]);
    expect(titles(dueItems(listedItems([...known, item('new')]), marks, NOW))).toEqual(['Title new', 'Title old']);
  });

  it('are looked at again only where they stand at the top', () => {
    const items = Array.from({ length: 10_000 }, (_, n) => item(n));
    const due = dueItems(listedItems(items), seen(items, NOW - LOOK_AGAIN_AFTER_MS), NOW);
    expect(due).toHaveLength(LOOKED_AT_AGAIN);
    expect(due[0]?.item.title).toBe('Title 0');
  });
});

describe('what is remembered of an item', () => {
  const [listed] = listedItems([item(1)]);
  if (!listed) throw new Error('one item was listed');
  const passing = { kind: 'refused', origin: '', reason: '', isPassing: true, leaveAloneMs: null } as const;

  it('is given up after three failures that might have gone by, and at once after one that will not', () => {
    let mark: ItemMark | undefined;
    const marks = [1, 2, 3].map(() => {
      mark = markAfter(listed, mark, passing, iso(NOW));
      return mark.mark;
    });
    expect(marks).toEqual(['', '', listed.mark]);
    expect(markAfter(listed, undefined, { ...passing, isPassing: false }, iso(NOW)).mark).toBe(listed.mark);
  });
});

describe('validators', () => {
  const given = { etag: '"1"', lastModified: null };
  it.each([
    ['of the address itself', 'https://reed.example', 'https://reed.example/', null],
    ['of an address that may be a secret', 'https://reed.example/?token=a', 'https://reed.example/?token=a', null],
    ['of where it led', 'https://reed.example/', 'https://reed.example/feed', 'https://reed.example/feed'],
  ])('%s are kept, and sent there again', (_, asked, url, at) => {
    const kept = keptValidators(asked, { url, ...given });
    expect(kept).toEqual({ at, ...given });
    expect(validatorsFor(asked, kept)).toEqual({ url, ...given });
  });

  it('of another address with a query are not kept', () => {
    const kept = keptValidators('https://reed.example/', { url: 'https://cdn.example/?signature=a', ...given });
    expect(kept).toEqual({ at: null, etag: null, lastModified: null });
  });
});
