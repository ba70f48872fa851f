import { z } from 'zod';
import { derivedArticle, languageCode, webAddress } from '../derived-article.ts';
import { textFromHtml } from '../html/html-text.ts';
import { publishedDate } from '../published-date.ts';
import type { Reading } from '../read-article.ts';

const words = z.string().nullish();

/** What a content item links to: bodies, people, its own translations. */
const Linked = z.object({ title: words, base_path: words, web_url: words });

/** One body, or the same one in several content types. */
const Body = z.union([
  z.string(),
  z
    .array(z.object({ content_type: z.string(), content: z.string() }))
    .transform((bodies) => bodies.find((body) => body.content_type === 'text/html')?.content ?? ''),
]);

/** A content item of the GOV.UK content API (docs.publishing.service.gov.uk, content schemas), as far as it is read. */
const ContentItem = z.object({
  title: z.string(),
  base_path: words,
  web_url: words,
  content_id: words,
  locale: words,
  first_published_at: words,
  public_updated_at: words,
  details: z.object({ body: Body, first_public_at: words }),
  links: z.record(z.string(), z.array(z.unknown())).nullish(),
  withdrawn_notice: z.object({ withdrawn_at: words, explanation: words }).nullish(),
});

/** Whether a value read from JSON is a content item: a title, and a body among its details. */
export function isContentItem(value: object): boolean {
  if (!('title' in value && 'details' in value)) return false;
  const { details } = value;
  return typeof details === 'object' && details !== null && 'body' in details;
}

/**
 * Reads an article as governments publish it: `title`, `first_published_at`, and its text as HTML in `details.body`.
 * Its outlet is the body that published it. One that was withdrawn is refused.
 *
 * @param place names the article where it has neither an address nor an id
 */
export function readContentItem(value: unknown, place: string): Reading {
  const parsed = ContentItem.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return { kind: 'refused', reason: `its field ${issue?.path.join('.')} is wrong: ${issue?.message}` };
  }
  const item = parsed.data;
  const withdrawnAt = publishedDate(item.withdrawn_notice?.withdrawn_at);
  if (withdrawnAt) return { kind: 'refused', reason: `it was withdrawn on ${withdrawnAt.slice(0, 10)}` };
  const headline = item.title.replace(/\s+/g, ' ').trim() || null;
  const url = addressOf(item);
  return derivedArticle({
    plain: textFromHtml(item.details.body, headline),
    masthead: {
      headline,
      outlet: publisherOf(item),
      byline: null,
      publishedAt: publishedDate(item.first_published_at ?? item.details.first_public_at),
      updatedAt: publishedDate(item.public_updated_at),
      url,
      language: languageCode(item.locale),
    },
    ...(item.content_id ? { given: { id: item.content_id, within: `content item ${item.locale ?? ''}` } } : {}),
    place,
  });
}

type Item = z.infer<typeof ContentItem>;

function publisherOf(item: Item): string | null {
  const [first] = [...linked(item, 'primary_publishing_organisation'), ...linked(item, 'organisations')];
  return first?.title?.trim() || null;
}

/** A content item tells only its path; the site is that of the pages it links to, whose addresses are whole. */
function addressOf(item: Item): string | null {
  const own = webAddress(item.web_url);
  if (own || !item.base_path?.startsWith('/')) return own;
  const others = Object.keys(item.links ?? {}).flatMap((name) => linked(item, name));
  const known = others.flatMap(({ web_url, base_path }) => {
    const address = webAddress(web_url);
    return address && base_path && new URL(address).pathname === base_path ? [address] : [];
  });
  return webAddress(item.base_path, known[0]);
}

function linked(item: Item, name: string): readonly z.infer<typeof Linked>[] {
  return (item.links?.[name] ?? []).flatMap((value) => {
    const parsed = Linked.safeParse(value);
    return parsed.success ? [parsed.data] : [];
  });
}
