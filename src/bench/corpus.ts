import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type BenchArticle, madeUpArticles } from './made-up-articles.ts';

/** What a bench reads: as many articles as it asks for. */
export interface Corpus {
  /** In words for the page: "made-up articles". */
  readonly name: string;
  /** The first `count` articles; a file that has fewer is read again from its start. */
  readonly articles: (count: number) => Iterable<BenchArticle>;
}

/** A file that is no corpus; the message says which line, and what one has to be. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
}

const line = z.object({ id: z.union([z.string(), z.number().transform(String)]), text: z.string().min(1) });

/** The articles of a .jsonl file with {"id", "text"} lines, or made-up ones where no file is named. */
export function openCorpus(path: string | null): Corpus {
  if (path === null) return { name: 'made-up articles', articles: (count) => madeUpArticles(count) };
  const articles = readLines(path);
  return {
    name: `the ${articles.length} articles of a file`,
    *articles(count) {
      for (let index = 0; index < count; index++) {
        const article = articles[index % articles.length];
        if (article) yield article;
      }
    },
  };
}

function readLines(path: string): readonly BenchArticle[] {
  let content: string;
  try {
    content = readFileSync(path, 'utf8');
  } catch (error) {
    throw new CorpusError(`${path} cannot be read.`, { cause: error });
  }
  return parseCorpus(content, path);
}

/** The articles of {"id", "text"} lines; `origin` is what an error calls them. */
export function parseCorpus(content: string, origin: string): readonly BenchArticle[] {
  const articles = content.split('\n').flatMap((printed, index): readonly BenchArticle[] => {
    if (printed.trim() === '') return [];
    try {
      return [line.parse(JSON.parse(printed))];
    } catch (error) {
      const place = `${origin}, line ${index + 1}`;
      throw new CorpusError(`${place}: this is no JSON object with an "id" and a "text".`, { cause: error });
    }
  });
  if (articles.length === 0) throw new CorpusError(`${origin} has no articles.`);
  return articles;
}
