import 'dotenv/config';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { text as readAll } from 'node:stream/consumers';
import { z } from 'zod';
import { ageSentence } from './answer/age.ts';
import type { Answer, Desk } from './answer/answer.ts';
import { createDesk } from './answer/desk.ts';
import { ArchiveError } from './archive/archive.ts';
import { type OpenMode, openArchive } from './archive/open-archive.ts';
import type { Article } from './article/article.ts';
import { readArticle, readText } from './article/read-article.ts';
import { type Command, readCommand, USAGE, UsageError } from './command-line.ts';
import { extract } from './extraction/extract.ts';
import { IngestError, type IngestEvent, ingest } from './ingest.ts';
import { explanationAsText } from './printed-explanation.ts';
import { answerAsJson, excerptAsJson, extractionAsJson } from './printed-json.ts';
import { answerAsText, excerptAsText, extractionAsText } from './printed-text.ts';
import { SettingsError, settingsOfProcess } from './settings.ts';

/** A command that could not be carried out; the message is for a person. */
class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
}

/** Carries out one command. Results go to standard output, everything else to standard error. */
async function run(command: Command): Promise<void> {
  switch (command.kind) {
    case 'help':
      return print(USAGE.trimEnd());
    case 'extract':
      return runExtract(command);
    case 'ingest':
      return runIngest(command);
    case 'ask':
    case 'find':
      return withDesk(command.archive, (desk) => runQuestion(command, desk));
    case 'verify':
      return withDesk(command.archive, async (desk) => {
        const verification = await desk.verify(command.id);
        const excerpt = 'excerpt' in verification ? verification.excerpt : null;
        if (command.isJson) {
          printJson({
            result: verification.kind,
            message: verification.message,
            excerpt: excerpt && excerptAsJson(excerpt),
          });
        } else
          print([verification.message, ...(excerpt ? [excerptAsText(excerpt, await desk.age())] : [])].join('\n\n'));
        if (!excerpt) process.exitCode = 1;
      });
    case 'status':
      return withDesk(command.archive, async (desk) => {
        const age = await desk.age();
        if (command.isJson) printJson(age);
        else print(`${ageSentence(age)}: ${age.quotations} quotations, ${age.facts} facts.`);
      });
  }
}

async function runExtract(command: Extract<Command, { kind: 'extract' }>): Promise<void> {
  if (command.form === 'jsonl') {
    for await (const { id, text } of linesOf(process.stdin)) {
      await printLine(extractionAsJson(id, extract(readText(text, id)), command.isExplained));
    }
    return;
  }
  const article = await articleAt(command.file);
  const extraction = extract(article);
  if (command.form === 'json') printJson(extractionAsJson(article.id, extraction, command.isExplained));
  else if (command.isExplained) print(explanationAsText(article, extraction));
  else print(extractionAsText(article, extraction));
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

async function runIngest(command: Extract<Command, { kind: 'ingest' }>): Promise<void> {
  const archive = await openAt(command.archive, 'own');
  try {
    const summary = await ingest(archive, command.paths, (event) => tellProgress(event));
    if (command.isJson) printJson(summary);
    else {
      print(
        `${summary.articles} articles read: ${summary.quotations} quotations, ${summary.facts} facts. ${summary.skipped} files skipped. ${summary.seconds} s.`,
      );
    }
  } finally {
    await archive.close();
  }
}

function tellProgress(event: IngestEvent): void {
  if (event.kind === 'skipped') tell(`skipped ${event.path}: ${event.reason}`);
  if (event.kind === 'found') tell(`${event.files} files found`);
  if (event.kind === 'done' && (event.files % 100 === 0 || event.files === event.of))
    tell(`${event.files} of ${event.of} files`);
}

async function runQuestion(command: Extract<Command, { kind: 'ask' | 'find' }>, desk: Desk): Promise<void> {
  const reply = (text: string): Promise<Answer> => (command.kind === 'ask' ? desk.ask(text) : desk.find(text));
  if (command.form !== 'jsonl') {
    const answer = await reply(command.text ?? '');
    if (command.form === 'json') printJson(answerAsJson(answer));
    else print(answerAsText(answer));
    return;
  }
  for await (const { id, text } of linesOf(process.stdin)) {
    const started = performance.now();
    const answer = await reply(text);
    const ms = Math.round((performance.now() - started) * 100) / 100;
    await printLine({ id, ms, ...answerAsJson(answer) });
  }
}

async function withDesk(address: string | null, use: (desk: Desk) => Promise<void>): Promise<void> {
  const archive = await openAt(address, 'read');
  try {
    await use(createDesk(archive));
  } finally {
    await archive.close();
  }
}

function openAt(address: string | null, mode: OpenMode) {
  return openArchive(address ?? settingsOfProcess().archive, { mode });
}

const line = z.object({ id: z.union([z.string(), z.number().transform(String)]), text: z.string() });

/** The lines of a stream, one JSON object each, as they come. */
async function* linesOf(stream: NodeJS.ReadableStream): AsyncGenerator<z.infer<typeof line>> {
  let number = 0;
  for await (const typed of createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (typed.trim() === '') continue;
    yield parseLine(typed, number);
  }
}

function parseLine(typed: string, number: number): z.infer<typeof line> {
  try {
    return line.parse(JSON.parse(typed));
  } catch (error) {
    throw new CommandFailure(`Line ${number} of standard input is not a JSON object with "id" and "text".`, {
      cause: error,
    });
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Progress and messages. */
function tell(message: string): void {
  process.stderr.write(`${message}\n`);
}

function printJson(value: unknown): void {
  print(JSON.stringify(value, null, 2));
}

/** One line; waits while the reader is slower than we are. */
async function printLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise<void>((resolve) => process.stdout.once('drain', resolve));
}

/** Where an error is one that a person can mend, its message alone says how. */
function isForPeople(error: unknown): error is Error {
  return [ArchiveError, IngestError, CommandFailure, SettingsError].some((kind) => error instanceof kind);
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // The reader went away (`whosaid … | head`): there is nobody left to print for.
  process.exit(error.code === 'EPIPE' ? 0 : 1);
});

try {
  await run(readCommand(process.argv.slice(2)));
} catch (error) {
  if (error instanceof UsageError) {
    tell(error.message);
    process.exitCode = 2;
  } else {
    tell(isForPeople(error) ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
    process.exitCode = 1;
  }
}
