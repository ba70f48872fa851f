import type { Feed, FeedItem } from '../article/document.ts';
import type { Reading } from '../article/read-article.ts';
import { readingsIn } from '../article/read-document.ts';
import type { Refused, Validators } from './fetch-safely.ts';
import { FETCHES_AT_ONCE, type Web } from './web.ts';
import { printedAddress } from './web-address.ts';

/** An article from the web, or why there is none. */
export interface WebReading {
  /** The address it came from, as it may be printed. */
  readonly origin: string;
  readonly reading: Reading;
}

/**
 * Reads what is at a web address: a page's article, a file's articles, or those of a feed, whose pages are fetched
 * where the feed holds only summaries. What is refused is passed over with its reason, and never stops the rest.
 */
export async function* readingsAt(web: Web, address: string, signal?: AbortSignal): AsyncGenerator<WebReading> {
  const fetched = await web.fetch(address, signal ? { signal } : {});
  if (fetched.kind !== 'fetched') {
    yield refusal(address, fetched.kind === 'refused' ? fetched.reason : 'the server gave nothing');
    return;
  }
  const { bytes, contentType, finalUrl } = fetched;
  const contents = await web.read({ bytes, origin: finalUrl, ...(contentType === null ? {} : { contentType }) });
  if (contents.kind === 'feed') yield* readingsOfFeed(web, contents.feed, signal);
  else for (const reading of readingsIn(contents)) yield { origin: printedAddress(finalUrl), reading };
}

/** The articles of a feed in its order; a few pages are fetched ahead, and no more however long the feed is. */
async function* readingsOfFeed(web: Web, feed: Feed, signal?: AbortSignal): AsyncGenerator<WebReading> {
  const ahead: Promise<readonly WebReading[]>[] = [];
  for (const item of feed.items) {
    if (signal?.aborted) break;
    const reading = readItem(web, feed, item, null, signal).then(readingsOn);
    // A failure of our own is told when its turn comes.
    reading.catch(() => undefined);
    ahead.push(reading);
    if (ahead.length < FETCHES_AT_ONCE) continue;
    yield* (await ahead.shift()) ?? [];
  }
  for (const reading of ahead) yield* await reading;
}

/** What an item of a feed came to. */
export type ItemPage =
  /** `validators` are null where the feed itself holds the article. */
  | { readonly kind: 'read'; readonly readings: readonly WebReading[]; readonly validators: Validators | null }
  /** The page is as it was when it gave the validators. */
  | { readonly kind: 'not-modified' }
  | (Refusal & {
      readonly kind: 'refused';
      /** Whether it may well be had a little later. */
      readonly isPassing: boolean;
      /** Whether the server asks to be left alone, and for how long, milliseconds. */
      readonly leaveAloneMs: number | null;
    });

type Refusal = Pick<WebReading, 'origin'> & { readonly reason: string };

/** What an item's page holds for the archive; nothing where it has not changed. */
export function readingsOn(page: ItemPage): readonly WebReading[] {
  if (page.kind === 'read') return page.readings;
  return page.kind === 'refused' ? [refusal(page.origin, page.reason)] : [];
}

/** A page of one article is smaller than a feed or an export may be, bytes. */
const MAX_PAGE_BYTES = 4 * 1024 * 1024;

/** Reads an item's article: the whole text in the feed, else its page. */
export async function readItem(
  web: Web,
  feed: Pick<Feed, 'title' | 'language'>,
  item: FeedItem,
  validators: Validators | null,
  signal?: AbortSignal,
): Promise<ItemPage> {
  const { reading, url, title } = item;
  const origin = url === null ? (title ?? 'an item without a title') : shownAddress(url);
  if (reading) return { kind: 'read', readings: [{ origin, reading }], validators: null };
  const lasting = (reason: string): ItemPage => {
    return { kind: 'refused', origin, reason, isPassing: false, leaveAloneMs: null };
  };
  if (url === null) return lasting('the feed holds only a summary of it, and no address');
  const limits = { maxBytes: MAX_PAGE_BYTES };
  const page = await web.fetch(url, { validators, limits, ...(signal ? { signal } : {}) });
  if (page.kind === 'not-modified') return page;
  if (page.kind === 'refused') {
    const leaveAloneMs = page.status === 429 || page.status === 503 ? (page.retryAfterMs ?? 0) : null;
    return { kind: 'refused', origin, reason: page.reason, isPassing: isPassing(page), leaveAloneMs };
  }
  const { bytes, contentType, finalUrl, etag, lastModified } = page;
  const contents = await web.read({ bytes, origin: finalUrl, ...(contentType === null ? {} : { contentType }) });
  // A feed may lead to another one, and that to a third: only articles are read from here on.
  if (contents.kind === 'feed') return lasting('it is a feed, where an article should be');
  const found = readingsIn(contents);
  const readings = found.map((one) => {
    const reading = found.length === 1 ? withFeedsMasthead(one, feed, item) : one;
    return { origin: printedAddress(finalUrl), reading };
  });
  return { kind: 'read', readings, validators: { url: finalUrl, etag, lastModified } };
}

/** What the page does not say of its article, the feed that lists it may. */
function withFeedsMasthead(reading: Reading, feed: Pick<Feed, 'title' | 'language'>, item: FeedItem): Reading {
  if (reading.kind === 'refused') return reading;
  const { article } = reading;
  const { headline, outlet, publishedAt, updatedAt, language } = article;
  return {
    ...reading,
    article: {
      ...article,
      headline: headline ?? item.title,
      outlet: outlet ?? feed.title,
      publishedAt: publishedAt ?? item.publishedAt,
      // Where the page has a date of its own, the feed's is no part of the same account.
      updatedAt: updatedAt ?? (publishedAt === null ? item.updatedAt : null),
      language: language ?? feed.language,
    },
  };
}

/** Whether what stands in the way is of the kind that goes by. */
function isPassing({ why, status }: Refused): boolean {
  if (why === 'status') return status !== null && (status === 408 || status === 429 || status >= 500);
  return why === 'network' || why === 'time' || why === 'stopped' || why === 'broken';
}

function refusal(address: string, reason: string): WebReading {
  return { origin: shownAddress(address), reading: { kind: 'refused', reason } };
}

function shownAddress(address: string): string {
  return URL.canParse(address) ? printedAddress(address) : address;
}
