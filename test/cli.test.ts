import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SEED = 'seeds/000_fb7ac525feaaad7d.txt';

let archive: string;

interface Run {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

function whosaid(words: readonly string[], input = ''): Promise<Run> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...words], {
    cwd: ROOT,
    env: { ...process.env, WHOSAID_ARCHIVE: archive },
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr.on('data', (chunk) => {
    err += chunk;
  });
  child.stdin.end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
}

beforeAll(async () => {
  archive = await mkdtemp(join(tmpdir(), 'whosaid-'));
  const { status, out, err } = await whosaid(['ingest', 'seeds', '--json']);
  expect({ status, ...JSON.parse(out) }).toMatchObject({ status: 0, articles: 1, skipped: 0 });
  expect(err).toContain('1 file found');
});

afterAll(() => rm(archive, { recursive: true }));

describe('the command line', () => {
  it('answers a question as JSON', async () => {
    const { status, out } = await whosaid(['ask', 'what did Li say?', '--json']);
    expect(status).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ outcome: 'answer-with-warning', message: expect.any(String) });
    expect(answer.excerpts[0]).toMatchObject({
      id: expect.stringMatching(/^[0-9A-Z]{3}-[0-9A-Z]{3,}$/),
      kind: 'indirect',
      printed: 'Li said',
      speaker: 'Li',
      status: 'surname-only',
      span: [717, 854],
      match: 'keywords',
      article: { headline: expect.stringContaining('Chinese president'), outlet: null, publishedAt: null, url: null },
    });
  });

  it('answers lines as they come', async () => {
    const lines = ['{"id":"a","text":"need for order"}', '', '{"id":"b","text":"670 million"}'].join('\n');
    const { out } = await whosaid(['find', '--jsonl'], lines);
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'answer'],
      ['b', 'not-in-archive'],
    ]);
    expect(answers.every(({ ms }) => typeof ms === 'number')).toBe(true);
  });

  it('extracts lines as the contract has it', async () => {
    const text = 'River rises\n“The river will rise,” said Mayor Alma Reyes.';
    const { out } = await whosaid(['extract', '--jsonl'], JSON.stringify({ id: 'x', text }));
    const { id, quotes, facts } = JSON.parse(out);
    expect(id).toBe('x');
    expect(Array.isArray(facts)).toBe(true);
    const [[start, end]] = quotes[0].content;
    expect(text.slice(start, end)).toBe('The river will rise');
    expect(quotes[0]).toMatchObject({ kind: 'direct', speaker: 'Alma Reyes', status: 'named' });
  });

  it('prints an article for a person to read', async () => {
    const { out } = await whosaid(['extract', SEED]);
    expect(out).toContain('speaker: Wang Chunhui (named)');
    expect(out).toContain('Facts (');
  });

  it('explains how an article is read, for people and for machines', async () => {
    const { out } = await whosaid(['extract', SEED, '--explain']);
    expect(out).toContain('[source Wang Chunhui]');
    expect(out).toContain('Why no quotation:');
    const input = JSON.stringify({ id: 'x', text: 'River rises\n“It will rise,” said Mayor Alma Reyes.' });
    const [plain, explained] = await Promise.all([
      whosaid(['extract', '--jsonl'], input),
      whosaid(['extract', '--jsonl', '--explain'], input),
    ]);
    const [quote] = JSON.parse(explained.out).quotes;
    expect(quote).toMatchObject({ rule: expect.any(String), reason: 'the source prints the name' });
    const { rule, reason, ...unexplained } = quote;
    expect(JSON.parse(plain.out).quotes).toEqual([unexplained]);
  });

  it('counts one article as one', async () => {
    const one = join(archive, 'one');
    const { out } = await whosaid(['ingest', SEED, '--archive', one]);
    expect(out).toMatch(/^1 article read: \d+ quotations, \d+ facts\. 0 skipped\. [\d.]+ s\.\n$/);
    const { err } = await whosaid(['export', '--format', 'jsonl', '--archive', one]);
    expect(err).toMatch(/^\d+ excerpts of 1 article\.\n$/);
  });

  it('verifies an excerpt by its id, and tells the status', async () => {
    const { excerpts } = JSON.parse((await whosaid(['find', 'need for order', '--json'])).out);
    const verified = await whosaid(['verify', excerpts[0].id]);
    expect(verified).toMatchObject({ status: 0, out: expect.stringContaining('letter for letter') });
    expect((await whosaid(['verify', 'ZZZ-ZZZ'])).status).toBe(1);
    expect((await whosaid(['status'])).out).toMatch(
      /^1 article \(newest: no date given, indexed (?:just now|\d+ minutes? ago)\)/,
    );
  });

  it.each([
    [['frobnicate'], 2, 'There is no command'],
    [['extract', 'no-such-file.txt'], 1, 'no-such-file.txt cannot be read'],
    [['extract', 'seeds'], 1, 'seeds cannot be read (it is a folder)'],
    [['export', '--format', 'csv', '--out', 'no/x.csv'], 1, 'written (there is no such file or folder)'],
    [['ask', 'x', '--archive', 'postgres://user:secret@127.0.0.1:1/db'], 1, 'cannot be reached'],
    [['ingest', 'no-such-folder'], 1, 'there is no such file or folder'],
  ])('ends %j with status %i and one clear sentence', async (words, status, message) => {
    const run = await whosaid(words);
    expect(run).toMatchObject({ status, out: '' });
    expect(run.err).toContain(message);
    expect(run.err.trim().split('\n')).toHaveLength(1);
    expect(run.err).not.toContain('secret');
  });

  it.runIf(existsSync('/dev/full'))('says in one sentence that what it prints cannot be written', async () => {
    const words = [process.execPath, '--import', 'tsx', 'src/cli.ts', 'extract', SEED];
    const child = spawn('sh', ['-c', 'exec "$@" > /dev/full', 'sh', ...words], { cwd: ROOT });
    let err = '';
    child.stderr.on('data', (chunk) => {
      err += chunk;
    });
    const [status] = await once(child, 'close');
    expect({ status, err }).toEqual({ status: 1, err: 'Standard output cannot be written (the disk is full).\n' });
  });

  it('goes on where nobody reads its messages any more', async () => {
    const words = ['ingest', SEED, '--json', '--archive', join(archive, 'unheard')];
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/cli.ts', ...words], { cwd: ROOT });
    child.stderr.destroy();
    let out = '';
    child.stdout.on('data', (chunk) => {
      out += chunk;
    });
    const [status] = await once(child, 'close');
    expect({ status, ...JSON.parse(out) }).toMatchObject({ status: 0, articles: 1 });
  });

  it('says which line of its input is wrong', async () => {
    const { status, err } = await whosaid(['ask', '--jsonl'], '{"id":"a","text":"x"}\nnonsense');
    expect(status).toBe(1);
    expect(err).toContain('Line 2 of standard input');
  });
});
