import type { Masthead } from '../article.ts';
import { languageCode } from '../derived-article.ts';
import { publishedDate } from '../published-date.ts';
import { attributeOf } from './elements.ts';

import { articleNode, type LdNode, ldNodesOf, ldText, ldTexts, listOf, typesOf } from './json-ld.ts';
import { MetaTags } from './meta-tags.ts';
import { byline, plainLine } from './plain-line.ts';
import { bylineIn, dateIn } from './printed-metadata.ts';
import { addressOf } from './web-address.ts';

/** What a page says about its article outside of the article. */
export interface PageMetadata {
  readonly masthead: Masthead;
  /** The names under which the page's article is announced; the headline on the page is one of them, or close to it. */
  readonly titles: readonly string[];
  /** The article's text where the metadata has it, as plain text or HTML. */
  readonly articleBody: string | null;
  /** Whether the page says that not everybody may read its article. */
  readonly isPaidFor: boolean;
  readonly wordCount: number | null;
  readonly isLiveBlog: boolean;
}

const OUTLETS = ['og:site_name', 'dc.publisher', 'dcterms.publisher', 'publisher', 'application-name'];
const AUTHORS = [
  'author',
  'article:author',
  'parsely-author',
  'sailthru.author',
  'byl',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
  'cxenseparse:author',
];
const PUBLISHED = [
  'article:published_time',
  'og:published_time',
  'article:published',
  'parsely-pub-date',
  'sailthru.date',
  'dcterms.issued',
  'dc.date.issued',
  'dcterms.created',
  'dc.date.created',
  'dcterms.date',
  'dc.date',
  'pubdate',
  'publishdate',
  'publish-date',
  'publish_date',
  'publication_date',
  'publicationdate',
  'published',
  'citation_publication_date',
  'cxenseparse:recs:publishtime',
  'date',
];
const UPDATED = [
  'article:modified_time',
  'og:updated_time',
  'article:modified',
  'dcterms.modified',
  'dc.date.modified',
  'lastmod',
  'last-modified',
  'last_updated',
  'revised',
];

/** Reads what a page says about its article: JSON-LD first, then meta tags, then what is marked in the page itself. */
export function metadataOf(document: Document, origin: string): PageMetadata {
  const meta = new MetaTags(document);
  const nodes = ldNodesOf(document);
  const url = canonicalAddress(document, meta, nodes, origin);
  const node = articleNode(nodes, url) ?? {};
  const isArticle = !typesOf(node).some((type) => /^(?:WebPage|ItemPage)$/.test(type));
  const outlet = plainLine(ldText(node.publisher, nodes)) ?? plainLine(meta.first(OUTLETS));
  const titles = [
    isArticle ? ldText(node.headline) : null,
    meta.first(['og:title']),
    ldText(node.name),
    documentTitle(document),
  ];
  const announced = titles.flatMap((title) => plainLine(title) ?? []);
  const [first = null] = announced;
  return {
    masthead: {
      headline: first === null ? null : withoutOutlet(first, outlet),
      outlet,
      byline: authorsIn(isArticle ? node : {}, nodes, meta) ?? bylineIn(document),
      publishedAt:
        publishedDate(ldText(node.datePublished)) ??
        meta.firstOf(PUBLISHED, publishedDate) ??
        dateIn(document, 'published'),
      updatedAt:
        publishedDate(ldText(node.dateModified)) ?? meta.firstOf(UPDATED, publishedDate) ?? dateIn(document, 'updated'),
      url,
      language: languageOf(document, node, meta),
    },
    titles: announced,
    articleBody: isArticle ? ldText(node.articleBody) : null,
    isPaidFor: listOf(node.isAccessibleForFree).some((free) =>
      /^(?:false|no)$/i.test(String(free).replace(/^.*\//, '')),
    ),
    wordCount: numberIn(ldText(node.wordCount)),
    isLiveBlog: typesOf(node).includes('LiveBlogPosting'),
  };
}

/** A title without the outlet's name that pages print behind or before it. */
export function withoutOutlet(title: string, outlet: string | null): string {
  if (!outlet) return title;
  const parts = title.split(/\s+[|–—•·:»-]\s+|\s*[|»]\s*/);
  if (parts.length < 2) return title;
  const same = (part = '') => part.toLowerCase() === outlet.toLowerCase();
  if (same(parts.at(-1))) return title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/[\s|–—•·:»-]+$/, '');
  if (same(parts[0])) return title.slice((parts[0] ?? '').length).replace(/^[\s|–—•·:»-]+/, '');
  return title;
}

/** The page's address: the canonical link, else what else names it, else where it was read if that is an address. */
function canonicalAddress(document: Document, meta: MetaTags, nodes: readonly LdNode[], origin: string): string | null {
  const at = addressOf(origin, null);
  const openGraph = meta.first(['og:url']) ?? '';
  const stated = [document.querySelector('base[href]')?.getAttribute('href') ?? '', at ?? '', openGraph];
  const base = stated.map((address) => addressOf(address, at)).find((address) => address !== null) ?? null;
  const canonical = [...document.querySelectorAll('link')]
    .filter((link) => attributeOf(link, 'rel').toLowerCase().split(/\s+/).includes('canonical'))
    .map((link) => attributeOf(link, 'href'));
  const node = articleNode(nodes, null) ?? {};
  const named = [...canonical, openGraph, ldText(node.url) ?? '', ...mainEntity(node)].flatMap(
    (address) => addressOf(address, base) ?? [],
  );
  // A page that calls the front page its canonical one says nothing of itself.
  return (
    named.find((address) => new URL(address).pathname !== '/' || new URL(address).search !== '') ??
    at ??
    named[0] ??
    null
  );
}

function mainEntity(node: LdNode): readonly string[] {
  return listOf(node.mainEntityOfPage).flatMap((value) => {
    if (typeof value === 'string') return [value];
    const id = typeof value === 'object' && value !== null && '@id' in value ? value['@id'] : null;
    return typeof id === 'string' ? [id] : [];
  });
}

function authorsIn(node: LdNode, nodes: readonly LdNode[], meta: MetaTags): string | null {
  const given = [ldTexts(node.author, nodes), ldTexts(node.creator, nodes), ...AUTHORS.map((name) => meta.all([name]))];
  for (const names of given) {
    const printed = [...new Set(names.flatMap((name) => byline(name) ?? []))];
    if (printed.length > 0) return printed.join(', ');
  }
  return null;
}

function languageOf(document: Document, node: LdNode, meta: MetaTags): string | null {
  const given = [
    document.documentElement.getAttribute('lang'),
    document.documentElement.getAttribute('xml:lang'),
    languageName(node.inLanguage),
    meta.first(['og:locale', 'content-language', 'dc.language', 'dcterms.language', 'language']),
  ];
  for (const code of given) {
    const language = languageCode(code);
    if (language) return language;
  }
  return null;
}

function languageName(value: unknown): string | null {
  const [first] = listOf(value);
  if (typeof first === 'object' && first !== null && 'alternateName' in first) return ldText(first.alternateName);
  return ldText(first);
}

function documentTitle(document: Document): string | null {
  return document.querySelector('title')?.textContent ?? null;
}

function numberIn(text: string | null): number | null {
  const number = Number(text?.replace(/,/g, ''));
  return text !== null && Number.isFinite(number) && number > 0 ? number : null;
}
