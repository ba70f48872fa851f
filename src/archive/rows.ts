import { z } from 'zod';
import type { Span } from '../article/article.ts';
import type { Entry } from '../extraction/entry.ts';
import { ATTRIBUTION_STATUSES } from '../extraction/quotation.ts';
import type { Holdings, KeptArticle, Share } from './archive.ts';
import type { Candidate } from './candidate-query.ts';
import { ParagraphColumn } from './paragraphs-column.ts';
import { readStanding, STANDING_COLUMNS, standingFields, stateOf } from './standing.ts';

/** Spans as they stand in a column: the offsets of all of them in one flat list. */
type Offsets = readonly number[];

/** The spans of an entry as JSON for its column `spans`: content, source, cue, evidence. */
export function spansColumn({ content, source, cue, evidence }: Entry): string {
  return JSON.stringify([content, source, cue, evidence].map(offsetsOf));
}

const offsetsOf = (spans: readonly Span[]): Offsets => spans.flatMap(({ start, end }) => [start, end]);

function spansOf(offsets: Offsets): readonly Span[] {
  const spans: Span[] = [];
  for (let index = 0; index + 1 < offsets.length; index += 2) {
    spans.push({ start: offsets[index] ?? 0, end: offsets[index + 1] ?? 0 });
  }
  return spans;
}

/** What stands in a column as JSON, checked against a schema. */
function jsonColumn<T>(schema: z.ZodType<T>) {
  return z.string().transform((text, context): T => {
    const checked = schema.safeParse(parsed(text));
    if (checked.success) return checked.data;
    context.addIssue({ code: 'custom', message: 'a column does not hold what was written into it' });
    return z.NEVER;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Nullable = z.string().nullable();
const OffsetColumn = z.array(z.int().nonnegative());
const FactKind = z.enum(['figure', 'date', 'event', 'role', 'membership', 'place', 'statement']);
const Kind = z.union([
  z.enum(['direct', 'mixed', 'indirect', 'term', 'slogan', 'headline']),
  z.templateLiteral(['fact/', FactKind]),
]);

/** What an entry is and who is credited with it. */
export const CreditRow = z.object({
  kind: Kind,
  speaker: Nullable,
  status: z.enum(ATTRIBUTION_STATUSES),
  printedSource: z.string(),
});

/** The columns of an entry in the SQL of every store, in the names of `Entry`; `spans` holds its four lists of spans. */
export const ENTRY_COLUMNS = `
  entries.id, versions.article AS "articleId", versions.sha256, entries.kind, entries.text, entries.spans,
  entries.speaker, entries.status, entries.printed_source AS "printedSource", entries.rule,
  versions.outlet, versions.headline, versions.published_at AS "publishedAt"`;

/** A row of ENTRY_COLUMNS, as the entry that was kept. */
export const EntryRow = z
  .object({
    id: z.string(),
    articleId: z.string(),
    sha256: z.string(),
    kind: Kind,
    text: z.string(),
    spans: jsonColumn(z.tuple([OffsetColumn, OffsetColumn, OffsetColumn, OffsetColumn])),
    speaker: Nullable,
    status: z.enum(ATTRIBUTION_STATUSES),
    printedSource: z.string(),
    rule: z.string(),
    outlet: Nullable,
    headline: Nullable,
    publishedAt: Nullable,
  })
  .transform(({ spans: [content, source, cue, evidence], ...row }): Entry => {
    return {
      ...row,
      content: spansOf(content),
      source: spansOf(source),
      cue: spansOf(cue),
      evidence: spansOf(evidence),
    };
  });

/** The columns of an entry as far as it is ranked, in the SQL of every store, in the names of `Candidate`. */
export const CANDIDATE_COLUMNS =
  'entries.id, entries.kind, entries.norm, entries.spk, versions.published_at AS "publishedAt"';

/** A row of CANDIDATE_COLUMNS. */
export const CandidateRow: z.ZodType<Candidate> = z.object({
  id: z.string(),
  kind: Kind,
  norm: z.string(),
  spk: z.string(),
  publishedAt: Nullable,
});

/** The columns of a kept article in the SQL of every store; tables articles, versions and texts. */
export const ARTICLE_COLUMNS = `
  articles.id, texts.text, versions.sha256, texts.paragraphs, versions.headline, versions.outlet, versions.byline,
  versions.published_at AS "publishedAt", versions.updated_at AS "updatedAt", versions.url, versions.language,
  ${STANDING_COLUMNS},
  versions.kept_at AS "keptAt", CASE WHEN versions.is_current THEN 1 ELSE 0 END AS "isCurrent"`;

/** A row of ARTICLE_COLUMNS, as the article that was kept. */
export const ArticleRow = z
  .object({
    id: z.string(),
    text: z.string(),
    sha256: z.string(),
    paragraphs: jsonColumn(z.array(ParagraphColumn)),
    headline: Nullable,
    outlet: Nullable,
    byline: Nullable,
    publishedAt: Nullable,
    updatedAt: Nullable,
    url: Nullable,
    language: Nullable,
    ...standingFields,
    keptAt: z.string(),
    isCurrent: z.literal([0, 1]),
  })
  .transform((row): KeptArticle => {
    const { correctedAt, correction, withdrawnAt, withdrawal, embargoUntil, channels, ...rest } = row;
    const standing = readStanding({ correctedAt, correction, withdrawnAt, withdrawal, embargoUntil, channels });
    const { keptAt, isCurrent, paragraphs, ...article } = rest;
    return {
      article: { ...article, paragraphs },
      state: stateOf(standing),
      embargoUntil: standing.embargoUntil,
      channels: standing.channels,
      keptAt,
      isCurrent: isCurrent === 1,
    };
  });

/** A share, in the names of `Share`. */
export const ShareRow: z.ZodType<Share> = z.object({
  excerptId: z.string(),
  channel: z.string(),
  ts: z.string(),
  sharedBy: z.string(),
  sharedAt: z.string(),
});

/** What an archive holds, in the names of `Holdings`. */
export const HoldingsRow: z.ZodType<Holdings> = z.object({
  articles: z.number(),
  quotations: z.number(),
  facts: z.number(),
  newestPublishedAt: Nullable,
  indexedAt: Nullable,
});
