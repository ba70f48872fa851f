import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { benchUsage, readBenchArguments } from '../../src/bench/bench-arguments.ts';

const NAMES = ['extract', 'search'];

describe('readBenchArguments', () => {
  it.each([
    [['extract'], { name: 'extract', path: null, articles: 10_000, write: true }],
    [['search', 'a.jsonl', '--articles', '20'], { name: 'search', path: 'a.jsonl', articles: 20, write: true }],
    [
      ['extract', 'a.jsonl', '--truth', 'b.jsonl'],
      { name: 'extract', path: 'a.jsonl', truth: 'b.jsonl', articles: 10_000, write: true },
    ],
    [
      [
        'search',
        'e.jsonl',
        '--entries',
        '1000',
        '--entries',
        '50',
        '--queries',
        'q.jsonl',
        '--postgres',
        'postgres://x',
      ],
      {
        name: 'search',
        path: 'e.jsonl',
        articles: 10_000,
        entries: [1000, 50],
        queries: 'q.jsonl',
        postgres: 'postgres://x',
        write: true,
      },
    ],
    [['extract', '--no-write'], { name: 'extract', path: null, articles: 10_000, write: false }],
  ])('reads %j', (args, asked) => {
    expect(readBenchArguments(args, NAMES)).toEqual({
      kind: 'asked',
      truth: null,
      entries: [1_000, 29_000, 100_000, 1_000_000],
      queries: null,
      postgres: null,
      ...asked,
    });
  });

  it.each([
    [[], 'Say what to measure.'],
    [['loud'], 'There is no bench “loud”, only extract, search.'],
    [['extract', 'a', 'b'], 'One PATH at most can be read.'],
    [['extract', '--articles', 'many'], '--articles takes a whole number of at least 10, not many.'],
    [['extract', '--articles', '9'], '--articles takes a whole number of at least 10, not 9.'],
    [['extract', '--truth', 'a.jsonl'], '--truth goes with a PATH.'],
    [['search', '--entries', 'all'], '--entries takes a whole number of at least 10, not all.'],
    [['search', '--queries', 'q.jsonl'], '--queries goes with a PATH.'],
    [['extract', '--loud'], "Unknown option '--loud'"],
  ])('says what is wrong with %j', (args, reason) => {
    expect(readBenchArguments(args, NAMES)).toMatchObject({ kind: 'faulty', reason: expect.stringContaining(reason) });
  });

  it('is described in full by the usage', () => {
    for (const word of ['extract|search', 'PATH', '--articles', '--truth', '--no-write'])
      expect(benchUsage(NAMES)).toContain(word);
  });
});

describe('npm run bench', () => {
  it.each([
    [[], 'Say what to measure.'],
    [['extract', 'nowhere.jsonl'], 'nowhere.jsonl cannot be read.'],
  ])('ends with 2 and says why for %j', (args, message) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', 'src/bench/bench.ts', ...args], { encoding: 'utf8' });
    expect(run.stderr).toContain(message);
    expect(run.stdout).toBe('');
    expect(run.status).toBe(2);
  });
});
