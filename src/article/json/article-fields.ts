import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Masthead, Paragraph } from '../article.ts';
import { identityOf } from '../article-id.ts';
import { derivedArticle, languageCode, webAddress } from '../derived-article.ts';
import { embargoEnd } from '../embargo-end.ts';
import { textFromHtml } from '../html/html-text.ts';
import { findParagraphs } from '../paragraphs.ts';
import { isMarkup, lineFrom } from '../plain-paragraphs.ts';
import { publishedDate } from '../published-date.ts';
import type { Reading } from '../read-article.ts';

const words = z.string().nullish();
const name = z.union([z.string(), z.object({ name: z.string().nullish() }).transform((person) => person.name ?? '')]);
const names = z
  .union([name, z.array(name)])
  .nullish()
  .transform(
    (given) =>
      [given ?? []]
        .flat()
        .filter((one) => one.trim() !== '')
        .join(', ') || null,
  );
const moment = z
  .union([z.string(), z.number()])
  .nullish()
  .transform((given, context) => {
    if (given === null || given === undefined || given === '') return null;
    const date = typeof given === 'string' ? publishedDate(given) : fromEpoch(given);
    if (date === null)
      context.addIssue({ code: 'custom', message: `${JSON.stringify(given)} is no date that can be read` });
    return date;
  });

/** `false` is no embargo. */
const embargo = z
  .preprocess((given) => (given === false ? null : given), moment)
  .transform((date) => (date ? embargoEnd(date) : null));

/** The fields of an article in JSON, by the names that exports and schema.org give them. */
const Fields = z.object({
  id: z.union([z.string(), z.number().transform(String)]).nullish(),
  url: words,
  headline: words,
  title: words,
  outlet: words,
  source: z.union([z.string(), z.unknown().transform(() => null)]).nullish(),
  publisher: names,
  byline: names,
  author: names,
  publishedAt: moment,
  published: moment,
  date: moment,
  datePublished: moment,
  updatedAt: moment,
  updated: moment,
  dateModified: moment,
  embargo,
  embargoUntil: embargo,
  embargo_until: embargo,
  embargoed: embargo,
  embargoed_until: embargo,
  language: words,
  inLanguage: z.union([z.string(), z.unknown().transform(() => null)]).nullish(),
  text: words,
  articleBody: words,
  html: words,
  body: words,
});

/** Whether a value read from JSON has the text of an article under one of the names that are known. */
export function isArticleFields(value: object): boolean {
  return ['text', 'articleBody', 'html', 'body'].some((key) => {
    return key in value && typeof (value as Readonly<Record<string, unknown>>)[key] === 'string';
  });
}

/**
 * Reads an article given as JSON: `{id, url, headline, outlet, byline, publishedAt, updatedAt, language, embargo}` and its
 * words as `text`, which is kept as it is, or as `html`; a `body` may be either.
 *
 * @param place names the article where it has neither a url nor an id
 */
export function readArticleFields(value: unknown, place: string): Reading {
  const parsed = Fields.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const where = issue?.path.join('.') || 'it';
    return { kind: 'refused', reason: `its field ${where} is wrong: ${issue?.message ?? 'not what is expected'}` };
  }
  const given = parsed.data;
  const masthead: Masthead = {
    headline: lineFrom(given.headline) ?? lineFrom(given.title),
    outlet: lineFrom(given.outlet) ?? lineFrom(given.source) ?? lineFrom(given.publisher),
    byline: lineFrom(given.byline) ?? lineFrom(given.author),
    publishedAt: given.publishedAt ?? given.published ?? given.date ?? given.datePublished,
    updatedAt: given.updatedAt ?? given.updated ?? given.dateModified,
    url: webAddress(given.url),
    language: languageCode(given.language ?? given.inLanguage),
  };
  const embargoUntil =
    given.embargo ?? given.embargoUntil ?? given.embargo_until ?? given.embargoed ?? given.embargoed_until;
  const id = lineFrom(given.id) ?? lineFrom(given.url);
  const known = id === null ? {} : { given: { id, within: masthead.outlet ?? '' } };
  const text = given.text ?? given.articleBody ?? (isMarkup(given.body ?? '') ? null : given.body);
  const html = text === null || text === undefined ? (given.html ?? given.body) : null;
  if (html) {
    const plain = textFromHtml(html, masthead.headline);
    return derivedArticle({ plain, masthead, ...known, place, embargoUntil });
  }
  if (!text || !/\p{L}/u.test(text)) return { kind: 'refused', reason: 'it has no text' };
  return asPrinted(text, masthead, { url: masthead.url, ...known, place }, embargoUntil);
}

/** The text is kept as it came; the headline is a paragraph only where the text itself begins with it. */
function asPrinted(
  text: string,
  masthead: Masthead,
  known: Parameters<typeof identityOf>[0],
  embargoUntil: string | null,
): Reading {
  const identity = identityOf(known);
  const paragraphs = findParagraphs(text, { start: 0, end: text.length }).map((span, index): Paragraph => {
    const isHeadline = index === 0 && text.slice(span.start, span.end) === masthead.headline;
    return { ...span, role: isHeadline ? 'headline' : 'body' };
  });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    kind: 'article',
    article: { id: identity.id, text, sha256, ...masthead, paragraphs },
    identity,
    embargoUntil,
  };
}

/** Seconds or milliseconds since 1970. */
function fromEpoch(number: number): string | null {
  const date = new Date(Math.abs(number) < 1e11 ? number * 1000 : number);
  return Number.isNaN(date.getTime()) ? null : date.toISOString().replace('.000Z', 'Z');
}
