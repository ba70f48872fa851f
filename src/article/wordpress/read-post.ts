import { z } from 'zod';
import { derivedArticle, webAddress } from '../derived-article.ts';
import { textFromHtml } from '../html/html-text.ts';
import { lineFrom } from '../plain-paragraphs.ts';
import { dateWithOffset } from '../published-date.ts';
import type { Reading } from '../read-article.ts';
import { withoutShortcodes } from './post-html.ts';

const Rendered = z.object({ rendered: z.string() });
const text = z.string().nullish().catch(null);

const Post = z.object({
  id: z.union([z.number(), z.string()]).nullish().catch(null),
  date: text,
  date_gmt: text,
  modified: text,
  modified_gmt: text,
  guid: Rendered.nullish().catch(null),
  link: text,
  status: text,
  type: text,
  lang: text,
  title: Rendered,
  content: Rendered.extend({ protected: z.boolean().nullish().catch(null) }),
  yoast_head_json: z.object({ author: text, og_site_name: text }).nullish().catch(null),
  _embedded: z
    .object({ author: z.array(z.object({ name: text })) })
    .nullish()
    .catch(null),
});

/** Whether a value read from JSON is a post as WordPress’s REST interface (`/wp/v2/posts`) gives it. */
export function isPost(value: object): boolean {
  const { title, content } = value as { readonly title?: unknown; readonly content?: unknown };
  return Rendered.safeParse(title).success && Rendered.safeParse(content).success;
}

/** What WordPress’s REST interface answers where it gives nothing; null for any other value. */
export function restErrorIn(value: object): string | null {
  const parsed = z
    .object({ code: z.string(), message: z.string(), data: z.object({ status: z.number() }) })
    .safeParse(value);
  return parsed.success ? `WordPress refused it: ${parsed.data.message.slice(0, 200)} (${parsed.data.code})` : null;
}

/** Reads a post of WordPress’s REST interface; only what everybody may read. */
export function readPost(value: unknown, place: string): Reading {
  const parsed = Post.safeParse(value);
  if (!parsed.success) return { kind: 'refused', reason: 'it is no post as WordPress gives it' };
  const post = parsed.data;
  if (post.status && post.status !== 'publish')
    return { kind: 'refused', reason: `it is not published (${post.status})` };
  if (post.content.protected) return { kind: 'refused', reason: 'it is protected by a password' };
  if (post.type === 'page' || post.type === 'attachment')
    return { kind: 'refused', reason: `it is no post (${post.type})` };
  const headline = lineFrom(post.title.rendered);
  const published = dateWithOffset(post.date ?? null, post.date_gmt ?? null);
  const updated = dateWithOffset(post.modified ?? null, post.modified_gmt ?? null);
  const url = webAddress(post.link);
  const id = post.guid?.rendered ?? (post.id === null || post.id === undefined ? null : String(post.id));
  const authors = post._embedded?.author.flatMap(({ name }) => lineFrom(name) ?? []).join(', ');
  return derivedArticle({
    plain: textFromHtml(withoutShortcodes(post.content.rendered), headline),
    masthead: {
      headline,
      outlet: lineFrom(post.yoast_head_json?.og_site_name),
      byline: authors || lineFrom(post.yoast_head_json?.author),
      publishedAt: published,
      updatedAt: updated === published ? null : updated,
      url,
      language: null,
    },
    ...(id === null ? {} : { given: { id, within: url ? new URL(url).origin : place } }),
    place,
  });
}
