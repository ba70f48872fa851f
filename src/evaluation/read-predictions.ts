import { z } from 'zod';
import type { Span } from '../article/article.ts';
import type { GoldArticle } from './gold.ts';
import { scoredQuotations } from './predictions.ts';
import type { Prediction } from './span-score.ts';

/** Predictions by article id, and every line that cannot be used: one clear sentence each, with file and line. */
export interface PredictionFile {
  readonly byArticle: ReadonlyMap<string, readonly Prediction[]>;
  /** How many lines are about articles that the gold does not have. */
  readonly unknown: number;
  readonly faults: readonly string[];
}

const spans = z.array(
  z
    .tuple([z.int().nonnegative(), z.int()], 'is no pair [start, end] of whole numbers')
    .refine(([start, end]) => end > start, 'is a span without a letter in it')
    .transform(([start, end]): Span => ({ start, end })),
);
const quote = z.object({
  kind: z.enum(
    ['direct', 'mixed', 'indirect', 'term', 'slogan', 'headline'],
    'is none of direct, mixed, indirect, term, slogan, headline',
  ),
  content: spans.min(1, 'is empty'),
  source: spans.default([]),
  cue: spans.default([]),
  speaker: z.string().nullable().default(null),
});
const line = z.object(
  { id: z.string('is missing or no text'), quotes: z.array(quote, 'is missing or no list') },
  'is no {"id", "quotes"}',
);

/**
 * Reads what another program, or an earlier state of this one, found: one article a line, as
 * `whosaid extract --jsonl` prints them.
 *
 * @param articles the gold that it is measured on
 * @param fileName what the faults call the file
 */
export function readPredictions(jsonl: string, fileName: string, articles: readonly GoldArticle[]): PredictionFile {
  const texts = new Map(articles.map(({ id, text }) => [id, text]));
  const byArticle = new Map<string, readonly Prediction[]>();
  const faults: string[] = [];
  let unknown = 0;
  for (const [index, printed] of jsonl.split('\n').entries()) {
    if (printed.trim() === '') continue;
    const fault = (what: string) => faults.push(`${fileName}, line ${index + 1}: ${what}.`);
    const value = parseJson(printed);
    if (value === undefined) {
      fault('this is no JSON');
      continue;
    }
    const parsed = line.safeParse(value);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      fault(`${issue?.path.join('.') || 'this'} ${issue?.message ?? 'cannot be read'}`);
      continue;
    }
    const { id, quotes } = parsed.data;
    const text = texts.get(id);
    const outside = quotes.flatMap((one) => [...one.content, ...one.source, ...one.cue]);
    if (text === undefined) unknown++;
    else if (byArticle.has(id)) fault(`the article ${id} is there a second time`);
    else if (outside.some(({ end }) => end > text.length)) fault(`a span ends behind the text of the article ${id}`);
    else byArticle.set(id, scoredQuotations(text, { quotations: quotes }));
  }
  return { byArticle, unknown, faults };
}

function parseJson(printed: string): unknown {
  try {
    return JSON.parse(printed);
  } catch {
    return undefined;
  }
}
