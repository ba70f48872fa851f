import { derivedArticle, languageCode } from '../derived-article.ts';
import type { Contents, FeedItem } from '../document.ts';
import { publishedDate } from '../published-date.ts';
import { type ListedFeed, type ListedItem, listed } from './listed-item.ts';
import { parseDamaged } from './parse-damaged.ts';
import { readEveryMs } from './read-every.ts';
import { wholeTextOf } from './whole-text.ts';

/** More items are no feed; the ones behind them are left out. */
const MOST_ITEMS = 10_000;

/** A character that stands for bytes which could not be read. */
const UNREADABLE = '\ufffd';

/**
 * Reads a feed: RSS 0.9x, 1.0 and 2.0, Atom, JSON Feed.
 *
 * Where an item gives only when it was updated, that is taken for when it was published as well, as Atom has it.
 *
 * @param origin the feed's address, from which relative addresses in it are seen
 */
export function readFeed(text: string, origin: string): Contents {
  const found = parseDamaged(text);
  if (!found) return { kind: 'refused', reason: 'it looks like a feed, but is too damaged to be read' };
  const [feed, ...others] = found.parsed.map((parsed) => listed(parsed, origin));
  if (!feed) return { kind: 'refused', reason: 'it is a feed without anything in it' };
  const items = [feed, ...others].flatMap((one) => one.items);
  return {
    kind: 'feed',
    feed: {
      title: feed.title,
      language: languageCode(feed.language),
      items: items.slice(0, MOST_ITEMS).map((item) => itemOf(item, feed, origin)),
      damaged: found.damaged,
      readEveryMs: found.parsed[0] ? readEveryMs(found.parsed[0]) : null,
    },
  };
}

function itemOf(item: ListedItem, feed: ListedFeed, origin: string): FeedItem {
  const { url, id } = item;
  const published = publishedDate(item.published);
  const updated = publishedDate(item.updated);
  const title = item.title?.includes(UNREADABLE) ? null : item.title;
  const known = { url, id: id ?? url, title, publishedAt: published ?? updated, updatedAt: updated };
  const plain = wholeTextOf(item);
  if (!plain || plain.text.includes(UNREADABLE)) return { ...known, reading: null };
  const masthead = {
    headline: title,
    outlet: item.outlet ?? feed.title,
    byline: item.byline,
    publishedAt: published ?? updated,
    updatedAt: published && updated !== published ? updated : null,
    url,
    language: languageCode(item.language ?? feed.language),
  };
  const given = id === null ? {} : { given: { id, within: feed.home ?? origin } };
  const place = `${origin} ${id ?? item.title ?? ''}`;
  return { ...known, reading: derivedArticle({ plain, masthead, ...given, place }) };
}
