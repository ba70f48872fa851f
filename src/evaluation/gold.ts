import { z } from 'zod';
import type { Span } from '../article/article.ts';

/** The kinds of quotation that are scored. */
export type ScoredKind = 'direct' | 'mixed' | 'indirect';

/** Who says a gold statement, where the gold tells by name: a person, somebody unnamed, or anything else. */
export type GoldSpeaker =
  | { readonly kind: 'person'; readonly name: string }
  | { readonly kind: 'unnamed' }
  | { readonly kind: 'other' };

/** An attribution that an annotator marked. */
export interface GoldQuotation {
  readonly content: readonly Span[];
  readonly source: readonly Span[];
  /** The reporting words; empty where none are marked. */
  readonly cue: readonly Span[];
  readonly kind: ScoredKind;
  /** Whether something is said or written, rather than believed or intended. */
  readonly speech: boolean;
  /** Null where the gold tells nothing of names. */
  readonly speaker: GoldSpeaker | null;
}

/** An annotated article. */
export interface GoldArticle {
  readonly id: string;
  readonly text: string;
  readonly quotations: readonly GoldQuotation[];
}

/** The articles of a gold file, what they can measure, and every line that cannot be used. */
export interface GoldFile {
  readonly articles: readonly GoldArticle[];
  /** Whether the words said and their source are marked. */
  readonly hasSpans: boolean;
  /** Whether speakers are given by name. */
  readonly hasNames: boolean;
  /** One clear sentence each, with file and line. */
  readonly faults: readonly string[];
}

const pair = z
  .tuple([z.int().nonnegative(), z.int()], 'is no pair [start, end] of whole numbers')
  .refine(([start, end]) => end > start, 'is a span without a letter in it')
  .transform(([start, end]): Span => ({ start, end }));
const content = z.array(pair).min(1, 'is empty');
const scoredKind = z.enum(['direct', 'mixed', 'indirect'], 'is none of direct, mixed, indirect');

const spanRelation = z.object({
  content,
  source: z.array(pair).default([]),
  cue: z.array(pair).default([]),
  kind: scoredKind,
  speech: z.boolean().default(true),
  sourceType: z.string().optional(),
  speaker: z.string().nullish(),
});

const namedQuote = z.object({
  content,
  source: z.array(pair).default([]),
  cue: z.array(pair).default([]),
  kind: scoredKind,
  speech: z.boolean().default(true),
  speaker: z.object({ name: z.string().nullable(), type: z.string().optional() }),
});

const common = { id: z.string().min(1, 'is empty'), text: z.string().min(1, 'is empty') };
const relationsLine = z.object({ ...common, relations: z.array(spanRelation) });
const quotesLine = z.object({ ...common, quotes: z.array(namedQuote) });

/**
 * Reads gold of any of three shapes, one article a line:
 *
 * - `relations` with content, source and kind: the words said and their source;
 * - `relations` with a `sourceType` as well: whole statements, with the speaker by name;
 * - `quotes` whose `speaker` is an object: both.
 *
 * @param fileName what the faults call the file
 */
export function readGold(jsonl: string, fileName: string): GoldFile {
  const articles: GoldArticle[] = [];
  const faults: string[] = [];
  const seen = new Set<string>();
  let [hasSpans, hasNames] = [false, false];
  for (const [index, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue;
    const parsed = readLine(line);
    const fault = (what: string) => faults.push(`${fileName}, line ${index + 1}: ${what}.`);
    if (parsed.kind === 'faulty') fault(parsed.what);
    else if (seen.has(parsed.article.id)) fault(`the article id ${parsed.article.id} is there a second time`);
    else {
      seen.add(parsed.article.id);
      articles.push(parsed.article);
      hasSpans ||= parsed.measures !== 'names';
      hasNames ||= parsed.measures !== 'spans';
    }
  }
  if (articles.length === 0 && faults.length === 0)
    faults.push(`${fileName}, line 1: there is no article in this file.`);
  return { articles, hasSpans, hasNames, faults };
}

type ParsedLine =
  | { readonly kind: 'faulty'; readonly what: string }
  | { readonly kind: 'read'; readonly article: GoldArticle; readonly measures: 'spans' | 'names' | 'both' };

function readLine(line: string): ParsedLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { kind: 'faulty', what: 'this is not JSON' };
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return {
      kind: 'faulty',
      what: 'this is no article, which is {"id", "text", "relations"} or {"id", "text", "quotes"}',
    };
  }
  if ('quotes' in value) {
    const parsed = quotesLine.safeParse(value);
    if (!parsed.success) return { kind: 'faulty', what: firstIssue(parsed.error) };
    const { id, text, quotes } = parsed.data;
    const quotations = quotes.map((quote): GoldQuotation => ({ ...quote, speaker: speakerOfQuote(quote.speaker) }));
    return withinText({ id, text, quotations }, 'quotes', 'both');
  }
  const parsed = relationsLine.safeParse(value);
  if (!parsed.success) return { kind: 'faulty', what: firstIssue(parsed.error) };
  const { id, text, relations } = parsed.data;
  const quotations = relations.map(({ sourceType, speaker, ...marked }): GoldQuotation => {
    return { ...marked, speaker: sourceType === undefined ? null : speakerOfType(sourceType, speaker ?? null) };
  });
  const byName = quotations.some((quotation) => quotation.speaker !== null);
  return withinText({ id, text, quotations }, 'relations', byName ? 'names' : 'spans');
}

function speakerOfQuote(speaker: { readonly name: string | null; readonly type?: string | undefined }): GoldSpeaker {
  if (speaker.name === null) return { kind: 'unnamed' };
  return speaker.type === 'person' ? { kind: 'person', name: speaker.name } : { kind: 'other' };
}

function speakerOfType(sourceType: string, name: string | null): GoldSpeaker {
  if (sourceType === 'named individual' && name !== null) return { kind: 'person', name };
  return sourceType.startsWith('unnamed') ? { kind: 'unnamed' } : { kind: 'other' };
}

function withinText(article: GoldArticle, list: string, measures: 'spans' | 'names' | 'both'): ParsedLine {
  for (const [index, { content, source, cue }] of article.quotations.entries()) {
    const outside = [...content, ...source, ...cue].find((span) => span.end > article.text.length);
    if (outside) {
      const span = `[${outside.start}, ${outside.end}]`;
      const what = `${list}[${index}] has the span ${span}, but the text has only ${article.text.length} code units`;
      return { kind: 'faulty', what };
    }
  }
  return { kind: 'read', article, measures };
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0];
  if (!issue) return 'this is no article';
  const place = issue.path.reduce<string>(
    (path, key) => path + (typeof key === 'number' ? `[${key}]` : `.${String(key)}`),
    '',
  );
  const what =
    issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')
      ? `is not ${wanted(issue.expected)}`
      : issue.message;
  return `${place.replace(/^\./, '') || 'the line'} ${what}`;
}

function wanted(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}
