import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { before, behind, codePointOffsets } from '../../src/export/code-points.ts';
import { FORMATS } from '../../src/export/formats.ts';
import { writeExport } from '../../src/export/write-export.ts';
import { printed } from '../archive/printed-article.ts';

const NOW = new Date('2016-06-01T00:00:00Z');
let folder: string;
let archive: Archive;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-export-'));
  archive = await openArchive(folder);
  await archive.keep([
    printed(
      'a-weir',
      [
        { fact: '😀🏴 The weir, built in 1901, is “old”.' },
        { said: 'The river 😀 will rise', by: 'Mayor Alma Reyes', speaker: 'Alma Reyes' },
        { said: '=HYPERLINK("http://evil.example","x")', by: 'a spokesman' },
        { said: 'that it would rise', by: 'she', kind: 'indirect' },
      ],
      {
        headline: 'Weir, "mended"',
        outlet: '@Reed',
        byline: 'Jo Lane',
        publishedAt: '2016-01-02T03:04:05Z',
        updatedAt: '2016-01-03',
        url: 'https://reed.example/weir',
        language: 'en-GB',
      },
    ),
    printed('b-bare', [{ said: 'Line one\nline two', by: '' }]),
    printed('c-withdrawn', [{ said: 'Never said', by: 'Ann' }]),
    printed('d-embargoed', [{ said: 'Not yet', by: 'Ann' }]),
    printed('e-restricted', [{ said: 'Not here', by: 'Ann' }]),
    printed('f-corrected', [{ said: 'Nearly right', by: 'Ann Lee', speaker: 'Ann Lee' }]),
  ]);
  await archive.act('c-withdrawn', { kind: 'withdraw', note: 'Unfounded.' }, 'desk');
  await archive.act('d-embargoed', { kind: 'embargo', until: '2016-07-01T00:00:00Z' }, 'desk');
  await archive.act('e-restricted', { kind: 'restrict', channels: ['C1'] }, 'desk');
  await archive.act('f-corrected', { kind: 'correct', note: 'The date was wrong.' }, 'desk');
});

afterAll(async () => {
  await archive.close();
  await rm(folder, { recursive: true });
});

async function exported(name: keyof typeof FORMATS, from = archive) {
  const format = FORMATS[name];
  if (!format) throw new Error(`there is no format ${name}`);
  const count = { entries: 0, articles: 0, keptBack: 0, damaged: 0, unfit: 0 };
  let text = '';
  for await (const piece of writeExport(from, format, NOW, count)) text += piece;
  return { text, count };
}

describe('what leaves the archive', () => {
  it('is all of it but what is withdrawn, embargoed or restricted', async () => {
    const { text, count } = await exported('jsonl');
    expect(count).toEqual({ entries: 6, articles: 3, keptBack: 3, damaged: 0, unfit: 0 });
    expect(text).not.toMatch(/Never said|Not yet|Not here/);
  });

  it('is nothing that no longer matches its article', async () => {
    const spoilt: Archive = {
      ...archive,
      articlesAfter: async (id, limit) =>
        (await archive.articlesAfter(id, limit)).map((kept) => {
          const isWeir = kept.article.id === 'a-weir';
          return isWeir ? { ...kept, article: { ...kept.article, text: `${kept.article.text}!` } } : kept;
        }),
    };
    const { text, count } = await exported('jsonl', spoilt);
    expect(count).toMatchObject({ articles: 2, damaged: 1 });
    expect(text).not.toContain('weir');
  });

  it.each(Object.keys(FORMATS))('is well formed as %s where there is nothing', async (name) => {
    const { text, count } = await exported(name, { ...archive, articlesAfter: async () => [] });
    expect(count.entries).toBe(0);
    if (name === 'jsonl') expect(text).toBe('');
    else if (name === 'csv') expect(text.split('\r\n')).toEqual([expect.stringMatching(/^id,kind,text/), '']);
    else expect(() => JSON.parse(text)).not.toThrow();
  });
});

describe('JSON Lines', () => {
  const Line = z.object({
    kind: z.string(),
    text: z.string(),
    words: z.array(z.string()),
    content: z.array(z.tuple([z.number(), z.number()])),
    article: z.object({ id: z.string(), sha256: z.string(), state: z.string(), note: z.string().nullable() }),
  });

  it('hold the words with their offsets in UTF-16 code units', async () => {
    const lines = (await exported('jsonl')).text
      .trimEnd()
      .split('\n')
      .map((line) => Line.parse(JSON.parse(line)));
    expect(lines).toHaveLength(6);
    for (const { words, content, article } of lines) {
      const text = (await archive.article(article.id, article.sha256))?.article.text ?? '';
      expect(content.map(([start, end]) => text.slice(start, end))).toEqual(words);
    }
    expect(lines.at(-1)?.article).toMatchObject({ state: 'corrected', note: 'The date was wrong.' });
  });
});

describe('CSV', () => {
  /** A reader of RFC 4180 that knows nothing of the writer. */
  function readCsv(text: string): readonly (readonly string[])[] {
    const rows: string[][] = [[]];
    const cells = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|$)/gy;
    for (let match = cells.exec(text); match && match.index < text.length; match = cells.exec(text)) {
      rows.at(-1)?.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
      if (match[3] === '\r\n') rows.push([]);
    }
    return rows.filter((row) => row.length > 0);
  }

  it('has a row an entry, with quotation marks and line ends in its cells', async () => {
    const [head, ...rows] = readCsv((await exported('csv')).text);
    expect(rows).toHaveLength(6);
    for (const row of rows) expect(row).toHaveLength(head?.length ?? 0);
    const column = (name: string) => rows.map((row) => row[head?.indexOf(name) ?? -1]);
    expect(column('headline')).toContain('Weir, "mended"');
    expect(column('text')).toContain('Line one\nline two');
    expect(column('speaker')).toContain('Alma Reyes');
  });

  it('has no cell that a spreadsheet takes for a formula', async () => {
    const rows = readCsv((await exported('csv')).text);
    expect(rows.flat().filter((cell) => /^[\s]*[=+\-@\t\r＝＋－＠]/u.test(cell))).toEqual([]);
    expect(rows.flat()).toContain('\'=HYPERLINK("http://evil.example","x")');
    expect(rows.flat()).toContain("'@Reed");
  });
});

describe('schema.org', () => {
  it('has word-for-word quotations, and a creator only where one is named', async () => {
    const { text, count } = await exported('schema-org');
    const graph = z.object({ '@graph': z.array(z.record(z.string(), z.unknown())) }).parse(JSON.parse(text))['@graph'];
    expect(count).toMatchObject({ entries: 4, unfit: 2 });
    expect(graph[0]).toMatchObject({
      '@type': 'Quotation',
      text: 'The river 😀 will rise',
      creator: { name: 'Alma Reyes' },
      creditText: 'Mayor Alma Reyes',
      isPartOf: {
        '@type': 'NewsArticle',
        url: 'https://reed.example/weir',
        headline: 'Weir, "mended"',
        datePublished: '2016-01-02T03:04:05Z',
        publisher: { name: '@Reed' },
      },
      citation: 'Weir, "mended". @Reed, 2016-01-02',
    });
    expect(graph[1]).toMatchObject({ creditText: 'a spokesman' });
    expect(graph[1]).not.toHaveProperty('creator');
    expect(graph.at(-1)).toMatchObject({ correction: 'The date was wrong.' });
  });
});

describe('Web Annotation', () => {
  const Selectors = z.tuple([
    z.object({ type: z.literal('TextQuoteSelector'), exact: z.string(), prefix: z.string(), suffix: z.string() }),
    z.object({ type: z.literal('TextPositionSelector'), start: z.number(), end: z.number() }),
  ]);
  const Collection = z.object({
    '@context': z.literal('http://www.w3.org/ns/anno.jsonld'),
    first: z.object({
      items: z.array(
        z.object({ type: z.literal('Annotation'), target: z.object({ source: z.string(), selector: Selectors }) }),
      ),
    }),
  });

  it('gives each place by its words and by its position in code points', async () => {
    const { items } = Collection.parse(JSON.parse((await exported('web-annotation')).text)).first;
    expect(items).toHaveLength(6);
    const article = (await archive.article('a-weir'))?.article;
    const codePoints = [...(article?.text ?? '')];
    const ofWeir = items.filter(({ target }) => target.source === 'https://reed.example/weir');
    expect(ofWeir).toHaveLength(4);
    for (const { target } of ofWeir) {
      const [quote, position] = target.selector;
      expect(codePoints.slice(position.start, position.end).join('')).toBe(quote.exact);
      expect(codePoints.slice(0, position.start).join('').endsWith(quote.prefix)).toBe(true);
      expect(codePoints.slice(position.end).join('').startsWith(quote.suffix)).toBe(true);
      expect([...quote.prefix].length).toBeLessThanOrEqual(32);
    }
  });

  it('names an article without an address by the hash of its text', async () => {
    const { items } = Collection.parse(JSON.parse((await exported('web-annotation')).text)).first;
    expect(items.map(({ target }) => target.source)).toContainEqual(
      expect.stringMatching(/^ni:\/\/\/sha-256;[\w-]{43}$/),
    );
  });
});

describe('offsets in code points', () => {
  const unit = fc.constantFrom('a', 'é', '😀', '🏴', '\n', '”', '\ud800', '\udc00');
  it('are what counting gives, and the words around keep their characters whole', () => {
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 60 }), fc.nat(60), fc.nat(5), (units, at, most) => {
        const text = units.join('');
        const whole = [...text];
        const place = whole.slice(0, at).join('').length;
        expect(codePointOffsets(text)(place)).toBe(Math.min(at, whole.length));
        const isSound = !/\p{Cs}/u.test(text);
        if (isSound) {
          expect(before(text, place, most)).toBe(most === 0 ? '' : whole.slice(0, at).slice(-most).join(''));
          expect(behind(text, place, most)).toBe(whole.slice(at).slice(0, most).join(''));
        }
      }),
    );
  });
});
