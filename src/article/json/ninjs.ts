import { z } from 'zod';
import { derivedArticle, languageCode, webAddress } from '../derived-article.ts';
import { embargoEnd } from '../embargo-end.ts';
import { textFromHtml } from '../html/html-text.ts';
import { byline } from '../html/plain-line.ts';
import { lineFrom, textFromField, textFromPlain } from '../plain-paragraphs.ts';
import { publishedDate } from '../published-date.ts';
import type { Reading } from '../read-article.ts';

const text = z.string().nullish().catch(null);

/** A headline, a body or a name in ninjs 2 and 3, where there may be several of each. */
const Part = z.object({ role: text, value: text, contenttype: text, name: text, language: text });
const parts = z.array(Part).nullish().catch(null);

const Ninjs = z.object({
  uri: z.string().min(1),
  type: text,
  pubstatus: text,
  embargoed: text,
  versioncreated: text,
  firstcreated: text,
  contentcreated: text,
  canonicalurl: text,
  headline: text,
  title: text,
  headlines: parts,
  byline: text,
  bylines: parts,
  people: parts,
  authors: parts,
  body_html: text,
  body_xhtml: text,
  body_text: text,
  bodies: parts,
  language: text,
  source: text,
  infosources: parts,
  copyrightholder: text,
});
type Ninjs = z.infer<typeof Ninjs>;

const SIGNS = [
  'pubstatus',
  'versioncreated',
  'body_html',
  'body_xhtml',
  'body_text',
  'bodies',
  'headlines',
  'byline',
  'representationtype',
  'standard',
];

/** Whether a value read from JSON is an item of IPTC’s ninjs, 1.x to 3.x. */
export function isNinjs(value: object): boolean {
  return 'uri' in value && typeof value.uri === 'string' && SIGNS.some((name) => name in value);
}

/**
 * Reads an item of IPTC’s ninjs (iptc.org/standards/ninjs). Withheld and canceled ones are refused; one under an
 * embargo is read, with the moment from which it may be served. What the terms of use say is for people to read.
 */
export function readNinjs(value: unknown, place: string): Reading {
  const parsed = Ninjs.safeParse(value);
  if (!parsed.success) return { kind: 'refused', reason: 'it is no ninjs that can be read: its uri is missing' };
  const item = parsed.data;
  const status = item.pubstatus?.replace(/^.*:/, '').toLowerCase() ?? 'usable';
  if (status !== 'usable')
    return { kind: 'refused', reason: `its publisher says that it is not to be used (pubstatus ${status})` };
  if (item.type && !/(?:^|:)(?:text|composite|article)$/i.test(item.type)) {
    return { kind: 'refused', reason: `it is ninjs of no text (${item.type})` };
  }
  const embargoUntil = embargoOf(item);
  if (embargoUntil === undefined) {
    return {
      kind: 'refused',
      reason: `it is under an embargo until ${item.embargoed}, which is no date that can be read`,
    };
  }
  const headline = lineFrom(mainOf(item.headlines)?.value ?? item.headline ?? item.title);
  const first = publishedDate(item.contentcreated) ?? publishedDate(item.firstcreated);
  const version = publishedDate(item.versioncreated);
  return derivedArticle({
    plain: bodyOf(item, headline),
    masthead: {
      headline,
      outlet: outletOf(item),
      byline: byline(bylineOf(item)),
      publishedAt: first ?? version,
      updatedAt: first === null || version === first ? null : version,
      url: webAddress(item.canonicalurl) ?? webAddress(item.uri),
      language: languageCode(item.language),
    },
    given: { id: item.uri, within: 'ninjs' },
    place,
    embargoUntil,
  });
}

/** Null where there is none, undefined where it cannot be read. */
function embargoOf({ embargoed }: Ninjs): string | null | undefined {
  if (!embargoed?.trim()) return null;
  const printed = publishedDate(embargoed);
  return printed === null ? undefined : embargoEnd(printed);
}

function bodyOf(item: Ninjs, headline: string | null) {
  const html = item.body_xhtml ?? item.body_html;
  if (html) return textFromHtml(html, headline);
  const bodies = item.bodies ?? [];
  const body = mainOf(bodies.filter(({ contenttype }) => /html/i.test(contenttype ?? ''))) ?? mainOf(bodies);
  if (!body?.value) return textFromPlain(item.body_text ?? '', headline);
  if (/html/i.test(body.contenttype ?? '')) return textFromHtml(body.value, headline);
  return /plain/i.test(body.contenttype ?? '')
    ? textFromPlain(body.value, headline)
    : textFromField(body.value, headline);
}

/** The main one of several, else the first that has words. */
function mainOf(list: z.infer<typeof parts>) {
  const worded = list?.filter(({ value }) => value) ?? [];
  return worded.find(({ role }) => /(?:^|:)main$/i.test(role ?? '')) ?? worded[0];
}

function bylineOf(item: Ninjs): string | null {
  if (item.byline) return item.byline;
  const given =
    item.bylines ?? item.authors ?? item.people?.filter(({ role }) => /author|writer|reporter/i.test(role ?? ''));
  return given?.flatMap(({ name, value }) => lineFrom(name ?? value) ?? []).join(', ') || null;
}

function outletOf(item: Ninjs): string | null {
  const origin =
    item.infosources?.find(({ role }) => /originat|provider|publisher/i.test(role ?? '')) ?? item.infosources?.[0];
  return lineFrom(item.source ?? origin?.name ?? item.copyrightholder);
}
