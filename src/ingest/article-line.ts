import { z } from 'zod';
import { identityOf } from '../article/article-id.ts';
import { findParagraphs } from '../article/paragraphs.ts';
import { MAX_ARTICLE_BYTES, type Reading, readText } from '../article/read-article.ts';

const Text = z
  .string()
  .transform((value) => value.trim() || null)
  .nullish();
const IsoDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/)
  .nullish();

const Line = z.object({
  id: z.union([z.string().min(1), z.number().transform(String)]),
  text: z.string(),
  headline: Text,
  outlet: Text,
  byline: Text,
  publishedAt: IsoDate,
  updatedAt: IsoDate,
  url: z.url({ protocol: /^https?$/ }).nullish(),
  language: Text,
});

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** Reads a line of JSON that holds an article: `id` and `text`, and what else its masthead gives. */
export function readArticleLine(bytes: Uint8Array): Reading {
  const value = parse(bytes);
  if (value === undefined) return { kind: 'refused', reason: 'it is not a line of JSON in UTF-8' };
  const parsed = Line.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      kind: 'refused',
      reason: `its ${issue?.path.join('.') || 'line'} is not as it should be: ${issue?.message}`,
    };
  }
  const { id: knownBy, text, ...given } = parsed.data;
  if (!/\p{L}/u.test(text)) return { kind: 'refused', reason: 'it has no text' };
  if (Buffer.byteLength(text) > MAX_ARTICLE_BYTES) {
    return { kind: 'refused', reason: `it is longer than ${MAX_ARTICLE_BYTES / 1024 / 1024} MiB` };
  }
  const { id } = identityOf({ url: given.url ?? null, place: knownBy });
  const plain = readText(text, id);
  const masthead = {
    outlet: given.outlet ?? null,
    byline: given.byline ?? null,
    publishedAt: given.publishedAt ?? null,
    updatedAt: given.updatedAt ?? null,
    url: given.url ?? null,
    language: given.language ?? null,
  };
  if (!given.headline) return { kind: 'article', article: { ...plain, ...masthead }, embargoUntil: null };
  const paragraphs = findParagraphs(text, { start: 0, end: text.length }).map((span) => {
    return { ...span, role: 'body' as const };
  });
  return {
    kind: 'article',
    article: { ...plain, ...masthead, headline: given.headline, paragraphs },
    embargoUntil: null,
  };
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(UTF8.decode(bytes));
  } catch {
    return undefined;
  }
}
