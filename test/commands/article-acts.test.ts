import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { UsageError } from '../../src/commands/command.ts';
import { readCommand } from '../../src/commands/read-command.ts';
import { ingest } from '../../src/ingest/ingest.ts';

const URL_OF_STORY = 'https://gazette.example/river';

let folder: string;

/** Runs a command in this process; gives what it printed as its result. */
async function whosaid(...words: readonly string[]): Promise<string> {
  let out = '';
  const write = vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    out += String(chunk);
    return true;
  });
  try {
    await readCommand([...words, '--archive', join(folder, 'archive')]).run();
  } finally {
    write.mockRestore();
    process.exitCode = 0;
  }
  return out;
}

describe('acts by command line', { timeout: 60_000 }, () => {
  let id: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whosaid-acts-'));
    const story = join(folder, 'river.md');
    await writeFile(
      story,
      `---\nurl: ${URL_OF_STORY}\nheadline: River rises\n---\n“The river will rise,” Mayor Alma Reyes said on Monday.\n`,
    );
    const archive = await openArchive(join(folder, 'archive'));
    await ingest(archive, [story]);
    const [kept] = await archive.articles(1);
    id = (await archive.entriesOf(kept?.article.id ?? ''))[0]?.id ?? '';
    const share = { excerptId: id, channel: 'C1', ts: '17.1', sharedBy: 'U1', sharedAt: '2026-01-01T00:00:00Z' };
    await archive.recordShare(share);
    await archive.close();
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('find the article by its address or an excerpt, name the cards, and stand in the log', async () => {
    const address = `${URL_OF_STORY}/?utm_source=x`;
    const withdrawn = await whosaid('withdraw', address, '--note', 'Unfounded.', '--by', 'Ann');
    expect(withdrawn).toMatch(/^Withdrawn: “River rises” \([0-9a-f]{16}\)\.\n1 shared card from it:\n {2}C1, 17\.1/);
    const verified = await whosaid('verify', id, '--json');
    expect(JSON.parse(verified)).toMatchObject({ result: 'withdrawn', excerpt: null });
    expect(JSON.parse(await whosaid('find', 'river will rise', '--json'))).toMatchObject({ excerpts: [] });
    const restored = await whosaid('restore', id, '--by', 'Ben', '--json');
    expect(JSON.parse(restored)).toMatchObject({ kind: 'restore', by: 'Ben', after: { withdrawal: null } });
    const out = await whosaid('log', id);
    const lines = out
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\S+ +/, '').replace(/[0-9a-f]{12,16}/g, '#'));
    expect(lines).toEqual(['added #, version #, by ingest', 'withdrawn #, by Ann: Unfounded.', 'restored #, by Ben']);
  });

  it('say what cannot be meant', async () => {
    await expect(whosaid('restore', 'https://gazette.example/other')).rejects.toThrow('No article is known by');
    await expect(whosaid('embargo', id, '--until', 'tomorrow')).rejects.toThrow('Write it like 2026-05-01T06:00:00Z');
    expect(JSON.parse(await whosaid('reread', '--json'))).toMatchObject({ reread: 0, failed: 0 });
  });
});

describe('what an act needs', () => {
  it.each([
    [['correct'], 'Say which article'],
    [['correct', 'W7F-3KQ'], 'Say what it is about'],
    [['withdraw', 'W7F-3KQ', '--note', ' '], 'Say what it is about'],
    [['embargo', 'W7F-3KQ'], 'Say until when'],
    [['restrict', 'W7F-3KQ'], 'Give the ids of the channels'],
    [['restrict', 'W7F-3KQ', '--to', 'C1,,C2'], 'Give the ids of the channels'],
    [['restrict', 'W7F-3KQ', '--to', '#politics'], 'Give the ids of the channels'],
    [['embargo', 'W7F-3KQ', '--until', 'tomorrow'], 'Write it like 2026-05-01T06:00:00Z'],
    [['restore', 'W7F-3KQ', '--until', '2026-05-01T06:00:00Z'], 'takes no --until'],
  ])('%j is told', (argv, message) => {
    expect(() => readCommand(argv)).toThrow(UsageError);
    expect(() => readCommand(argv)).toThrow(message);
  });
});
