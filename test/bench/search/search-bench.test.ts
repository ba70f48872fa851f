import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openArchive } from '../../../src/archive/open-archive.ts';
import { type BenchEntry, benchEntries } from '../../../src/bench/search/bench-entries.ts';
import { openWhosaid, PEERS } from '../../../src/bench/search/engines.ts';
import { fillArchive } from '../../../src/bench/search/fill-archive.ts';
import { KINDS, makeQuestions, type Question, readQuestions } from '../../../src/bench/search/questions.ts';
import { curveTable, kindsTable, outcomesTable, resultsTable } from '../../../src/bench/search/tables.ts';

const FILE = [
  { id: 3, kind: 'quote', text: 'The river will rise', speaker: 'Alma Reyes', date: '2016-05-04' },
  { id: 4, kind: 'fact', text: 'It rose in 1953', synthetic: true },
];

let folder = '';
const file = async (name: string, lines: readonly unknown[]) => {
  const path = join(folder, name);
  await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return path;
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function taken(path: string | null, from: number, to: number): Promise<readonly BenchEntry[]> {
  const entries: BenchEntry[] = [];
  for await (const entry of benchEntries(path, from, to)) entries.push(entry);
  return entries;
}

describe('benchEntries', () => {
  it('makes each up by its number alone, so that a longer archive starts as a shorter one does', async () => {
    expect(await taken(null, 20, 30)).toEqual((await taken(null, 0, 40)).slice(20, 30));
  });

  it('makes most of them different, with words that recur', async () => {
    const entries = await taken(null, 0, 500);
    expect(new Set(entries.map(({ text }) => text)).size).toBe(500);
    const words = entries.flatMap(({ text }) => text.toLowerCase().split(' '));
    expect(new Set(words).size).toBeLessThan(words.length / 2);
  });

  it('reads those of a file', async () => {
    const [first, second] = await taken(await file('entries.jsonl', FILE), 0, 9);
    expect(first).toEqual({ ...FILE[0], isAskedFor: true });
    expect(second).toMatchObject({ speaker: '', date: '2016-01-01', isAskedFor: false });
  });

  it('says which line of a file is none', async () => {
    const path = await file('faulty.jsonl', [FILE[0], { id: 'x' }]);
    await expect(taken(path, 0, 9)).rejects.toThrow('line 2: this is no entry');
    await expect(taken(join(folder, 'nowhere'), 0, 9)).rejects.toThrow('nowhere cannot be read');
  });
});

describe('makeQuestions', () => {
  it('asks of each kind in turn for what is there, the same for the same seed', async () => {
    const entries = await taken(null, 0, 2000);
    const questions = makeQuestions(entries, 5, 1);
    expect(questions.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => KINDS).flat());
    expect(questions).toEqual(makeQuestions(entries, 5, 1));
    expect(questions).not.toEqual(makeQuestions(entries, 5, 2));
    const texts = entries.map(({ text }) => text);
    for (const { kind, text, expected } of questions) {
      expect(texts).toEqual(expect.arrayContaining([...expected]));
      if (kind === 'fragment') expect(expected[0]).toContain(text);
      if (kind === 'paste') expect(expected[0]).not.toContain(text);
    }
  });

  it('reads those of a file', async () => {
    const entries = await taken(await file('entries.jsonl', FILE), 0, 9);
    const path = await file('questions.jsonl', [{ id: 'c1', class: 'c', text: 'river rises', expect: [3, 99] }]);
    expect(readQuestions(path, entries)).toEqual([
      { kind: 'misquote', text: 'river rises', expected: ['The river will rise'] },
    ]);
  });
});

describe('the engines of the search bench', () => {
  it('find what is asked for', async () => {
    const entries = await taken(null, 0, 300);
    const archive = await openArchive(join(folder, 'archive'));
    expect(await fillArchive(archive, entries)).toBe(300);
    expect(await archive.entryCount()).toBe(300);
    await archive.close();
    const whole = entries.find(({ text }) => text.split(' ').length > 12)?.text ?? '';
    for (const way of ['search', 'answer'] as const) {
      const engine = await openWhosaid(join(folder, 'archive'), way);
      expect(await engine.find(whole)).toContain(whole);
      await engine.close();
    }
    for (const open of Object.values(PEERS)) expect(open(entries)(whole)).toContain(whole);
  });
});

describe('the tables of the search bench', () => {
  const question = (kind: Question['kind'], outcome: string, closeness: number) => {
    return { kind, outcome, closeness, isFound: outcome !== 'not-in-archive' };
  };
  const known = [question('fragment', 'answer', 1), question('misquote', 'near-miss', 0.72)];
  const absent = [question('fragment', 'answer', 0.76), question('paste', 'not-in-archive', 0.2)];

  it('count what comes of questions', () => {
    const all = outcomesTable(known, absent).split('\n').at(-1);
    expect(all?.match(/[\d.]+/g)).toEqual(['2', '100.0', '50.0', '50.0', '0.0', '2', '50.0', '0.0', '50.0']);
    const curve = curveTable(known, absent).split('\n');
    expect(curve.find((line) => line.includes('0.70'))?.match(/[\d.]+/g)).toEqual(['0.70', '100.0', '50.0']);
    expect(curve.find((line) => line.includes('0.75'))?.match(/[\d.]+/g)).toEqual(['0.75', '50.0', '50.0']);
  });

  it('say how many were found, and leave open what was not measured', () => {
    const kinds = KINDS.map((kind) => ({ kind, asked: 2, first: 1, amongFive: 2 }));
    const result = { asked: 12, kinds, p50: 1.23, p95: 4, peakResident: 99.6, loopDelay: 1.16 };
    const rows = [
      { size: 1000, engine: 'one', outcome: { kind: 'measured', result } as const },
      { size: 1000, engine: 'other', outcome: { kind: 'too slow', seconds: 1 } as const },
    ];
    const [, , one, other] = resultsTable(rows).split('\n');
    expect(one?.match(/[\d.,]+/g)).toEqual(['1,000', '12', '0.500', '1.000', '1.2', '4.0', '100', '1.2']);
    expect(other?.match(/[\d.,]+/g)).toEqual(['1,000']);
    expect(kindsTable(rows)).toContain('50.0 100.0');
  });
});
