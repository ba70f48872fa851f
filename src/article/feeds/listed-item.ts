import type { AnyFeed, AtomFeed, JsonFeed, RdfFeed, RssFeed } from 'feedsmith';
import { webAddress } from '../derived-article.ts';
import { isMarkup, lineFrom } from '../plain-paragraphs.ts';

/** Words of an item, and whether they are HTML. */
export interface Words {
  readonly text: string;
  readonly isHtml: boolean;
}

/** An item as its feed lists it, whatever kind of feed it is. */
export interface ListedItem {
  readonly url: string | null;
  readonly id: string | null;
  readonly title: string | null;
  /** Dates as printed. */
  readonly published: string | null;
  readonly updated: string | null;
  readonly byline: string | null;
  /** The outlet, where the feed takes the item from another one. */
  readonly outlet: string | null;
  readonly language: string | null;
  /** What the feed says is the item's content. */
  readonly content: Words | null;
  /** What it says is its description, which may be a summary or all of it. */
  readonly summary: Words | null;
}

/** A feed as it is listed, before its items are made articles. */
export interface ListedFeed {
  readonly title: string | null;
  readonly home: string | null;
  readonly language: string | null;
  readonly items: readonly ListedItem[];
}

/**
 * Brings what was parsed of a feed into one form.
 *
 * @param origin the feed's address; relative ones in it are seen from there
 */
export function listed(parsed: AnyFeed, origin: string): ListedFeed {
  switch (parsed.format) {
    case 'rss':
      return listedRss(parsed.feed, origin);
    case 'rdf':
      return listedRdf(parsed.feed, origin);
    case 'atom':
      return listedAtom(parsed.feed, origin);
    case 'json':
      return listedJson(parsed.feed, origin);
  }
}

function listedRss(feed: RssFeed.Feed<string>, origin: string): ListedFeed {
  const base = baseOf(feed.xml?.base, origin);
  const home = webAddress(feed.link, base) ?? webAddress(alternate(feed.atom?.links), base);
  return {
    title: lineFrom(feed.title) ?? lineFrom(feed.dc?.titles?.[0]),
    home,
    language: feed.language ?? feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    items: (feed.items ?? []).map((item) => rssItem(item, baseOf(item.xml?.base, base ?? home))),
  };
}

function rssItem(item: RssFeed.Item<string>, base: string | null): ListedItem {
  const guid = item.guid?.value ?? null;
  const permanent = item.guid?.isPermaLink === false ? null : webAddress(guid);
  return {
    url: webAddress(item.link, base) ?? permanent ?? webAddress(alternate(item.atom?.links), base),
    id: guid,
    title: lineFrom(item.title) ?? lineFrom(item.dc?.titles?.[0]),
    published: item.pubDate ?? item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? item.atom?.published ?? null,
    updated: item.atom?.updated ?? item.dcterms?.modified?.[0] ?? null,
    byline: namesOf([...(item.dc?.creators ?? []), ...(item.authors ?? []).map(({ name }) => name)]),
    outlet: lineFrom(item.source?.title),
    language: item.dc?.languages?.[0] ?? item.xml?.lang ?? null,
    content: html(item.content?.encoded),
    summary: html(item.description ?? item.dc?.descriptions?.[0]),
  };
}

function listedRdf(feed: RdfFeed.Feed<string>, origin: string): ListedFeed {
  const base = baseOf(feed.xml?.base, origin);
  return {
    title: lineFrom(feed.title) ?? lineFrom(feed.dc?.titles?.[0]),
    home: webAddress(feed.link, base),
    language: feed.dc?.languages?.[0] ?? feed.xml?.lang ?? null,
    items: (feed.items ?? []).map((item): ListedItem => {
      return {
        url: webAddress(item.link, base) ?? webAddress(item.rdf?.about, base),
        id: item.rdf?.about ?? null,
        title: lineFrom(item.title) ?? lineFrom(item.dc?.titles?.[0]),
        published: item.dc?.dates?.[0] ?? item.dcterms?.issued?.[0] ?? null,
        updated: item.dcterms?.modified?.[0] ?? null,
        byline: namesOf(item.dc?.creators ?? []),
        outlet: null,
        language: item.dc?.languages?.[0] ?? null,
        content: html(item.content?.encoded),
        summary: html(item.description ?? item.dc?.descriptions?.[0]),
      };
    }),
  };
}

function listedAtom(feed: AtomFeed.Feed<string>, origin: string): ListedFeed {
  const base = baseOf(feed.xml?.base, origin);
  return {
    title: lineOf(feed.title),
    home: webAddress(alternate(feed.links), base),
    language: feed.xml?.lang ?? feed.dc?.languages?.[0] ?? null,
    items: (feed.entries ?? []).map((entry) => atomItem(entry, baseOf(entry.xml?.base, base), feed)),
  };
}

function atomItem(entry: AtomFeed.Entry<string>, base: string | null, feed: AtomFeed.Feed<string>): ListedItem {
  const people = entry.authors ?? entry.source?.authors ?? feed.authors ?? [];
  return {
    url: webAddress(alternate(entry.links), base) ?? webAddress(entry.content?.src, base) ?? webAddress(entry.id),
    id: entry.id ?? null,
    title: lineOf(entry.title),
    published: entry.published ?? entry.dc?.dates?.[0] ?? entry.dcterms?.issued?.[0] ?? null,
    updated: entry.updated ?? entry.dcterms?.modified?.[0] ?? null,
    byline: namesOf([...people.map(({ name }) => name), ...(people.length > 0 ? [] : (entry.dc?.creators ?? []))]),
    outlet: lineOf(entry.source?.title),
    language: entry.xml?.lang ?? entry.content?.xml?.lang ?? null,
    content: wordsOf(entry.content?.value, entry.content?.type),
    summary: wordsOf(entry.summary?.value, entry.summary?.type),
  };
}

function listedJson(feed: JsonFeed.Feed<string>, origin: string): ListedFeed {
  const home = webAddress(feed.home_page_url, origin);
  const base = home ?? webAddress(feed.feed_url) ?? origin;
  return {
    title: lineFrom(feed.title),
    home,
    language: feed.language ?? null,
    items: (feed.items ?? []).map((item): ListedItem => {
      return {
        url: webAddress(item.url, base) ?? webAddress(item.id),
        id: item.id ?? null,
        title: lineFrom(item.title),
        published: item.date_published ?? null,
        updated: item.date_modified ?? null,
        byline: namesOf((item.authors ?? feed.authors ?? []).map(({ name }) => name)),
        outlet: null,
        language: item.language ?? null,
        content: html(item.content_html) ?? (item.content_text ? { text: item.content_text, isHtml: false } : null),
        summary: item.summary ? { text: item.summary, isHtml: isMarkup(item.summary) } : null,
      };
    }),
  };
}

function html(text: string | undefined): Words | null {
  return text === undefined ? null : { text, isHtml: true };
}

/** Atom says what its words are; text that has tags all the same is HTML whose author forgot to say so. */
function wordsOf(text: string | undefined, type: string | undefined): Words | null {
  if (text === undefined || (type && !/html|xml|text/i.test(type))) return null;
  return { text, isHtml: /html|xml/i.test(type ?? '') || isMarkup(text) };
}

/** A title of Atom, where text is text: `a &lt; b` there is no HTML. */
function lineOf(title: { readonly value?: string; readonly type?: string } | undefined): string | null {
  return lineFrom(title?.value);
}

function alternate(
  links: readonly { readonly href?: string; readonly rel?: string; readonly type?: string }[] | undefined,
) {
  const pages = (links ?? []).filter(({ rel }) => rel === undefined || rel === 'alternate');
  return (pages.find(({ type }) => type === undefined || /html/.test(type)) ?? pages[0])?.href ?? null;
}

/** The address that relative ones are seen from; null where it is not one of the web. */
function baseOf(printed: string | undefined, outer: string | null): string | null {
  return webAddress(printed, outer) ?? webAddress(outer);
}

function namesOf(names: readonly (string | undefined)[]): string | null {
  const lines = names.flatMap((name) => lineFrom(name) ?? []).filter((name) => !/^\S+@\S+$/.test(name));
  return [...new Set(lines)].join(', ') || null;
}
