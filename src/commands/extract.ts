import { readFile } from 'node:fs/promises';
import { text as readAll } from 'node:stream/consumers';
import type { Article } from '../article/article.ts';
import { readArticle, readText } from '../article/read-article.ts';
import { extract } from '../extraction/extract.ts';
import { atMostOne, type Command, CommandFailure, noneBesideStream } from './command.ts';
import { linesOf } from './input-lines.ts';
import { formOf } from './options.ts';
import { print, printJson, printLine } from './output.ts';
import { explanationAsText } from './printed-explanation.ts';
import { extractionAsJson } from './printed-json.ts';
import { extractionAsText } from './printed-text.ts';

export const extractCommand: Command = {
  name: 'extract',
  takesWords: '[FILE]',
  does: ['print the quotations and facts of one article (from standard input without FILE)'],
  takesOptions: ['json', 'jsonl', 'explain'],
  prepare({ words, options }) {
    const form = formOf(options);
    const isExplained = options.explain ?? false;
    if (form === 'jsonl') {
      noneBesideStream('extract', words);
      return () => extractLines(isExplained);
    }
    const file = atMostOne('extract', words);
    return async () => {
      const article = await articleAt(file);
      const extraction = extract(article);
      if (form === 'json') printJson(extractionAsJson(article.id, extraction, isExplained));
      else print((isExplained ? explanationAsText : extractionAsText)(article, extraction));
    };
  },
};

async function extractLines(isExplained: boolean): Promise<void> {
  for await (const { id, text } of linesOf(process.stdin)) {
    await printLine(extractionAsJson(id, extract(readText(text, id)), isExplained));
  }
}

async function articleAt(file: string | null): Promise<Article> {
  if (file === null) return readText(await readAll(process.stdin), 'standard input');
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CommandFailure(`${file} cannot be read. Give a .txt or .md file.`, { cause: error });
  });
  const reading = readArticle(bytes, file);
  if (reading.kind === 'refused') throw new CommandFailure(`${file}: ${reading.reason}.`);
  return reading.article;
}
