import type { Feed, FeedItem } from '../article/document.ts';
import type { Reading } from '../article/read-article.ts';
import { readDocument, readingsIn } from '../article/read-document.ts';
import type { Validators } from './fetch-safely.ts';
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
  const contents = await readDocument({ bytes, origin: finalUrl, ...(contentType === null ? {} : { contentType }) });
  if (contents.kind === 'feed') yield* readingsOfFeed(web, contents.feed, signal);
  else for (const reading of readingsIn(contents)) yield { origin: printedAddress(finalUrl), reading };
}

/** The articles of a feed in its order; a few pages are fetched ahead, and no more however long the feed is. */
async function* readingsOfFeed(web: Web, feed: Feed, signal?: AbortSignal): AsyncGenerator<WebReading> {
  const ahead: Promise<readonly WebReading[]>[] = [];
  for (const item of feed.items) {
    if (signal?.aborted) break;
    const reading = readItem(web, item, null, signal).then((page) => (page.kind === 'read' ? page.readings : []));
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
  | { readonly kind: 'read'; readonly readings: readonly WebReading[]; readonly validators: Validators | null }
  /** The page is as it was when it gave the validators. */
  | { readonly kind: 'not-modified' };

/** Reads an item's article: the whole text in the feed, else its page. */
export async function readItem(
  web: Web,
  { reading, url, title }: FeedItem,
  validators: Validators | null,
  signal?: AbortSignal,
): Promise<ItemPage> {
  if (reading) {
    const origin = url === null ? (title ?? 'an item without a title') : printedAddress(url);
    return { kind: 'read', readings: [{ origin, reading }], validators: null };
  }
  if (url === null) {
    return refusedItem(title ?? 'an item without a title', 'the feed holds only a summary of it, and no address');
  }
  const page = await web.fetch(url, { validators, ...(signal ? { signal } : {}) });
  if (page.kind === 'not-modified') return page;
  if (page.kind === 'refused') return refusedItem(url, page.reason);
  const { bytes, contentType, finalUrl, etag, lastModified } = page;
  const contents = await readDocument({ bytes, origin: finalUrl, ...(contentType === null ? {} : { contentType }) });
  // A feed may lead to another one, and that to a third: only articles are read from here on.
  if (contents.kind === 'feed') return refusedItem(url, 'it is a feed, where an article should be');
  const origin = printedAddress(finalUrl);
  const readings = readingsIn(contents).map((one) => ({ origin, reading: one }));
  return { kind: 'read', readings, validators: { url: finalUrl, etag, lastModified } };
}

function refusedItem(address: string, reason: string): ItemPage {
  return { kind: 'read', readings: [refusal(address, reason)], validators: null };
}

function refusal(address: string, reason: string): WebReading {
  const origin = URL.canParse(address) ? printedAddress(address) : address;
  return { origin, reading: { kind: 'refused', reason } };
}
