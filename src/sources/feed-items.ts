import type { FeedItem } from '../article/document.ts';
import { shortHash } from './feed-address.ts';
import type { ItemMark, KeptValidators } from './feed-memory.ts';
import type { Validators } from './fetch-safely.ts';
import type { ItemPage } from './readings-at.ts';
import { readWebAddress } from './web-address.ts';

/** An item with what stands for it, and for the version of it that the feed lists. */
export interface ListedItem {
  readonly item: FeedItem;
  readonly key: string;
  readonly mark: string;
}

/** After so many failures an item is left alone until the feed lists it anew. */
const MOST_FAILURES = 3;

/** After this long an article's page is looked at again: not every correction shows in the feed. Milliseconds. */
export const LOOK_AGAIN_AFTER_MS = 6 * 60 * 60 * 1000;

/** Only pages of so many items, the first that a feed lists, are looked at again: those behind them are old. */
export const LOOKED_AT_AGAIN = 200;

/** The items of a feed, each once. */
export function listedItems(items: readonly FeedItem[]): readonly ListedItem[] {
  const listed = new Map<string, ListedItem>();
  for (const item of items) {
    const key = shortHash(item.id ?? item.url ?? item.title ?? '');
    if (!listed.has(key)) listed.set(key, { item, key, mark: markOf(item) });
  }
  return [...listed.values()];
}

/** What tells two versions of an item apart, as far as the feed shows it. */
function markOf({ url, title, publishedAt, updatedAt, reading }: FeedItem): string {
  const read = reading === null ? null : reading.kind === 'article' ? { ...reading.article, text: '' } : reading.reason;
  return shortHash(JSON.stringify([url, title, publishedAt, updatedAt, read]));
}

/** The items that are to be taken: first those that are new or have changed, then those not looked at for long. */
export function dueItems(
  listed: readonly ListedItem[],
  known: ReadonlyMap<string, ItemMark>,
  now: number,
): readonly ListedItem[] {
  const fresh = listed.filter(({ key, mark }) => known.get(key)?.mark !== mark);
  const old = listed.slice(0, LOOKED_AT_AGAIN).filter(({ key, mark, item }) => {
    const seen = known.get(key);
    const isPage = item.reading === null && seen?.mark === mark && seen.validators !== null;
    return isPage && Date.parse(seen.at) <= now - LOOK_AGAIN_AFTER_MS;
  });
  return [...fresh, ...old];
}

/** What is to be remembered of an item once it has been looked at. */
export function markAfter(
  { item, key, mark }: ListedItem,
  before: ItemMark | undefined,
  page: ItemPage,
  at: string,
): ItemMark {
  if (page.kind === 'not-modified') return { item: key, mark, validators: before?.validators ?? null, failures: 0, at };
  if (page.kind === 'read') {
    return { item: key, mark, validators: keptValidators(item.url ?? '', page.validators), failures: 0, at };
  }
  const failures = (before?.failures ?? 0) + 1;
  const isGivenUp = !page.isPassing || failures >= MOST_FAILURES;
  return { item: key, mark: isGivenUp ? mark : '', validators: null, failures: isGivenUp ? 0 : failures, at };
}

/** Validators as they may be kept: an address with a query, which may hold a token, is not. */
export function keptValidators(asked: string, given: Validators | null): KeptValidators | null {
  if (given === null) return null;
  const { url, etag, lastModified } = given;
  if (url === hrefOf(asked)) return { at: null, etag, lastModified };
  return url.includes('?') ? { at: null, etag: null, lastModified: null } : { at: url, etag, lastModified };
}

/** Kept validators as they are sent. */
export function validatorsFor(asked: string, kept: KeptValidators | null | undefined): Validators | null {
  return kept ? { url: kept.at ?? hrefOf(asked), etag: kept.etag, lastModified: kept.lastModified } : null;
}

/** An address as the URL standard writes it. */
function hrefOf(address: string): string {
  const read = readWebAddress(address);
  return read.kind === 'address' ? read.url.href : address;
}
