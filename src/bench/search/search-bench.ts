import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import type { Bench } from '../bench-list.ts';
import { type Outcome, runApart } from '../run-apart.ts';
import { type BenchEntry, benchEntries } from './bench-entries.ts';
import type { Task } from './measure-search.ts';
import { makeQuestions, type Question, readQuestions } from './questions.ts';
import { fillResult, nearnessResult, searchResult } from './results.ts';
import { curveTable, kindsTable, outcomesTable, type Row, resultsTable } from './tables.ts';

const MEASURE = join(import.meta.dirname, 'measure-search.ts');
/** After how long a measurement is given up, in seconds. */
const LIMIT = 4 * 3600;
/** How long a peer is asked questions, in seconds. */
const PEER_TIME = 60;
/** Up to how many entries each peer is tried: beyond, one question takes a minute, or the index more than a gigabyte. */
const PEERS = [
  { name: 'Fuse.js', most: 100_000 },
  { name: 'MiniSearch', most: 100_000 },
  { name: 'uFuzzy', most: 1_000_000 },
] as const;
/** Questions of each kind, and from among how many entries they are made. */
const EACH = 100;
const ASKED_FOR = 29_000;
const SEED = 1;
/** Which share of the entries is in the archive where questions are asked that it has no answer to. */
const KNOWN = 0.9;
/** Entries between the known and the absent ones, so that no article is half in the archive. */
const GAP = 60;

/**
 * How well, how fast and with which memory entries are found among ever more of them, beside libraries that search a
 * list in memory; and what becomes of questions whose answer is not there.
 */
export const searchBench: Bench = async ({ path, entries, queries, postgres }, tell) => {
  const folder = await mkdtemp(join(tmpdir(), 'whosaid-bench-'));
  const measure = async <T>(what: string, task: Task, schema: z.ZodType<T>): Promise<Outcome<T>> => {
    tell(what);
    const file = join(folder, 'task.json');
    await writeFile(file, JSON.stringify(task), { mode: 0o600 });
    return runApart(MEASURE, [file], LIMIT, (printed) => schema.parse(printed));
  };
  const stores = [
    { name: 'embedded', archive: join(folder, 'archive') },
    ...(postgres === null ? [] : [{ name: 'PostgreSQL', archive: postgres }]),
  ];
  try {
    const rows: Row[] = [];
    let from = 0;
    for (const size of [...entries].sort((a, b) => a - b)) {
      const known = await entriesBetween(path, 0, Math.min(size, queries === null ? ASKED_FOR : size));
      const questions =
        queries === null ? makeQuestions(known.filter(isAskedFor), EACH, SEED) : questionsOn(known, queries);
      const shown = size.toLocaleString('en');
      for (const { name, archive } of stores) {
        const task: Task = { kind: 'fill', archive, path, from, to: size };
        const filled = await measure(`filling up to ${shown} entries, ${name}`, task, fillResult);
        if (filled.kind !== 'measured') throw new Error(`${name} could not be filled: ${reasonOf(filled)}`);
        for (const way of ['search', 'answer'] as const) {
          const outcome = await measure(
            `${shown} entries, ${name}, ${way}`,
            { kind: 'whosaid', archive, way, questions: [...questions] },
            searchResult,
          );
          rows.push({ size, engine: `whosaid ${name}, ${way}`, outcome });
        }
      }
      for (const { name, most } of PEERS) {
        if (size > most) continue;
        const task: Task = { kind: 'peer', name, path, size, seconds: PEER_TIME, questions: [...questions] };
        rows.push({ size, engine: name, outcome: await measure(`${shown} entries, ${name}`, task, searchResult) });
      }
      from = size;
    }
    const nearness = await nearnessOf(path, join(folder, 'known'), measure);
    return [
      `### Finding ${path === null ? 'made-up entries' : 'the entries of a file'}`,
      resultsTable(rows),
      '### By kind of question: right at the first place, and among the first five, in per cent',
      kindsTable(rows),
      '### What becomes of questions, in per cent',
      shownOr(nearness, ({ known, absent }) => outcomesTable(known, absent)),
      '### From how near on something is taken for what was meant, in per cent',
      shownOr(nearness, ({ known, absent }) => curveTable(known, absent)),
    ].join('\n\n');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

type Measure = <T>(what: string, task: Task, schema: z.ZodType<T>) => Promise<Outcome<T>>;

/** Asks an archive of most entries of a corpus for those and for the others. */
async function nearnessOf(path: string | null, archive: string, measure: Measure) {
  const all = (await entriesBetween(path, 0, ASKED_FOR)).filter(isAskedFor);
  const end = Math.floor(all.length * KNOWN);
  const fill: Task = { kind: 'fill', archive, path, from: 0, to: end };
  const filled = await measure(`filling with ${end.toLocaleString('en')} entries`, fill, fillResult);
  if (filled.kind !== 'measured') return filled;
  const ask = (what: string, entries: readonly BenchEntry[]) => {
    const questions = [...makeQuestions(entries, EACH, SEED + 1)];
    return measure(what, { kind: 'nearness', archive, questions }, nearnessResult);
  };
  const known = await ask('questions on what is there', all.slice(0, end));
  const absent = await ask('questions on what is not there', all.slice(end + GAP));
  if (known.kind !== 'measured') return known;
  if (absent.kind !== 'measured') return absent;
  return { kind: 'measured', result: { known: known.result, absent: absent.result } } as const;
}

async function entriesBetween(path: string | null, from: number, to: number): Promise<readonly BenchEntry[]> {
  const entries: BenchEntry[] = [];
  for await (const entry of benchEntries(path, from, to)) entries.push(entry);
  return entries;
}

const isAskedFor = (entry: BenchEntry) => entry.isAskedFor;

function questionsOn(entries: readonly BenchEntry[], path: string): readonly Question[] {
  return readQuestions(path, entries).filter(({ expected }) => expected.length > 0);
}

function shownOr<T>(outcome: Outcome<T>, show: (result: T) => string): string {
  return outcome.kind === 'measured' ? show(outcome.result) : reasonOf(outcome);
}

function reasonOf(outcome: Exclude<Outcome<unknown>, { kind: 'measured' }>): string {
  return outcome.kind === 'too slow' ? `not done after ${outcome.seconds} seconds` : outcome.message;
}
