import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCommand } from '../../src/commands/read-command.ts';

/** Clears the line, colours it, rings, turns it round, goes back in it. */
const BITES = '\u001b[2K\u001b[31m\u009b1m\u0007\u202e\b';
const ARTICLE = {
  id: `river${BITES}`,
  url: 'https://gazette.example/river',
  headline: `River ${BITES}\rrises`,
  outlet: `Gazette${BITES}`,
  byline: `Ann${BITES}`,
  text: `River rises\n\n“The bank will hold tonight ${BITES}again,” said Mayor Alma Reyes ${BITES}. She was ${BITES}calm.\rIt rained.\n`,
};

let folder: string;

/** Runs a command in this process; gives everything that it printed. */
async function whosaid(...words: readonly string[]): Promise<string> {
  let printed = '';
  const writes = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation((chunk) => {
      printed += String(chunk);
      return true;
    }),
  );
  try {
    await readCommand(words).run();
  } finally {
    for (const write of writes) write.mockRestore();
    process.exitCode = 0;
  }
  return printed;
}

describe('what strangers wrote', { timeout: 60_000 }, () => {
  let at: readonly string[];
  let articles: string;
  let id: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whosaid-hostile-'));
    at = ['--archive', join(folder, 'archive')];
    articles = join(folder, 'articles.jsonl');
    await writeFile(articles, JSON.stringify(ARTICLE));
    await whosaid('ingest', articles, ...at);
    id = JSON.parse(await whosaid('find', 'bank will hold', '--json', ...at)).excerpts[0].id;
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ['find', () => ['find', 'bank will hold']],
    ['ask', () => ['ask', 'what did Alma Reyes say?']],
    ['people', () => ['people', 'Reyes']],
    ['verify', () => ['verify', id]],
    ['correct', () => ['correct', id, '--note', `Was ${BITES} wrong.`]],
    ['log', () => ['log']],
    ['extract', () => ['extract', articles]],
    ['extract --explain', () => ['extract', articles, '--explain']],
  ])('does not steer a terminal through %s', async (name, words) => {
    const printed = await whosaid(...words(), ...(name.startsWith('extract') ? [] : at));
    expect(printed).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(printed.length).toBeGreaterThan(10);
  });

  it('does not steer it by the name of a file that is skipped', async () => {
    const file = join(folder, 'x\u001b[2K\nskipped y\u202e.pdf');
    await writeFile(file, '%PDF-1.4');
    const printed = await whosaid('ingest', file, ...at);
    expect(printed).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(printed).toMatch(/^skipped .*x\[2K skipped y\.pdf: it is a PDF/m);
  });

  it('is left as it is in JSON', async () => {
    const { excerpts } = JSON.parse(await whosaid('find', 'bank will hold', '--json', ...at));
    expect(excerpts[0].text).toContain('\u001b[2K');
  });

  it('makes no line of its own in the log', async () => {
    await whosaid('restore', id, '--note', 'It was right.\n2026-01-01T00:00:00Z  withdrawn x, by Ann', ...at);
    const lines = (await whosaid('log', ...at)).trim().split('\n');
    expect(lines.at(-1)).toMatch(/ restored .*: It was right\. 2026-01-01T00:00:00Z {2}withdrawn x, by Ann$/);
  });
});
