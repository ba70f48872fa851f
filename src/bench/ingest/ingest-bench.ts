import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { z } from 'zod';
import { markdownTable } from '../../evaluation/markdown-table.ts';
import { readingThreads } from '../../ingest/reading-threads.ts';
import type { Bench } from '../bench-list.ts';
import { madeUpArticles } from '../made-up-articles.ts';
import { type Outcome, runApart } from '../run-apart.ts';
import { type IngestResult, ingestResult, type RecoveredResult, recoveredResult } from './results.ts';

const MEASURE = join(import.meta.dirname, 'measure-ingest.ts');
/** After how long a measurement is given up, in seconds. */
const LIMIT = 4 * 3600;
/** One thread and all threads are compared on so many articles at the most. */
const COMPARED = 2000;

/** A corpus in a file, and in another what is said in it, where that is known. */
interface Prepared {
  readonly name: string;
  readonly corpus: string;
  readonly truth: string | null;
}

/**
 * How fast articles come into an archive, from the file to the disk: with one reading thread beside all of them, with
 * what memory and disk that takes; and how much of what is said in the articles is in the archive afterwards.
 */
export const ingestBench: Bench = async ({ path, articles, truth }, tell) => {
  const folder = await mkdtemp(join(tmpdir(), 'whosaid-bench-'));
  try {
    const measure = <T>(what: string, args: readonly string[], schema: z.ZodType<T>) => {
      tell(what);
      return runApart(MEASURE, args, LIMIT, (printed) => schema.parse(printed));
    };
    const few = await prepare(folder, 'few', { path, truth, articles: Math.min(COMPARED, articles) });
    const all = articles > COMPARED ? await prepare(folder, 'all', { path, truth, articles }) : few;
    const cores = readingThreads();
    const runs: Outcome<IngestResult>[] = [];
    const run = async (prepared: Prepared, threads: number, archive: string) => {
      const what = `${prepared === few ? Math.min(COMPARED, articles) : articles} articles with ${threads} reading ${threads === 1 ? 'thread' : 'threads'}`;
      const args = ['ingest', prepared.corpus, archive, String(threads)];
      runs.push(await measure(what, args, ingestResult));
    };
    await run(few, 1, join(folder, 'archive-one'));
    let archive = join(folder, 'archive-few');
    await run(few, cores, archive);
    if (all !== few) {
      archive = join(folder, 'archive-all');
      await run(all, cores, archive);
    }
    const found =
      all.truth === null
        ? null
        : await measure(
            'what is said in them, in the archive',
            ['recovered', all.corpus, archive, all.truth],
            recoveredResult,
          );
    return [
      `### Ingesting ${all.name}`,
      ingestTable(runs),
      '### Memory of the last one, in MiB',
      memoryTable(runs),
      ...(found ? ['### What is said in the articles, in the archive', shown(found, recoveredTable)] : []),
    ].join('\n\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

/** Writes the first articles of a file, or made-up ones with what is said in them, to files of their own. */
async function prepare(
  folder: string,
  name: string,
  { path, truth, articles }: { readonly path: string | null; readonly truth: string | null; readonly articles: number },
): Promise<Prepared> {
  const corpus = join(folder, `${name}.jsonl`);
  if (path !== null) {
    await write(corpus, firstLines(path, articles));
    return { name: 'the articles of a file', corpus, truth };
  }
  const made = join(folder, `${name}-truth.jsonl`);
  await write(corpus, madeUpLines(articles));
  await write(made, madeUpTruth(articles));
  return { name: 'made-up articles', corpus, truth: made };
}

function write(path: string, lines: AsyncIterable<string> | Iterable<string>): Promise<void> {
  return pipeline(Readable.from(lines), createWriteStream(path));
}

async function* firstLines(path: string, count: number): AsyncGenerator<string> {
  let left = count;
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (left-- <= 0) return;
    yield `${line}\n`;
  }
}

function* madeUpLines(count: number): Generator<string> {
  for (const { id, text } of madeUpArticles(count)) {
    yield `${JSON.stringify({ id, headline: text.slice(0, text.indexOf('\n')), text })}\n`;
  }
}

function* madeUpTruth(count: number): Generator<string> {
  for (const { id, quotes } of madeUpArticles(count)) {
    for (const quote of quotes) yield `${JSON.stringify({ articleId: id, ...quote })}\n`;
  }
}

function shown<T>(outcome: Outcome<T>, show: (result: T) => string): string {
  if (outcome.kind === 'measured') return show(outcome.result);
  return outcome.kind === 'too slow' ? `Not done after ${outcome.seconds} seconds.` : `Failed: ${outcome.message}`;
}

function ingestTable(runs: readonly Outcome<IngestResult>[]): string {
  const head = [
    'reading threads',
    'articles',
    'entries',
    'seconds',
    'articles/s',
    'a processor second',
    'entries/s',
    'peak resident, MiB',
    'archive, MiB',
    'check',
  ];
  const rows = runs.map((run) => {
    if (run.kind !== 'measured') return [shown(run, () => '')];
    const { threads, articles, quotations, facts, seconds, processorSeconds, peakResident, archiveBytes } = run.result;
    const { checkSeconds } = run.result;
    const entries = quotations + facts;
    return [
      String(threads),
      whole(articles),
      whole(entries),
      seconds.toFixed(1),
      whole(articles / seconds),
      whole(articles / processorSeconds),
      whole(entries / seconds),
      whole(peakResident),
      whole(archiveBytes / 1024 / 1024),
      checkSeconds === null ? 'damaged' : `clean, ${checkSeconds.toFixed(1)} s`,
    ];
  });
  return markdownTable(head, rows);
}

function memoryTable(runs: readonly Outcome<IngestResult>[]): string {
  const last = runs.at(-1);
  if (last?.kind !== 'measured') return '–';
  const { residentAfter, inputBytes } = last.result;
  const head = ['of the input', '20 %', '40 %', '60 %', '80 %', '100 %'];
  return markdownTable(head, [[`${(inputBytes / 1024 / 1024).toFixed(1)} MiB`, ...residentAfter.map(whole)]]);
}

function recoveredTable(result: RecoveredResult): string {
  const { quotes, recovered, named, rightSpeaker, openSpeaker, wrongSpeaker, misses } = result;
  const share = (part: number, of: number) => `${((100 * part) / Math.max(1, of)).toFixed(2)} %`;
  const table = markdownTable(
    ['quotes', 'in the archive', 'right speaker', 'speaker left open', 'another speaker'],
    [
      [
        whole(quotes),
        share(recovered, quotes),
        share(rightSpeaker, named),
        share(openSpeaker, named),
        share(wrongSpeaker, named),
      ],
    ],
  );
  const missed = misses.map((quote) => `- ${quote}`).join('\n');
  return missed === '' ? table : `${table}\n\nNot in the archive, the first of them:\n\n${missed}`;
}

function whole(number: number): string {
  return Math.round(number).toLocaleString('en');
}
