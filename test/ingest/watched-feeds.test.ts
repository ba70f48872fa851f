import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDesk } from '../../src/answer/desk.ts';
import { FAILING_FOR_LONG_MS } from '../../src/archive/feed-memory.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { BackgroundReader } from '../../src/ingest/background-reader.ts';
import { ingestReadings } from '../../src/ingest/ingest-readings.ts';
import * as schedule from '../../src/sources/feed-schedule.ts';
import { pollFeed } from '../../src/sources/poll-feed.ts';
import { HOUR, MINUTE, openFeedDesk, page, rss } from '../sources/feed-desk.ts';

let folder: string;
let reader: BackgroundReader;
let archive: Awaited<ReturnType<typeof openArchive>>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-feeds-'));
  archive = await openArchive(folder);
  reader = new BackgroundReader();
});

afterEach(async () => {
  await reader.stop();
  await archive.close();
  await rm(folder, { recursive: true });
});

describe('a watched feed over an archive', () => {
  it('brings its articles into the archive, and after a restart asks for none of them again', async () => {
    const { feed, parts, clock, asked } = await openFeedDesk(({ url, headers }, response) => {
      if (url !== '/feed') response.setHeader('content-type', 'text/html').end(page('Weir', 'The river will rise'));
      else if (headers['if-none-match'] === '"1"') response.writeHead(304).end();
      else response.setHeader('etag', '"1"').end(rss(`http://${headers.host}`, [{ path: '/weir' }]));
    });
    const poll = () =>
      pollFeed(feed, {
        ...parts,
        web: { ...parts.web, read: (document) => reader.document(document) },
        memory: archive,
        take: (readings) => ingestReadings(archive, readings, reader, () => {}),
        noteIndexed: (at) => archive.noteIndexed(at),
      });
    await poll();
    expect(asked()).toEqual(['/feed', '/weir']);
    const desk = createDesk(archive, () => clock.now);
    expect((await desk.ask('who said "the river will rise"?')).excerpts[0]).toMatchObject({ speaker: 'Alma Reyes' });
    expect(await desk.age()).toMatchObject({ articles: 1, indexedMinutesAgo: 0 });

    await archive.close();
    archive = await openArchive(folder);
    expect(await poll()).toEqual({ kind: 'not-due' });
    clock.now += 10 * MINUTE;
    expect(await poll()).toMatchObject({ kind: 'polled', taken: 0 });
    expect(asked()).toEqual(['/feed']);
  });

  it('is said to be failing once it has been for hours, as long as it is watched', async () => {
    const { feed, parts, clock } = await openFeedDesk((_, response) => response.writeHead(500).end());
    await pollFeed(feed, { ...parts, memory: archive });
    const desk = createDesk(archive, () => clock.now, [feed.key]);
    clock.now += FAILING_FOR_LONG_MS - 1;
    expect((await desk.age()).feeds).toEqual({ watched: 1, failing: [] });
    clock.now += 1;
    expect((await desk.age()).feeds.failing).toEqual([
      { address: feed.shownAs, hours: FAILING_FOR_LONG_MS / HOUR, reason: 'the server failed (500)' },
    ]);
    expect((await desk.ask('who said "nothing of the kind"?')).message).toContain(
      'the feed has been failing for 3 hours',
    );
    expect((await createDesk(archive, () => clock.now).age()).feeds).toEqual({ watched: 0, failing: [] });
  });

  it('fails for as long before the log is told as before people are', () => {
    expect(schedule.FAILING_FOR_LONG_MS).toBe(FAILING_FOR_LONG_MS);
  });
});
