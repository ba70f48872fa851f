import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { readDocument, readingsIn } from '../../src/article/read-document.ts';
import { ingest } from '../../src/ingest/ingest.ts';

type Archive = Awaited<ReturnType<typeof openArchive>>;

const SAID = '“The river will rise again,” Mayor Alma Reyes said.';
const BODY = `<p>${SAID}</p><p>${'Nobody was hurt, and the road to the coast was open by the evening. '.repeat(6)}</p>`;

const NINJS = {
  uri: 'urn:newsml:wire.example:river',
  pubstatus: 'usable',
  versioncreated: '2015-12-17T10:00:00Z',
  headline: 'River rises',
  body_html: BODY,
};

const FILES: Readonly<Record<string, string>> = {
  'a.txt': `River rises\n\n${SAID}\n`,
  'feed.xml': `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Weir</title>
    <item><title>Feed</title><link>https://weir.example/feed</link><content:encoded><![CDATA[${BODY}]]></content:encoded></item>
    <item><title>Summary</title><link>https://weir.example/summary</link><description>Short.</description></item></channel></rss>`,
  'export.xml': `<rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
    <title>The Weir</title><item><title>Export</title><link>https://weir.example/export</link><wp:status>publish</wp:status>
    <wp:post_type>post</wp:post_type><content:encoded><![CDATA[${SAID}]]></content:encoded></item></channel></rss>`,
  'post.json': JSON.stringify([
    {
      id: 7,
      link: 'https://weir.example/post',
      title: { rendered: 'Post' },
      content: { rendered: BODY, protected: false },
    },
  ]),
  'ninjs.json': JSON.stringify(NINJS),
  'lines.data': [
    JSON.stringify({ id: 1, headline: 'Line', text: SAID }),
    '{"id": 2',
    JSON.stringify({ id: 3, text: SAID }),
  ].join('\n'),
  'council.vtt': 'WEBVTT - Council\n\n00:01.000 --> 00:03.000\n<v Alma Reyes>The river will rise again.\n',
  'council.srt': '1\n00:00:01,000 --> 00:00:03,000\nALMA REYES: The river will rise again.\n',
};

let folder: string;
let archive: Archive;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-'));
  archive = await openArchive(join(folder, 'archive'));
  await mkdir(join(folder, 'in'));
});

afterEach(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

async function run() {
  const reasons: string[] = [];
  const summary = await ingest(archive, [join(folder, 'in')], {
    tell: (event) => event.kind === 'skipped' && reasons.push(event.reason),
  });
  return { summary, reasons };
}

describe('a folder with files of every format', () => {
  it('is read, and what it holds can be cut from the archive again', async () => {
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, 'in', name), text);
    const { summary, reasons } = await run();
    expect(reasons.sort()).toEqual([
      'line 2: it is not JSON',
      'of “Summary” the feed holds only a summary; read https://weir.example/summary instead',
    ]);
    expect(summary).toMatchObject({ articles: 9, skipped: 2 });
    expect((await run()).summary).toMatchObject({ articles: 0, held: 9 });
    for (const [name, text] of Object.entries(FILES)) {
      const bytes = new TextEncoder().encode(text);
      for (const reading of readingsIn(await readDocument({ bytes, origin: join(folder, 'in', name) }))) {
        if (reading.kind === 'refused') continue;
        const kept = await archive.article(reading.article.id);
        expect(kept?.article).toEqual(reading.article);
      }
    }
  });

  it('keeps back what is under an embargo', async () => {
    await writeFile(
      join(folder, 'in', 'wire.json'),
      JSON.stringify({ ...NINJS, embargoed: '2999-01-01T06:00:00+01:00' }),
    );
    await run();
    const [wire] = readingsIn(
      await readDocument({ bytes: new TextEncoder().encode(JSON.stringify(NINJS)), origin: 'elsewhere.json' }),
    );
    const kept = wire?.kind === 'article' ? await archive.article(wire.article.id) : undefined;
    expect(kept?.embargoUntil).toBe('2999-01-01T05:00:00.000Z');
  });
});
