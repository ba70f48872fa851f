import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Shelves } from '../src/answer/replies/draft.ts';
import { openArchive } from '../src/archive/open-archive.ts';
import { IngestError, type IngestEvent, ingest } from '../src/ingest.ts';
import { openWeb } from '../src/sources/web.ts';
import { LOOPBACK, serve } from './sources/loopback-server.ts';

let folder: string;
let articles: string;
let archive: Shelves;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-'));
  articles = join(folder, 'articles');
  await mkdir(join(articles, 'more'), { recursive: true });
  archive = await openArchive(join(folder, 'archive'));
  await writeFile(join(articles, 'river.txt'), 'River rises\n“The river will rise,” Mayor Alma Reyes said.\n');
  await writeFile(join(articles, 'more', 'roads.md'), '# Roads\n\nThe council will mend 12 roads.\n');
});

afterEach(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

async function run() {
  const events: IngestEvent[] = [];
  const { seconds, ...summary } = await ingest(archive, [articles], (event) => events.push(event));
  expect(seconds).toBeGreaterThanOrEqual(0);
  return { summary, events };
}

describe('ingest', () => {
  it('reads a folder and all below it', async () => {
    const { summary, events } = await run();
    expect(summary).toMatchObject({ articles: 2, skipped: 0 });
    expect(summary.quotations).toBeGreaterThan(0);
    expect(events.at(-1)).toEqual({ kind: 'done', files: 2, of: 2 });
  });

  it('leaves alone what it holds, and reads again what changed', async () => {
    await run();
    expect((await run()).summary).toEqual({ articles: 0, quotations: 0, facts: 0, skipped: 2 });
    await writeFile(join(articles, 'river.txt'), 'River falls\n“The river will fall,” Mayor Alma Reyes said.\n');
    expect((await run()).summary).toMatchObject({ articles: 1, skipped: 1 });
    expect((await archive.holdings()).articles).toBe(2);
  });

  it('says of each file that it passes over why, and reads the rest', async () => {
    await writeFile(join(articles, 'empty.txt'), '');
    await writeFile(join(articles, 'picture.txt'), Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]));
    await writeFile(join(articles, 'latin.txt'), Buffer.from([99, 97, 102, 233]));
    await writeFile(join(articles, '.hidden.txt'), 'not meant');
    const { summary, events } = await run();
    expect(summary).toMatchObject({ articles: 2, skipped: 3 });
    expect(events.flatMap((event) => (event.kind === 'skipped' ? event.reason : [])).sort()).toEqual([
      'it is a picture',
      'it is empty',
      'it is not UTF-8 text; save it as UTF-8',
    ]);
  });

  it('keeps the rest of a batch where the archive refuses one of its articles', async () => {
    await writeFile(join(articles, 'odd.md'), '---\nheadline: "half \\ud800 a letter"\n---\nA line of text.\n');
    const { summary, events } = await run();
    expect(summary).toMatchObject({ articles: 2, skipped: 1 });
    expect(events.filter((event) => event.kind === 'skipped')).toHaveLength(1);
  });

  it('tells how old the index is even where nothing was new', async () => {
    await run();
    const first = (await archive.holdings()).indexedAt;
    await new Promise((resolve) => setTimeout(resolve, 5));
    await run();
    expect(String((await archive.holdings()).indexedAt) > String(first)).toBe(true);
  });

  describe('of web addresses', () => {
    const web = openWeb({ allowance: LOOPBACK, wait: async () => {} });
    const ingestAt = async (...addresses: string[]) => {
      const events: IngestEvent[] = [];
      const summary = await ingest(archive, addresses, (event) => events.push(event), web);
      return { summary, skipped: events.flatMap((event) => (event.kind === 'skipped' ? [event] : [])) };
    };

    it('reads the article at the address, and knows it again', async () => {
      const server = await serve((_, response) => {
        response
          .setHeader('content-type', 'text/plain')
          .end('River\n\n“The river will rise,” Mayor Alma Reyes said.\n');
      });
      expect((await ingestAt(`${server.url}/river`)).summary).toMatchObject({ articles: 1, quotations: 1, skipped: 0 });
      expect((await ingestAt(`${server.url}/river`)).summary).toMatchObject({ articles: 0, skipped: 1 });
    });

    it('passes over what is refused, says why without the query, and reads the rest', async () => {
      const server = await serve(({ url }, response) => {
        if (url?.startsWith('/gone')) response.writeHead(410).end();
        else response.setHeader('content-type', 'text/plain').end('Roads\n\nThe council will mend 12 roads.\n');
      });
      const { summary, skipped } = await ingestAt(`${server.url}/gone?token=secret`, 'http://10.0.0.1/', server.url);
      expect(summary).toMatchObject({ articles: 1, skipped: 2 });
      expect(skipped).toEqual([
        { kind: 'skipped', path: `${server.url}/gone?…`, reason: 'it has been taken away for good (410)' },
        { kind: 'skipped', path: 'http://10.0.0.1/', reason: expect.stringContaining('private network') },
      ]);
    });
  });

  it.each([['no/such/folder', 'there is no such file or folder']])(
    'says what is wrong with %s',
    async (path, reason) => {
      await expect(ingest(archive, [path])).rejects.toThrow(IngestError);
      await expect(ingest(archive, [path])).rejects.toThrow(reason);
    },
  );
});
