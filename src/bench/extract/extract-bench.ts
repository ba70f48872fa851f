import { join } from 'node:path';
import type { z } from 'zod';
import { markdownTable } from '../../evaluation/markdown-table.ts';
import type { Bench } from '../bench-list.ts';
import { openCorpus } from '../corpus.ts';
import { type Outcome, runApart } from '../run-apart.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import {
  type ColdResult,
  coldResult,
  hostileResult,
  type LengthResult,
  lengthResult,
  type MemoryResult,
  memoryResult,
  type Speed,
  type SpeedResult,
  speedResult,
} from './results.ts';

const MEASURE = join(import.meta.dirname, 'measure.ts');

/** How many articles are read for speed, once memory is not the question. */
const SPEED_ARTICLES = 300;
/** After how long a hostile text is given up, in seconds. */
const HOSTILE_LIMIT = 120;
/** After how long any other measurement is given up, in seconds. */
const LIMIT = 3600;

/**
 * How fast articles are read, how much memory that takes, and what their length and hostile texts do to it. Each
 * measurement has a process of its own.
 */
export const extractBench: Bench = async ({ path, articles }, tell) => {
  const corpus = openCorpus(path);
  const source = path === null ? [] : [path];
  const speedArticles = String(Math.min(SPEED_ARTICLES, articles));
  const measure = <T>(what: string, args: readonly string[], schema: z.ZodType<T>, seconds = LIMIT) => {
    tell(what);
    return runApart(MEASURE, args, seconds, (printed) => schema.parse(printed));
  };
  const cold = await measure('a new process', ['cold', '100', ...source], coldResult);
  const speed = await measure(
    `${speedArticles} articles, beside compromise`,
    ['speed', speedArticles, ...source],
    speedResult,
  );
  const ours = await measure('the same text 1, 10 and 100 times over', ['length', 'whosaid', ...source], lengthResult);
  const theirs = await measure('the same by compromise', ['length', 'compromise', ...source], lengthResult);
  const memory = await measure(
    `memory over ${articles} articles`,
    ['memory', String(articles), ...source],
    memoryResult,
  );
  const hostile: (readonly string[])[] = [];
  for (const [index, { name }] of HOSTILE_TEXTS.entries()) {
    const outcome = await measure(`hostile: ${name}`, ['hostile', String(index)], hostileResult, HOSTILE_LIMIT);
    hostile.push([name, ...hostileCells(outcome)]);
  }
  return [
    `### Reading ${corpus.name}`,
    shown(cold, coldSentence),
    shown(speed, speedTable),
    '### Memory',
    shown(memory, memoryTable),
    '### Length: one article so many times over, as one text, in processor time',
    shown(ours, (a) => shown(theirs, (b) => lengthTable(a, b))),
    '### Hostile texts, beside plain text of the same size, in processor time',
    markdownTable(['text', 'code units', 'seconds', 'of plain text', 'ratio', 'times its half'], hostile),
  ].join('\n\n');
};

function shown<T>(outcome: Outcome<T>, show: (result: T) => string): string {
  if (outcome.kind === 'measured') return show(outcome.result);
  return outcome.kind === 'too slow' ? `Not done after ${outcome.seconds} seconds.` : `Failed: ${outcome.message}`;
}

function coldSentence({ loaded, firstArticle, firstHundred }: ColdResult): string {
  const rate = ((100 * 1000) / firstHundred).toFixed(0);
  return (
    `A new process has loaded after ${seconds(loaded)} s and read its first article after ${seconds(firstArticle)} s. ` +
    `It reads its first 100 articles at ${rate} articles a second.`
  );
}

function speedTable({ whosaid, compromise }: SpeedResult): string {
  const row = (name: string, speed: Speed) => [
    name,
    String(speed.articles),
    (speed.articles / speed.seconds).toFixed(0),
    (speed.articles / speed.processorSeconds).toFixed(0),
    Math.round(speed.words / speed.seconds).toLocaleString('en'),
    speed.median.toFixed(1),
    speed.slowestOfHundred.toFixed(1),
    speed.slowest.toFixed(1),
    String(speed.quotations),
  ];
  const head = [
    'warm',
    'articles',
    'articles/s',
    'a processor second',
    'words/s',
    'ms, median',
    'ms, 99 %',
    'ms, slowest',
    'quotations',
  ];
  return markdownTable(head, [row('whosaid', whosaid), row('compromise', compromise)]);
}

function memoryTable(stops: MemoryResult): string {
  const rows = stops.map(({ articles, resident, heap, peakResident }) => {
    return [articles.toLocaleString('en'), resident.toFixed(0), peakResident.toFixed(0), heap.toFixed(0)];
  });
  return markdownTable(['after articles', 'resident, MiB', 'peak resident, MiB', 'heap in use, MiB'], rows);
}

function lengthTable(ours: LengthResult, theirs: LengthResult): string {
  const ratio = (result: LengthResult, at: number) => {
    const [first, one] = [result[0]?.milliseconds, result[at]?.milliseconds];
    return first && one ? (one / first).toFixed(1) : '–';
  };
  const rows = ours.map(({ times, words, milliseconds }, at) => [
    `${times} ×`,
    words.toLocaleString('en'),
    milliseconds.toFixed(1),
    ratio(ours, at),
    theirs[at]?.milliseconds.toFixed(1) ?? '–',
    ratio(theirs, at),
  ]);
  return markdownTable(['text', 'words', 'whosaid, ms', 'times the first', 'compromise, ms', 'times the first'], rows);
}

function hostileCells(outcome: Outcome<z.infer<typeof hostileResult>>): readonly string[] {
  if (outcome.kind === 'too slow') return ['–', `more than ${outcome.seconds}`, '–', '–', '–'];
  if (outcome.kind === 'failed') return ['–', `failed: ${lastLine(outcome.message)}`, '–', '–', '–'];
  const { codeUnits, milliseconds, half, plain } = outcome.result;
  return [
    codeUnits.toLocaleString('en'),
    seconds(milliseconds),
    seconds(plain),
    (milliseconds / plain).toFixed(2),
    (milliseconds / half).toFixed(1),
  ];
}

function lastLine(message: string): string {
  return message.split('\n').find((line) => /^\w*Error:/.test(line)) ?? message.split('\n').at(-1) ?? message;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(2);
}
