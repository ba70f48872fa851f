import { readFile } from 'node:fs/promises';
import { buffer as readAll } from 'node:stream/consumers';
import { cleanLine } from '../answer/printable-text.ts';
import type { Article } from '../article/article.ts';
import { nameOfFault } from '../ingest/file-faults.ts';
import { atMostOne, type Command, CommandFailure, noneBesideStream } from './command.ts';
import { linesOf } from './input-lines.ts';
import { formOf } from './options.ts';
import { print, printJson, printLine, tell } from './output.ts';
import { explanationAsText } from './printed-explanation.ts';
import { extractionAsJson } from './printed-json.ts';
import { extractionAsText } from './printed-text.ts';

export const extractCommand: Command = {
  name: 'extract',
  takesWords: '[FILE]',
  does: ['print the quotations and facts of one file (of standard input without FILE)'],
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
      const articles = await articlesAt(file);
      const { extract } = await import('../extraction/extract.ts');
      if (form === 'json') {
        // Of most formats the text that offsets point into is not the file's own.
        const [first, ...others] = articles.map((article) => {
          const read = extractionAsJson(article.id, extract(article), isExplained);
          return file === null ? read : { ...read, text: article.text };
        });
        printJson(others.length > 0 ? [first, ...others] : first);
        return;
      }
      const asText = isExplained ? explanationAsText : extractionAsText;
      print(articles.map((article) => asText(article, extract(article))).join('\n\n\n'));
    };
  },
};

async function extractLines(isExplained: boolean): Promise<void> {
  const { readText } = await import('../article/read-article.ts');
  const { extract } = await import('../extraction/extract.ts');
  for await (const { id, text } of linesOf(process.stdin)) {
    await printLine(extractionAsJson(id, extract(readText(text, id)), isExplained));
  }
}

/** The articles of a file; what is refused in it is told, and is a failure where nothing else is there. */
async function articlesAt(file: string | null): Promise<readonly Article[]> {
  if (file === null) return articlesIn(await readAll(process.stdin), 'standard input');
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new CommandFailure(`${file} cannot be read (${nameOfFault(error)}). Give the file of an article.`, {
      cause: error,
    });
  });
  return articlesIn(bytes, file);
}

async function articlesIn(bytes: Uint8Array, file: string): Promise<readonly Article[]> {
  const { readDocument, readingsIn } = await import('../article/read-document.ts');
  const readings = readingsIn(await readDocument({ bytes, origin: file }));
  const articles = readings.flatMap((reading) => (reading.kind === 'article' ? [reading.article] : []));
  const reasons = readings.flatMap((reading) => (reading.kind === 'refused' ? [reading.reason] : []));
  if (articles.length === 0) throw new CommandFailure(`${file}: ${reasons[0] ?? 'it holds no article'}.`);
  for (const reason of reasons) tell(cleanLine(`skipped ${file}: ${reason}`));
  return articles;
}
