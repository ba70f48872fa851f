import { parse } from 'yaml';
import { z } from 'zod';
import type { Masthead, Span } from './article.ts';
import { languageCode } from './derived-article.ts';
import { embargoEnd } from './embargo-end.ts';
import { publishedDate } from './published-date.ts';
import { parseToml } from './toml.ts';

/** What the lines between two `---` (or `+++`) at the top of a file say, and where they end. */
export type FrontMatter =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'given';
      readonly masthead: Masthead;
      /** When the article may be served first, in ISO 8601; null where it may be at once. */
      readonly embargoUntil: string | null;
      readonly block: Span;
    }
  | { readonly kind: 'faulty'; readonly reason: string };

const text = z.union([z.string(), z.number().transform(String)]).transform((value) => value.trim() || null);

/** An ISO date is kept as it is printed; any other form is read as one. */
const ISO_DATE = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?$/;
const NO_DATE = 'is no date like 2015-12-17 or 2015-12-17T09:00+08:00';
const date = text.transform((printed, context): string | null => {
  if (printed === null) return null;
  const read = publishedDate(printed);
  if (read === null) {
    const looksIso = /^\d{4}-\d{2}-\d{2}(?!\d)/.test(printed);
    context.addIssue({ code: 'custom', message: looksIso ? 'is no date of the calendar' : NO_DATE });
    return z.NEVER;
  }
  return ISO_DATE.test(printed) ? printed : read;
});

const address = z.url({ protocol: /^https?$/, message: 'is no web address that starts with http:// or https://' });
/** Site generators also use these keys for a path on the site. */
const addressOrPath = z.union([
  z
    .string()
    .trim()
    .regex(/^(?:[/.]|[\w-]+\/|[\w-]*$)/)
    .transform(() => null),
  address,
]);

const name = z.union([text, z.object({ name: text.nullish() }).transform((person) => person.name ?? null)]);
const names = z.union([name, z.array(name).transform((list) => list.filter(Boolean).join(', ') || null)]);

const LANGUAGE = /^[a-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*$/i;

/** What a key holds, by the names that newsrooms and site generators give it; the first that is there counts. */
const KEYS = {
  headline: [text, ['headline', 'title']],
  outlet: [text, ['outlet', 'publication', 'publisher', 'site_name']],
  byline: [names, ['byline', 'author', 'authors', 'creator', 'writer']],
  published: [
    date,
    [
      'published',
      'date',
      'publishedAt',
      'published_at',
      'publish_date',
      'publishDate',
      'datePublished',
      'date_published',
      'pubDate',
      'pubdate',
      'publication_date',
      'created',
    ],
  ],
  updated: [
    date,
    [
      'updated',
      'updatedAt',
      'updated_at',
      'modified',
      'lastmod',
      'last_modified',
      'last_modified_at',
      'dateModified',
      'date_modified',
    ],
  ],
  url: [addressOrPath, ['url', 'canonical', 'canonical_url', 'canonicalUrl', 'canonicalURL', 'permalink', 'link']],
  language: [
    z
      .string()
      .trim()
      .regex(LANGUAGE, 'is no language code like en or en-GB')
      .transform((code) => (/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(code) ? code : languageCode(code))),
    ['language', 'lang', 'locale'],
  ],
  embargo: [
    date.transform((end) => end && embargoEnd(end)),
    ['embargo', 'embargoUntil', 'embargo_until', 'embargoed_until'],
  ],
} as const satisfies Readonly<Record<string, readonly [z.ZodType<string | null>, readonly string[]]>>;

const BLOCK = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n([\s\S]*?)^(?:\1|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** Reads the front matter of a file's text: YAML between `---` lines at its very top, or TOML between `+++` lines. */
export function readFrontMatter(fileText: string): FrontMatter {
  const opening = /^\uFEFF?(---|\+\+\+)[ \t]*\r?\n/.exec(fileText)?.[1];
  if (!opening) return { kind: 'none' };
  const match = BLOCK.exec(fileText);
  if (!match) return { kind: 'faulty', reason: `its front matter opens with ${opening} and never closes` };
  const values = opening === '---' ? parseYaml(match[2] ?? '') : parseToml(match[2] ?? '');
  if (values.kind === 'faulty') return values;
  const given = z.record(z.string(), z.unknown()).safeParse(values.value ?? {});
  if (!given.success) return { kind: 'faulty', reason: 'in its front matter, the block is no list of keys and values' };
  if (isDraft(given.data)) return { kind: 'faulty', reason: 'its front matter says that it is a draft' };
  return readKeys(given.data, { start: 0, end: match[0].length });
}

function readKeys(given: Readonly<Record<string, unknown>>, block: Span): FrontMatter {
  const read: Record<string, string | null> = {};
  for (const [part, [schema, keys]] of Object.entries(KEYS)) {
    for (const key of keys) {
      const value = given[key];
      // `published: true` says that it is, not when.
      if (value === undefined || value === null || typeof value === 'boolean' || read[part]) continue;
      const parsed = schema.safeParse(value);
      if (!parsed.success) {
        const why = parsed.error.issues[0];
        const message = why && messageOf(why);
        return { kind: 'faulty', reason: `in its front matter, ${key} ${message ?? 'is wrong'}` };
      }
      read[part] = parsed.data;
    }
  }
  const { headline = null, outlet = null, byline = null, url = null, language = null } = read;
  const { published = null, updated = null, embargo = null } = read;
  const masthead = { headline, outlet, byline, publishedAt: published, updatedAt: updated, url, language };
  return { kind: 'given', masthead, embargoUntil: embargo, block };
}

/** Of several forms that a value may have, none of which fits, the fault of the last is told. */
function messageOf(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'invalid_union') return issue.message;
  const last = issue.errors.at(-1)?.[0];
  return last ? messageOf(last) : issue.message;
}

/** `draft: true` of Hugo, `published: false` of Jekyll. */
function isDraft({ draft, published }: Readonly<Record<string, unknown>>): boolean {
  return draft === true || published === false;
}

/** Dates stay the strings that were typed; aliases are bounded against files that grow without end. */
function parseYaml(block: string): { kind: 'parsed'; value: unknown } | { kind: 'faulty'; reason: string } {
  try {
    return { kind: 'parsed', value: parse(block, { schema: 'core', maxAliasCount: 10 }) };
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return { kind: 'faulty', reason: `its front matter is not YAML: ${why}` };
  }
}
