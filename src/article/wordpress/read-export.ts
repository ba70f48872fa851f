import { derivedArticle, languageCode, webAddress } from '../derived-article.ts';
import { textFromHtml } from '../html/html-text.ts';
import { lineFrom } from '../plain-paragraphs.ts';
import { dateWithOffset, publishedDate } from '../published-date.ts';
import { MAX_ARTICLE_BYTES, type Reading } from '../read-article.ts';
import { type ChildElement, childElements, textOf } from './child-elements.ts';
import { exportParts } from './export-items.ts';
import { htmlOfPost } from './post-html.ts';

/** The longest item that is read: its comments are in it as well. In UTF-16 code units. */
const LONGEST_ITEM = MAX_ARTICLE_BYTES * 4;

/** Kinds of posts that are articles. A page is none: it is the imprint, or tells how to subscribe. */
const ARTICLES = new Set(['post', 'article', 'articles', 'news', 'story', 'stories']);

/** What an export says of the site, before its items. */
interface Site {
  readonly title: string | null;
  readonly home: string | null;
  readonly language: string | null;
  /** The names of authors by what they log in with. */
  readonly authors: ReadonlyMap<string, string>;
}

/**
 * Reads the posts of a WordPress export (WXR) as it comes in, with one item in memory at a time.
 *
 * Only what everybody may read is read: published posts without a password. Drafts, private, planned and protected
 * ones are refused. Pictures, pages, menus and whatever else a site has are passed over, and counted at the end.
 */
export async function* readExport(chunks: AsyncIterable<Uint8Array>, origin: string): AsyncGenerator<Reading> {
  let site: Site = { title: null, home: null, language: null, authors: new Map() };
  const passedOver = new Map<string, number>();
  let number = 0;
  for await (const part of exportParts(chunks, LONGEST_ITEM)) {
    if (part.kind === 'head') {
      site = siteOf(part.xml);
      continue;
    }
    number++;
    if (part.kind === 'too-long') {
      yield {
        kind: 'refused',
        reason: `item ${number}: it is longer than ${LONGEST_ITEM / 1024 / 1024} million characters`,
      };
      continue;
    }
    const elements = childElements(part.xml);
    const type = textOf(elements, 'wp:post_type') ?? 'post';
    if (ARTICLES.has(type)) yield readItem(elements, site, origin, number);
    else passedOver.set(type, (passedOver.get(type) ?? 0) + 1);
  }
  if (number === 0) yield { kind: 'refused', reason: 'it is a WordPress export without posts' };
  if (passedOver.size > 0) {
    const counts = [...passedOver].map(([type, count]) => `${count} ${type}`).join(', ');
    yield { kind: 'refused', reason: `of the export, what is no post was passed over: ${counts}` };
  }
}

function readItem(elements: readonly ChildElement[], site: Site, origin: string, number: number): Reading {
  const of = (name: string) => textOf(elements, name);
  const headline = lineFrom(of('title'));
  const refused = (reason: string): Reading => ({
    kind: 'refused',
    reason: `“${headline ?? `item ${number}`}”: ${reason}`,
  });
  const status = of('wp:status');
  if (status !== null && status !== 'publish') return refused(`it is not published (${status})`);
  if (of('wp:post_password')) return refused('it is protected by a password');
  const published = dateWithOffset(of('wp:post_date'), of('wp:post_date_gmt')) ?? publishedDate(of('pubDate'));
  const updated = dateWithOffset(of('wp:post_modified'), of('wp:post_modified_gmt'));
  const author = of('dc:creator');
  const plain = textFromHtml(htmlOfPost(of('content:encoded') ?? ''), headline);
  if (plain.text.includes('\ufffd')) return refused('it has letters that are not UTF-8');
  const id = of('guid') ?? of('wp:post_id');
  const reading = derivedArticle({
    plain,
    masthead: {
      headline,
      outlet: site.title,
      byline: lineFrom(author === null ? null : (site.authors.get(author) ?? author)),
      publishedAt: published,
      updatedAt: updated === published ? null : updated,
      url: webAddress(of('link'), site.home) ?? webAddress(of('guid')),
      language: site.language,
    },
    ...(id === null ? {} : { given: { id, within: site.home ?? origin } }),
    place: `${origin} item ${number}`,
  });
  return reading.kind === 'refused' ? refused(reading.reason) : reading;
}

function siteOf(head: string): Site {
  const channel = /<channel(?:\s[^<>]*)?>/.exec(head);
  const elements = childElements(channel ? head.slice(channel.index + channel[0].length) : head);
  const authors = elements.flatMap(({ name, xml }): [string, string][] => {
    if (name !== 'wp:author') return [];
    const fields = childElements(xml);
    const login = textOf(fields, 'wp:author_login');
    const shown = textOf(fields, 'wp:author_display_name');
    return login && shown ? [[login, shown]] : [];
  });
  return {
    title: lineFrom(textOf(elements, 'title')),
    home: webAddress(textOf(elements, 'link') ?? textOf(elements, 'wp:base_blog_url')),
    language: languageCode(textOf(elements, 'language')),
    authors: new Map(authors),
  };
}
