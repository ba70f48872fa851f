import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../src/answer/replies/draft.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { madeUpArticles } from '../../src/bench/made-up-articles.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { IngestError, type IngestEvent } from '../../src/ingest/progress.ts';
import { openWeb } from '../../src/sources/web.ts';
import { LOOPBACK, serve } from '../sources/loopback-server.ts';

let folder: string;
let articles: string;
let archive: Store;

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
  const { seconds, ...summary } = await ingest(archive, [articles], { tell: (event) => events.push(event) });
  expect(seconds).toBeGreaterThanOrEqual(0);
  return { summary, events };
}

describe('ingest', () => {
  it('reads a folder and all below it', async () => {
    const { summary, events } = await run();
    const { isStopped, ...counted } = summary;
    expect(summary).toMatchObject({ articles: 2, skipped: 0, isStopped: false });
    expect(summary.quotations).toBeGreaterThan(0);
    expect(events[0]).toEqual({ kind: 'found', files: 2, bytes: 103 });
    expect(events.at(-1)).toEqual({ kind: 'progress', ...counted, bytes: 103 });
  });

  it('leaves alone what it holds, and reads again what changed', async () => {
    await run();
    expect((await run()).summary).toMatchObject({ articles: 0, quotations: 0, facts: 0, skipped: 2, held: 2 });
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

  it('reads a file with an article a line, and says of each bad line why', async () => {
    const lines = [
      '{"id":"a","headline":"Weir","publishedAt":"2016-01-02","text":"“It holds,” Ann Lane said."}',
      '',
      '{"id":"b"}',
      'nonsense',
      '{"id":"c","text":"Roads\\nThe council will mend 12 roads."}',
    ];
    await writeFile(join(articles, 'all.jsonl'), lines.join('\n'));
    const { summary, events } = await run();
    expect(summary).toMatchObject({ articles: 4, skipped: 2 });
    expect(events.flatMap((event) => (event.kind === 'skipped' ? event.reason.slice(0, 7) : []))).toEqual([
      'line 3:',
      'line 4:',
    ]);
    const [newest] = await archive.articles(1);
    expect(newest?.article).toMatchObject({ headline: 'Weir', publishedAt: '2016-01-02' });
    expect((await run()).summary).toMatchObject({ articles: 0, held: 4, skipped: 6 });
  });

  it('reads a file of many megabytes article by article, and tells how far it has come', async () => {
    // What is not read fills the file: each line is a megabyte and more.
    const filling = 'x'.repeat(1_100_000);
    const line = (n: number) =>
      JSON.stringify({ id: `a${n}`, text: `Road ${n}\nThe council will mend ${n} roads.`, filling });
    await writeFile(join(articles, 'large.jsonl'), [line(1), line(2), 'nonsense', line(3), line(4)].join('\n'));
    const { summary, events } = await run();
    expect(summary).toMatchObject({ articles: 6, skipped: 1 });
    expect(events.flatMap((event) => (event.kind === 'skipped' ? event.reason : []))).toEqual([
      'line 3: it is not JSON',
    ]);
    const [found, last] = [events[0], events.at(-1)];
    expect(last).toMatchObject({ kind: 'progress', bytes: found?.kind === 'found' ? found.bytes : null });
  });

  it('keeps the same in the same order with any number of threads', async () => {
    const lines = Array.from(madeUpArticles(30), (article) => JSON.stringify(article));
    await writeFile(join(articles, 'made-up.jsonl'), lines.join('\n'));
    const orders: (readonly string[])[] = [];
    for (const threads of [1, 3]) {
      const apart = await openArchive(join(folder, `archive-${threads}`));
      const order: string[] = [];
      const tell = (event: IngestEvent) => {
        if (event.kind === 'kept') order.push(...event.ids);
      };
      const summary = await ingest(apart, [articles], { threads, tell });
      expect(summary).toMatchObject({ articles: 32, skipped: 0 });
      expect((await apart.holdings()).quotations).toBe(summary.quotations);
      await apart.check();
      await apart.close();
      orders.push(order);
    }
    expect(orders[1]).toEqual(orders[0]);
    expect(orders[0]).toHaveLength(32);
  }, 240_000);

  it('keeps what it has read when it is told to stop, and goes on from there', async () => {
    const lines = Array.from(madeUpArticles(40), (article) => JSON.stringify(article));
    await writeFile(join(articles, 'made-up.jsonl'), lines.join('\n'));
    const stopping = new AbortController();
    const tell = (event: IngestEvent) => {
      if (event.kind === 'kept') stopping.abort();
    };
    const options = { threads: 2, isInBackground: true, signal: stopping.signal, tell };
    const first = await ingest(archive, [articles], options);
    expect(first.isStopped).toBe(true);
    expect(first.articles).toBeLessThan(42);
    const { articles: kept, indexedAt } = await archive.holdings();
    expect({ kept, indexedAt }).toEqual({ kept: first.articles, indexedAt: null });
    const second = await ingest(archive, [articles], { threads: 2 });
    expect(second).toMatchObject({ articles: 42 - kept, held: kept, isStopped: false });
    await archive.check();
  }, 240_000);

  describe('of web addresses', () => {
    const web = openWeb({ allowance: LOOPBACK, wait: async () => {} });
    const ingestAt = async (...addresses: string[]) => {
      const events: IngestEvent[] = [];
      const summary = await ingest(archive, addresses, { tell: (event) => events.push(event), web });
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
        { kind: 'skipped', origin: `${server.url}/gone?…`, reason: 'it has been taken away for good (410)' },
        { kind: 'skipped', origin: 'http://10.0.0.1/', reason: expect.stringContaining('private network') },
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
