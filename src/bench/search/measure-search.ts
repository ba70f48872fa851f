import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { z } from 'zod';
import { createDesk } from '../../answer/desk.ts';
import { openArchive } from '../../archive/open-archive.ts';
import { search } from '../../search/search.ts';
import { type BenchEntry, benchEntries } from './bench-entries.ts';
import { type Engine, openWhosaid, PEERS } from './engines.ts';
import { fillArchive } from './fill-archive.ts';
import { KINDS, Question } from './questions.ts';
import type { NearnessResult, SearchResult } from './results.ts';

// One measurement in a process of its own, its result printed as JSON. search-bench.ts starts it with the name of a
// file that says what to do: an address may hold a password, which has no business among a process's arguments.

/** What to measure. */
export const Task = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('fill'),
    archive: z.string(),
    path: z.string().nullable(),
    from: z.number(),
    to: z.number(),
  }),
  z.object({
    kind: z.literal('whosaid'),
    archive: z.string(),
    way: z.enum(['search', 'answer']),
    questions: z.array(Question),
  }),
  z.object({
    kind: z.literal('peer'),
    name: z.string(),
    path: z.string().nullable(),
    size: z.number(),
    seconds: z.number(),
    questions: z.array(Question),
  }),
  z.object({ kind: z.literal('nearness'), archive: z.string(), questions: z.array(Question) }),
]);
export type Task = z.infer<typeof Task>;

/** Questions that are asked before any is timed, so that what is timed has been compiled. */
const WARM_UP = 12;

const file = process.argv[2];
if (file !== undefined)
  process.stdout.write(JSON.stringify(await measured(Task.parse(JSON.parse(readFileSync(file, 'utf8'))))));

async function measured(task: Task): Promise<unknown> {
  switch (task.kind) {
    case 'fill':
      return fill(task);
    case 'whosaid':
      return asked(await openWhosaid(task.archive, task.way), task.questions, Number.POSITIVE_INFINITY);
    case 'peer':
      return asked(await openPeer(task), task.questions, task.seconds);
    case 'nearness':
      return nearness(task.archive, task.questions);
  }
}

async function fill({ archive: address, path, from, to }: Extract<Task, { kind: 'fill' }>) {
  const archive = await openArchive(address);
  const started = performance.now();
  const entries = await fillArchive(archive, benchEntries(path, from, to));
  const seconds = (performance.now() - started) / 1000;
  await archive.close();
  return { entries, seconds };
}

async function openPeer({ name, path, size }: Extract<Task, { kind: 'peer' }>): Promise<Engine> {
  const entries: BenchEntry[] = [];
  for await (const entry of benchEntries(path, 0, size)) entries.push(entry);
  const find = PEERS[name]?.(entries);
  if (!find) throw new Error(`There is no engine ${name}.`);
  return { find: async (text) => find(text), close: async () => {} };
}

/** Asks one question after the other, until all are asked or time is up. */
async function asked(engine: Engine, questions: readonly Question[], seconds: number): Promise<SearchResult> {
  const started = performance.now();
  const isOver = () => performance.now() - started > seconds * 1000;
  const enough = Number.isFinite(seconds) ? 1 : WARM_UP;
  for (const { text } of questions.slice(0, enough)) await engine.find(text);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const took: number[] = [];
  const kinds = new Map(KINDS.map((kind) => [kind, { kind, asked: 0, first: 0, amongFive: 0 }]));
  for (const { kind, text, expected } of questions) {
    if (isOver()) break;
    const asking = performance.now();
    const found = await engine.find(text);
    took.push(performance.now() - asking);
    const place = found.findIndex((one) => expected.includes(one));
    const tally = kinds.get(kind);
    if (!tally) continue;
    tally.asked++;
    if (place === 0) tally.first++;
    if (place >= 0 && place < 5) tally.amongFive++;
  }
  delay.disable();
  await engine.close();
  const sorted = took.sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
  return {
    asked: took.length,
    kinds: [...kinds.values()],
    p50: at(0.5),
    p95: at(0.95),
    peakResident: process.resourceUsage().maxRSS / 1024,
    loopDelay: delay.percentile(99) / 1e6,
  };
}

/** What the desk makes of each question, and how near the best hit is by words and order. */
async function nearness(address: string, questions: readonly Question[]): Promise<NearnessResult> {
  const archive = await openArchive(address, { mode: 'read' });
  const desk = createDesk(archive);
  const result: NearnessResult = [];
  for (const { kind, text, expected } of questions) {
    const { outcome, excerpts } = await desk.find(text);
    const hits = await search(archive, { text });
    const closeness = Math.max(0, ...hits.map((hit) => hit.closeness));
    const isFound = excerpts.some(({ words }) => expected.includes(words.text));
    result.push({ kind, outcome, isFound, closeness });
  }
  await archive.close();
  return result;
}
