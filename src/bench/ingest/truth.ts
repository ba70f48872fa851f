import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { readJsonLines } from '../../article/json/read-json.ts';
import { CorpusError } from '../corpus.ts';
import type { TrueQuote } from '../made-up-articles.ts';

const TruthLine = z.object({ articleId: z.string(), quote: z.string().min(1), speaker: z.string().nullable() });
const CorpusLine = z.object({ id: z.union([z.string(), z.number().transform(String)]) });

/** An article of the corpus by the id that an archive has it under, with what is said in it. */
export interface ToldArticle {
  readonly id: string;
  readonly quotes: readonly TrueQuote[];
}

/** The articles of a corpus with their quotes; both files are in the order of the articles, and read side by side. */
export async function* toldArticles(corpus: string, truth: string): AsyncGenerator<ToldArticle> {
  const truths = linesOf(truth, TruthLine);
  let next = await truths.next();
  for await (const typed of createInterface({ input: createReadStream(corpus) })) {
    const own = parse(typed, CorpusLine, corpus);
    for await (const reading of readJsonLines(once(typed), corpus)) {
      const quotes: TrueQuote[] = [];
      for (; !next.done && next.value.articleId === own.id; next = await truths.next()) quotes.push(next.value);
      if (reading.kind === 'article') yield { id: reading.article.id, quotes };
    }
  }
}

async function* linesOf<Line>(path: string, schema: z.ZodType<Line>): AsyncGenerator<Line> {
  for await (const typed of createInterface({ input: createReadStream(path) })) yield parse(typed, schema, path);
}

async function* once(line: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(line);
}

function parse<Line>(typed: string, schema: z.ZodType<Line>, path: string): Line {
  try {
    return schema.parse(JSON.parse(typed));
  } catch (error) {
    throw new CorpusError(`${path}: a line is not as it should be: ${typed.slice(0, 80)}`, { cause: error });
  }
}
