import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import type { Reading } from '../../src/article/read-article.ts';
import { readDocument, readingsIn } from '../../src/article/read-document.ts';
import { readStream } from '../../src/article/read-stream.ts';
import { htmlOfPost } from '../../src/article/wordpress/post-html.ts';
import { extract } from '../../src/extraction/extract.ts';

const encode = (text: string) => new TextEncoder().encode(text);

async function readingsOf(text: string): Promise<readonly Reading[]> {
  return readingsIn(await readDocument({ bytes: encode(text), origin: 'weir.xml' }));
}

const shown = (readings: readonly Reading[]) =>
  readings.map((reading) => (reading.kind === 'article' ? reading.article.headline : reading.reason));

function articleIn(reading: Reading | undefined): Article {
  if (reading?.kind !== 'article') throw new Error(reading?.reason ?? 'nothing was read');
  return reading.article;
}

const CLASSIC =
  '“The river will rise,” Mayor Alma Reyes said.\n\nNobody was hurt.\nNot even a dog.\n\n' +
  '[caption id="attachment_7" align="alignnone" width="300"]<img src="/b.jpg" alt="" /> The bridge on Monday[/caption]\n\n' +
  '<blockquote>It was loud.</blockquote>\nA man &amp; his dog left.';

function item(fields: Readonly<Record<string, string>>, content = CLASSIC): string {
  const all: Record<string, string> = {
    title: '<![CDATA[River &#8220;rises&#8221;]]>',
    link: 'https://weir.example/2015/river/',
    'dc:creator': '<![CDATA[jlane]]>',
    guid: 'https://weir.example/?p=7',
    'wp:post_id': '7',
    'wp:post_date': '<![CDATA[2015-12-17 22:00:00]]>',
    'wp:post_date_gmt': '<![CDATA[2015-12-18 03:00:00]]>',
    'wp:post_modified': '<![CDATA[2015-12-17 22:30:00]]>',
    'wp:post_modified_gmt': '<![CDATA[2015-12-18 03:30:00]]>',
    'wp:status': '<![CDATA[publish]]>',
    'wp:post_type': '<![CDATA[post]]>',
    'wp:post_password': '<![CDATA[]]>',
    ...fields,
  };
  const elements = Object.entries(all).map(([name, text]) => `<${name}>${text}</${name}>`);
  const meta =
    '<wp:postmeta><wp:meta_key>wp:status</wp:meta_key><wp:meta_value><![CDATA[<wp:status>draft</wp:status>]]></wp:meta_value></wp:postmeta>';
  const comment =
    '<wp:comment><wp:comment_content><![CDATA[“I said no,” said Troll. </item>]]></wp:comment_content></wp:comment>';
  return `<item>\n${elements.join('\n')}<content:encoded><![CDATA[${content.replaceAll(']]>', ']]]]><![CDATA[>')}]]></content:encoded>
    <excerpt:encoded><![CDATA[]]></excerpt:encoded>${meta}${comment}</item>\n`;
}

const exportOf = (items: string) => `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel><title>The Weir &amp; Dam</title><link>https://weir.example</link><language>en-GB</language>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[jlane]]></wp:author_login>
<wp:author_display_name><![CDATA[Jo Lane]]></wp:author_display_name></wp:author>
${items}</channel></rss>`;

describe('a WordPress export', () => {
  it('gives each post with its masthead and its paragraphs', async () => {
    const article = articleIn((await readingsOf(exportOf(item({}))))[0]);
    expect(article).toMatchObject({
      headline: 'River “rises”',
      outlet: 'The Weir & Dam',
      byline: 'Jo Lane',
      publishedAt: '2015-12-17T22:00:00-05:00',
      updatedAt: '2015-12-17T22:30:00-05:00',
      url: 'https://weir.example/2015/river/',
      language: 'en-GB',
    });
    expect(article.paragraphs.map(({ role, start, end }) => [role, article.text.slice(start, end)])).toEqual([
      ['headline', 'River “rises”'],
      ['body', '“The river will rise,” Mayor Alma Reyes said.'],
      ['body', 'Nobody was hurt.\nNot even a dog.'],
      ['caption', 'The bridge on Monday'],
      ['block-quote', 'It was loud.'],
      ['body', 'A man & his dog left.'],
    ]);
    expect(extract(article).quotations).toContainEqual(
      expect.objectContaining({ kind: 'direct', speaker: 'Alma Reyes' }),
    );
  });

  it('gives of what is not published nothing but the reason', async () => {
    const readings = await readingsOf(
      exportOf(
        item({ 'wp:status': 'draft', title: 'A' }) +
          item({ 'wp:status': '<![CDATA[private]]>', title: 'B' }) +
          item({ 'wp:status': 'future', title: 'C' }) +
          item({ 'wp:post_password': '<![CDATA[secret]]>', title: 'D' }) +
          item({ title: 'E' }),
      ),
    );
    expect(shown(readings)).toEqual([
      '“A”: it is not published (draft)',
      '“B”: it is not published (private)',
      '“C”: it is not published (future)',
      '“D”: it is protected by a password',
      'E',
    ]);
  });

  it('passes over what is no post, and says so once', async () => {
    const readings = await readingsOf(
      exportOf(
        item({ 'wp:post_type': 'attachment' }) +
          item({}) +
          item({ 'wp:post_type': 'attachment' }) +
          item({ 'wp:post_type': 'page' }),
      ),
    );
    expect(shown(readings)).toEqual([
      'River “rises”',
      'of the export, what is no post was passed over: 2 attachment, 1 page',
    ]);
  });

  it('keeps text that looks like markup of the export itself', async () => {
    const article = articleIn((await readingsOf(exportOf(item({}, 'He wrote </item><item> and ]]> and stopped.'))))[0]);
    expect(article.text).toContain('and ]]> and stopped.');
  });

  it('refuses a post without text, and reads the next one', async () => {
    const readings = await readingsOf(exportOf(item({ title: 'A' }, '[gallery ids="1,2"]') + item({ title: 'B' })));
    expect(shown(readings)).toEqual(['“A”: it has no text', 'B']);
  });

  it('that is cut off gives all posts before', async () => {
    const whole = exportOf(item({ title: 'A' }) + item({ title: 'B' }));
    expect(shown(await readingsOf(whole.slice(0, -700)))).toEqual(['A']);
  });

  it('is the same however it is cut into chunks', async () => {
    const bytes = encode(exportOf(item({ title: 'A' }) + item({ title: '<![CDATA[B “é” 😀]]>' }) + ' '.repeat(70_000)));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 5000 }), async (size) => {
        async function* chunks() {
          for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
        }
        const readings: Reading[] = [];
        for await (const reading of readStream({ chunks: chunks(), origin: 'x' })) readings.push(reading);
        expect(shown(readings)).toEqual(['A', 'B “é” 😀']);
        expect(articleIn(readings[1]).text).toContain('Nobody was hurt.');
      }),
      { numRuns: 15 },
    );
  });

  it('is read no further than to the post that is asked for, and not held where an item is endless', async () => {
    const post = encode(item({}, `${CLASSIC}\n\n${'The river rose. '.repeat(5000)}`));
    const endless = encode(item({ title: 'Endless' }, 'x'.repeat(1024 * 1024))).subarray(0, -2000);
    let given = 0;
    async function* chunks() {
      yield encode(exportOf('').replace('</channel></rss>', ''));
      for (; given < 5; given++) yield post;
      for (; given < 25; given++) yield endless;
      yield encode(`]]></content:encoded></item>${item({ title: 'Last' })}`);
    }
    const seen: [string | null, number][] = [];
    for await (const reading of readStream({ chunks: chunks(), origin: 'x' })) {
      seen.push([reading.kind === 'article' ? reading.article.headline : reading.reason, given]);
    }
    expect(seen[0]?.[1]).toBeLessThanOrEqual(2);
    expect(seen.slice(1, 5).map(([, at]) => at)).toEqual([1, 2, 3, 4]);
    expect(seen.slice(5)).toEqual([
      ['item 6: it is longer than 16 million characters', 25],
      ['Last', 25],
    ]);
  });
});

describe('the HTML of a post', () => {
  it.each([
    ['blank lines', 'A.\n\nB.', 'A.<div></div>B.'],
    ['line ends', 'A.\nB.', 'A.<br>B.'],
    ['Windows line ends', 'A.\r\n\r\nB.', 'A.<div></div>B.'],
    ['line ends in a tag', '<a\nhref="x">A</a>', '<a href="x">A</a>'],
    ['line ends in code', '<pre>a\n\nb</pre>', '<pre>a\n\nb</pre>'],
    ['blocks', '<!-- wp:paragraph {"a":"b"} -->\n<p>A\nb.</p>\n<!-- /wp:paragraph -->', '\n<p>A\nb.</p>\n'],
    [
      'blocks in blocks',
      '<!-- wp:group --><div><!-- wp:spacer /--><p>A</p>\n\n</div><!-- /wp:group -->',
      '<div><p>A</p>\n\n</div>',
    ],
    ['text beside blocks', 'A\n\nB<!-- wp:image --><img>\n<!-- /wp:image -->', 'A<div></div>B<img>\n'],
    ['comments', 'A<!--more-->B', 'AB'],
    ['a shortcode with attributes', 'A [ad_unit id="7"] B', 'A  B'],
    ['an embed', 'A [embed width="1"]https://x.example/1[/embed] B', 'A  B'],
    ['a shortcode around words', '[box]A[/box] B', 'A B'],
    ['a pull quote', '[pullquote align="left"]A[/pullquote]', '<blockquote class="pullquote">A</blockquote>'],
    ['an old caption', '[caption caption="B"]<img>[/caption]', '<figure><figcaption>B</figcaption></figure>'],
    [
      'words in brackets',
      '“[The mayor] will [sic] go [there],” he said [in English].',
      '“[The mayor] will [sic] go [there],” he said [in English].',
    ],
  ])('is made of %s', (_, kept, html) => {
    expect(htmlOfPost(kept)).toBe(html);
  });

  it.each(['<!--', '<!-- wp:x ', '[caption]', '[caption ', '[quote]', '[ad ', '<pre>', '[a b="', '\n \t', '<p\n'])(
    'is made in one go where %j comes over and over and never ends',
    (part) => {
      const text = part.repeat(20_000);
      expect(htmlOfPost(text).length).toBeGreaterThan(0);
    },
  );

  it('keeps all letters that are in no markup', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\w .,“”‘’\n]{0,200}$/), (text) => {
        expect(htmlOfPost(text).replaceAll(/<[^>]*>|\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });
});

describe('posts of the REST interface', () => {
  const post = {
    id: 7,
    date: '2015-12-17T22:00:00',
    date_gmt: '2015-12-18T03:00:00',
    modified: '2015-12-17T22:00:00',
    modified_gmt: '2015-12-18T03:00:00',
    guid: { rendered: 'https://weir.example/?p=7' },
    slug: 'river',
    status: 'publish',
    type: 'post',
    link: 'https://weir.example/2015/river/',
    title: { rendered: 'River &#8220;rises&#8221;' },
    content: { rendered: '<p>&#8220;It will,&#8221; Mayor Alma Reyes said.</p>\n<p>[the end]</p>', protected: false },
    author: 3,
    yoast_head_json: { author: 'Jo Lane', og_site_name: 'The Weir' },
  };
  const read = (value: unknown) => readingsOf(JSON.stringify(value));

  it('are read, alone and in lists', async () => {
    for (const value of [post, [post], { posts: [post] }]) {
      const article = articleIn((await read(value))[0]);
      expect(article).toMatchObject({
        headline: 'River “rises”',
        outlet: 'The Weir',
        byline: 'Jo Lane',
        publishedAt: '2015-12-17T22:00:00-05:00',
        updatedAt: null,
        url: 'https://weir.example/2015/river/',
      });
      expect(article.text).toBe('River “rises”\n\n“It will,” Mayor Alma Reyes said.\n\n[the end]');
    }
  });

  it('name the authors that are embedded', async () => {
    const embedded = {
      ...post,
      yoast_head_json: undefined,
      _embedded: { author: [{ name: 'Jo Lane' }, { name: 'Al Ott' }] },
    };
    expect(articleIn((await read(embedded))[0]).byline).toBe('Jo Lane, Al Ott');
    expect(articleIn((await read({ ...post, yoast_head_json: 7, _embedded: 'x' }))[0]).byline).toBe(null);
  });

  it('are the same article as in the export', async () => {
    const exported = articleIn((await readingsOf(exportOf(item({}))))[0]);
    expect(articleIn((await read(post))[0]).id).toBe(exported.id);
  });

  it.each([
    ['a protected one', { ...post, content: { rendered: '', protected: true } }, 'it is protected by a password'],
    ['a draft', { ...post, status: 'draft' }, 'it is not published (draft)'],
    ['a page', { ...post, type: 'page' }, 'it is no post (page)'],
    ['an empty one', { ...post, content: { rendered: '<img>' } }, 'it has no text'],
    [
      'an error',
      { code: 'rest_forbidden', message: 'No.', data: { status: 401 } },
      'WordPress refused it: No. (rest_forbidden)',
    ],
  ])('are refused: %s', async (_, value, reason) => {
    expect(shown(await read(value))).toEqual([reason]);
  });
});
