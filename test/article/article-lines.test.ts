import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { Reading } from '../../src/article/read-article.ts';
import { readStream } from '../../src/article/read-stream.ts';

const encode = (text: string) => new TextEncoder().encode(text);

/** A stream that is cut into chunks of a given size, across lines and letters. */
async function* inChunks(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function readingsOf(text: string, { size = 1 << 16, origin = 'export.jsonl' } = {}): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for await (const reading of readStream({ chunks: inChunks(text, size), origin })) readings.push(reading);
  return readings;
}

function articleIn(reading: Reading | undefined): Article {
  if (reading?.kind !== 'article') throw new Error(reading?.reason ?? 'nothing was read');
  return reading.article;
}

const river = {
  id: 'a-1',
  headline: 'River rises',
  outlet: 'The Weir',
  publishedAt: '2017-04-28T14:00:00Z',
  text: '“It will rise,” Mayor Alma Reyes said.\n\nNobody was hurt.  \r\n',
};

describe('lines of articles', () => {
  it('keep their text as it came, letter by letter', async () => {
    const article = articleIn((await readingsOf(JSON.stringify(river)))[0]);
    expect(article).toMatchObject({ headline: 'River rises', outlet: 'The Weir', publishedAt: '2017-04-28T14:00:00Z' });
    expect(article.text).toBe(river.text);
    expect(article.paragraphs.map(({ role }) => role)).toEqual(['body', 'body']);
  });

  it('are known by their url, else by their id, wherever they are read', async () => {
    const idOf = async (line: object, origin: string) => {
      return articleIn((await readingsOf(JSON.stringify({ ...river, ...line }), { origin }))[0]).id;
    };
    expect(await idOf({}, 'a.jsonl')).toBe(await idOf({ text: 'Another text.' }, 'b.jsonl'));
    expect(await idOf({}, 'a.jsonl')).not.toBe(await idOf({ id: 'a-2' }, 'a.jsonl'));
    expect(await idOf({ url: 'https://weir.example/1' }, 'a')).toBe(
      await idOf({ url: 'https://weir.example/1', id: 9 }, 'b'),
    );
  });

  it.each([
    [{ embargo: '2017-04-28T18:00:00+01:00' }, '2017-04-28T18:00:00+01:00'],
    [{ embargoUntil: '2017-04-28 18:00' }, '2017-04-28T18:00:00-12:00'],
    [{ embargoed_until: '2017-04-28' }, '2017-04-28T23:59:59-12:00'],
    [{ embargo_until: 1493402400 }, '2017-04-28T18:00:00Z'],
    [{ embargo: false, embargoed: '' }, null],
    [{}, null],
  ])('under an embargo %j are not to be served before %s', async (embargo, until) => {
    for (const words of [{}, { text: null, html: '<p>“It will rise,” Mayor Alma Reyes said.</p>' }]) {
      const [reading] = await readingsOf(JSON.stringify({ ...river, ...words, ...embargo }));
      expect(reading).toMatchObject({ kind: 'article', embargoUntil: until });
    }
  });

  it.each(['soon', true])('are refused under an embargo until %j', async (embargo) => {
    const [reading] = await readingsOf(JSON.stringify({ ...river, embargo }));
    expect(reading).toMatchObject({ kind: 'refused', reason: expect.stringContaining('its field embargo is wrong') });
  });

  it('are refused one by one, each with its number', async () => {
    const readings = await readingsOf(
      [
        JSON.stringify(river),
        '{"id": 1, "text": ',
        '',
        '{"headline": "No text"}',
        '{"text": 12}',
        '{"text": "x y", "date": "soon"}',
        JSON.stringify({ ...river, id: 'a-2' }),
      ].join('\n'),
    );
    expect(readings.map((reading) => (reading.kind === 'article' ? reading.article.headline : reading.reason))).toEqual(
      [
        'River rises',
        'line 2: it is not JSON',
        expect.stringContaining('line 4: it is JSON, but not an article'),
        expect.stringContaining('line 5: '),
        'line 6: its field date is wrong: "soon" is no date that can be read',
        'River rises',
      ],
    );
  });

  it('are read where the first of them is damaged', async () => {
    const readings = await readingsOf(`{"text": \n${JSON.stringify(river)}\n${JSON.stringify(river)}`);
    expect(readings.map(({ kind }) => kind)).toEqual(['refused', 'article', 'article']);
  });

  it('refuse a line that is not UTF-8, and read the next one', async () => {
    async function* chunks() {
      yield encode(`${JSON.stringify(river)}\n{"text": "caf`);
      yield new Uint8Array([0xe9]);
      yield encode(`"}\n${JSON.stringify({ ...river, id: 'a-2' })}\n${' '.repeat(70_000)}`);
    }
    const kinds: string[] = [];
    for await (const reading of readStream({ chunks: chunks(), origin: 'x' })) {
      kinds.push(reading.kind === 'article' ? 'article' : reading.reason);
    }
    expect(kinds).toEqual(['article', 'line 2: it is not UTF-8 text', 'article']);
  });

  it.each([
    ['html', { html: '<p>One &ldquo;two&rdquo;.</p><p>Three.</p>' }, 'River rises\n\nOne “two”.\n\nThree.'],
    ['body in HTML', { body: '<p>One.</p><p>Two.</p>' }, 'River rises\n\nOne.\n\nTwo.'],
    ['body in plain text', { body: 'One < two.\n\nThree & four.' }, 'One < two.\n\nThree & four.'],
    ['articleBody', { articleBody: 'One.\nTwo.' }, 'One.\nTwo.'],
  ])('may have their words as %s', async (_, words, text) => {
    const { text: _text, ...rest } = river;
    expect(articleIn((await readingsOf(JSON.stringify({ ...rest, ...words })))[0]).text).toBe(text);
  });

  it.each([
    [
      'other names',
      { title: 'T', source: 'S', author: ['A', { name: 'B' }], published: '17 Dec 2015', language: 'en_gb' },
    ],
    [
      'the names of schema.org',
      {
        '@type': 'NewsArticle',
        headline: 'T',
        publisher: { name: 'S' },
        author: [{ name: 'A' }, { name: 'B' }],
        datePublished: '2015-12-17',
        inLanguage: 'en-GB',
      },
    ],
  ])('may have %s for their fields', async (_, fields) => {
    expect(articleIn((await readingsOf(JSON.stringify({ ...fields, text: 'Some words.' })))[0])).toMatchObject({
      headline: 'T',
      outlet: 'S',
      byline: 'A, B',
      publishedAt: '2015-12-17',
      language: 'en-GB',
    });
  });

  it.each([1, 7, 64, 1 << 16])('may stand in an array, cut into chunks of %i bytes', async (size) => {
    const list = [river, { ...river, id: 'a-2', text: 'A “]},{[” é\\" 😀 b.' }, 7, { ...river, id: 'a-3' }];
    const padded = JSON.stringify(list, null, 2) + ' '.repeat(70_000);
    const readings = await readingsOf(padded, { size });
    expect(readings.map(({ kind }) => kind)).toEqual(['article', 'article', 'refused', 'article']);
    expect(articleIn(readings[1]).text).toBe('A “]},{[” é\\" 😀 b.');
    expect(readings[2]).toMatchObject({ reason: expect.stringContaining('item 3: ') });
  });

  it('tell of the item in which an array was cut off', async () => {
    const cut = JSON.stringify([river, { ...river, text: 'x '.repeat(50_000) }]).slice(0, -100);
    const readings = await readingsOf(cut);
    expect(readings.map((reading) => (reading.kind === 'article' ? 'article' : reading.reason))).toEqual([
      'article',
      'item 2: it is not JSON',
    ]);
  });

  it('are all read whatever is in them and however the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 }), { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 1, max: 200 }),
        async (texts, size) => {
          const lines = texts.map((text) => JSON.stringify({ text: `x ${text}` }));
          const padding = `\n${' '.repeat(70_000)}`;
          const readings = await readingsOf(lines.join('\n') + padding, { size });
          expect(readings.map((reading) => articleIn(reading).text)).toEqual(texts.map((text) => `x ${text}`));
        },
      ),
      { numRuns: 30 },
    );
  });
});
