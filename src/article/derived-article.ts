import { createHash } from 'node:crypto';
import type { Masthead } from './article.ts';
import { identityOf, type KnownBy } from './article-id.ts';
import type { PlainText } from './html/html-text.ts';
import { addressOf } from './html/web-address.ts';
import type { Reading } from './read-article.ts';

/** A masthead in which nothing is given. */
export const NOTHING_GIVEN: Masthead = {
  headline: null,
  outlet: null,
  byline: null,
  publishedAt: null,
  updatedAt: null,
  url: null,
  language: null,
};

/** What an article is made of whose plain text was derived from another format. */
export interface Derived {
  readonly plain: PlainText;
  readonly masthead: Masthead;
  readonly given?: KnownBy['given'];
  readonly place: string;
  readonly embargoUntil?: string | null;
}

/** Makes an article of a plain text that was derived from another format; refused where there is no word in it. */
export function derivedArticle({ plain, masthead, given, place, embargoUntil = null }: Derived): Reading {
  const { text, paragraphs } = plain;
  if (!paragraphs.some(({ role }) => role !== 'headline')) return { kind: 'refused', reason: 'it has no text' };
  const identity = identityOf({ url: masthead.url, ...(given ? { given } : {}), place });
  const sha256 = createHash('sha256').update(text).digest('hex');
  return {
    kind: 'article',
    article: { id: identity.id, text, sha256, paragraphs, ...masthead },
    identity,
    embargoUntil,
  };
}

/** A web address in full, relative ones seen from `base`; null for anything else, as `urn:…` or `tag:…`. */
export function webAddress(printed: string | null | undefined, base?: string | null): string | null {
  return addressOf(printed ?? '', base && URL.canParse(base) ? base : null);
}

/** A language code where it is one, in its usual capitals: `en`, `en-GB`. */
export function languageCode(printed: string | null | undefined): string | null {
  const text = printed?.trim().replace(/_/g, '-') ?? '';
  const match = /^([A-Za-z]{2,3})(?:-([A-Za-z0-9-]{2,20}))?$/.exec(text);
  if (!match) return null;
  const region = match[2];
  const language = (match[1] ?? '').toLowerCase();
  return region ? `${language}-${region.length === 2 ? region.toUpperCase() : region}` : language;
}
