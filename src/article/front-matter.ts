import { parse } from 'yaml';
import { z } from 'zod';
import type { Masthead, Span } from './article.ts';

/** What the lines between two `---` at the top of a file say, and where they end. */
export type FrontMatter =
  | { readonly kind: 'none' }
  | { readonly kind: 'given'; readonly masthead: Masthead; readonly block: Span }
  | { readonly kind: 'faulty'; readonly reason: string };

const text = z.union([z.string(), z.number().transform(String)]).transform((value) => value.trim() || null);
const isoDate = z
  .string()
  .trim()
  .regex(/^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}.*)?$/, 'is no date like 2015-12-17 or 2015-12-17T09:00+08:00')
  .refine((value) => !Number.isNaN(Date.parse(value.slice(0, 10))), 'is no date of the calendar');
const address = z.url({ protocol: /^https?$/, message: 'is no web address that starts with http:// or https://' });
const names = z.union([text, z.array(text).transform((list) => list.filter(Boolean).join(', ') || null)]);

/** The keys that are read; a newsroom's own further keys are left alone. */
const fields = z.object({
  headline: text.nullish(),
  title: text.nullish(),
  outlet: text.nullish(),
  byline: names.nullish(),
  author: names.nullish(),
  published: isoDate.nullish(),
  date: isoDate.nullish(),
  updated: isoDate.nullish(),
  url: address.nullish(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/, 'is no language code like en or en-GB')
    .nullish(),
});

const BLOCK = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/m;

/** Reads the front matter of a file's text: YAML between `---` lines at its very top. */
export function readFrontMatter(fileText: string): FrontMatter {
  if (!/^\uFEFF?---[ \t]*\r?\n/.test(fileText)) return { kind: 'none' };
  const match = BLOCK.exec(fileText);
  if (!match) return { kind: 'faulty', reason: 'its front matter opens with --- and never closes' };
  const values = parseYaml(match[1] ?? '');
  if (values.kind === 'faulty') return values;
  const parsed = fields.safeParse(values.value ?? {});
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const reason = `in its front matter, ${issue?.path.join('.') || 'the block'} ${issue?.message ?? 'is wrong'}`;
    return { kind: 'faulty', reason };
  }
  const { headline, title, outlet, byline, author, published, date, updated, url, language } = parsed.data;
  return {
    kind: 'given',
    block: { start: 0, end: match[0].length },
    masthead: {
      headline: headline ?? title ?? null,
      outlet: outlet ?? null,
      byline: byline ?? author ?? null,
      publishedAt: published ?? date ?? null,
      updatedAt: updated ?? null,
      url: url ?? null,
      language: language ?? null,
    },
  };
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
