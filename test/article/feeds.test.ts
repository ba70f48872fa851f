import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Feed, FeedItem } from '../../src/article/document.ts';
import { readDocument } from '../../src/article/read-document.ts';
import { extract } from '../../src/extraction/extract.ts';

const FEED_URL = 'https://weir.example/news/feed.xml';
const BODY =
  '<p>The river rose on Monday, the third time in a year that it did, and the bridges of the lower town were closed to ' +
  'all traffic until the evening.</p><p>“It will rise again,” Mayor Alma Reyes said. “Nobody should sleep in a cellar ' +
  'tonight.”</p><p>The council meets on Tuesday to talk about the dam &amp; the money for it, which nobody has found ' +
  'so far.</p>';

async function read(feed: string | Uint8Array, origin = FEED_URL): Promise<Feed> {
  const bytes = typeof feed === 'string' ? new TextEncoder().encode(feed) : feed;
  const contents = await readDocument({ bytes, origin });
  if (contents.kind !== 'feed') throw new Error(JSON.stringify(contents));
  return contents.feed;
}

const rss = (items: string, channel = '<title>The Weir</title><link>https://weir.example/</link>') =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
    xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>${channel}${items}</channel></rss>`;
const atom = (entries: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>The Weir</title>${entries}</feed>`;
const encoded = (html: string) => `<content:encoded><![CDATA[${html}]]></content:encoded>`;

async function item(feed: string): Promise<FeedItem> {
  const [first] = (await read(feed)).items;
  if (!first) throw new Error('the feed has no item');
  return first;
}

function articleOf({ reading }: FeedItem) {
  if (reading?.kind !== 'article') throw new Error(reading?.reason ?? 'the item holds only a summary');
  return reading.article;
}

describe('a feed', () => {
  it('is read from RSS 2.0 with the whole text in it', async () => {
    const first = await item(
      rss(
        `<item><title>River &amp;#8220;rises&amp;#8221;</title><link>/river?a=1&amp;b=2</link><guid isPermaLink="false">17</guid>
         <dc:creator>Jo Lane</dc:creator><dc:creator>Al Ott</dc:creator><pubDate>Thu, 17 Dec 2015 09:00:00 EST</pubDate>
         <category>River</category><description>The river rose.</description>${encoded(BODY)}</item>`,
        '<title>The Weir</title><link>https://weir.example/</link><language>en-us</language>',
      ),
    );
    expect(first).toMatchObject({
      url: 'https://weir.example/river?a=1&b=2',
      id: '17',
      title: 'River “rises”',
      publishedAt: '2015-12-17T09:00:00-05:00',
    });
    const article = articleOf(first);
    expect(article).toMatchObject({
      headline: 'River “rises”',
      outlet: 'The Weir',
      byline: 'Jo Lane, Al Ott',
      language: 'en-US',
    });
    expect(article.text.startsWith('River “rises”\n\nThe river rose on Monday')).toBe(true);
    expect(article.text).toContain('the dam & the money');
    const said = extract(article).quotations.find(({ kind }) => kind === 'direct');
    expect(said).toMatchObject({ speaker: 'Alma Reyes', status: 'named' });
    expect(said?.content.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'It will rise again',
      'Nobody should sleep in a cellar tonight.',
    ]);
  });

  it('is read from Atom, with addresses seen from where the feed says', async () => {
    const first = await item(
      `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://weir.example/a/" xml:lang="en-GB">
       <title type="html">Weir &amp;amp; Dam</title><author><name>The desk</name></author>
       <entry xml:base="b/"><title type="html">Say &lt;b&gt;no&lt;/b&gt;</title><link rel="self" href="self"/><link href="c.html"/>
       <id>tag:weir.example,2015:1</id><published>2015-12-17T09:00:00Z</published><updated>2015-12-18T09:00:00Z</updated>
       <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${BODY}</div></content></entry></feed>`,
    );
    expect(first).toMatchObject({
      url: 'https://weir.example/a/b/c.html',
      title: 'Say no',
      id: 'tag:weir.example,2015:1',
    });
    expect(articleOf(first)).toMatchObject({
      outlet: 'Weir & Dam',
      byline: 'The desk',
      publishedAt: '2015-12-17T09:00:00Z',
      updatedAt: '2015-12-18T09:00:00Z',
      language: 'en-GB',
    });
  });

  it.each([
    ['xhtml', `<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${BODY}</div></content>`],
    ['html', `<content type="html">${BODY.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content>`],
    ['html in CDATA', `<content type="html"><![CDATA[${BODY}]]></content>`],
    ['text that is HTML', `<content>${BODY.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</content>`],
    ['text', `<content type="text">${BODY.replaceAll('</p><p>', '\n\n').replaceAll(/<\/?p>/g, '')}</content>`],
  ])('is read from Atom with %s', async (_, content) => {
    const article = articleOf(await item(atom(`<entry><title>River</title><id>1</id>${content}</entry>`)));
    expect(article.paragraphs.map(({ role }) => role)).toEqual(['headline', 'body', 'body', 'body']);
    expect(article.text).toContain('\n\n“It will rise again,” Mayor Alma Reyes said. “Nobody');
    expect(article.text).toContain('the dam & the money');
  });

  it('is read from RSS 1.0', async () => {
    const first = await item(
      `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
        xmlns:dc="http://purl.org/dc/elements/1.1/"><channel rdf:about="https://weir.example/"><title>The Weir</title></channel>
        <item rdf:about="https://weir.example/1"><title>River</title><link>https://weir.example/1</link>
        <dc:date>2015-12-17</dc:date></item></rdf:RDF>`,
    );
    expect(first).toEqual({
      url: 'https://weir.example/1',
      id: 'https://weir.example/1',
      updatedAt: null,
      title: 'River',
      publishedAt: '2015-12-17',
      reading: null,
    });
  });

  it('is read from JSON Feed, whose text is taken as it is', async () => {
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      title: 'The Weir',
      home_page_url: 'https://weir.example/',
      items: [
        { id: 1, url: '/1', title: 'A < B', content_html: BODY, date_published: '2015-12-17T09:00:00+01:00' },
        { id: 2 },
      ],
    };
    const { items } = await read(JSON.stringify(feed), 'https://weir.example/feed.json');
    expect(items.map(({ url }) => url)).toEqual(['https://weir.example/1', null]);
    expect(items[0] && articleOf(items[0])).toMatchObject({
      headline: 'A < B',
      publishedAt: '2015-12-17T09:00:00+01:00',
    });
  });

  it.each([
    ['link', '<link>https://weir.example/a</link><guid>https://weir.example/b</guid>', 'https://weir.example/a'],
    ['guid', '<guid>https://weir.example/b</guid>', 'https://weir.example/b'],
    ['no guid that is no address', '<guid isPermaLink="false">https://weir.example/b</guid>', null],
    ['relative link', '<link>../a</link>', 'https://weir.example/a'],
    ['link with blanks around', '<link>\n  https://weir.example/a\n</link>', 'https://weir.example/a'],
    ['no script', '<link>javascript:alert(1)</link>', null],
    ['link of Atom', '<a:link xmlns:a="http://www.w3.org/2005/Atom" href="/a"/>', 'https://weir.example/a'],
  ])('gives the page of an item by its %s', async (_, link, url) => {
    const first = await item(rss(`<item><title>A</title>${link}</item>`, '<title>The Weir</title>'));
    expect(first.url).toBe(url);
  });

  it('says of an item from elsewhere whose it is', async () => {
    const first = await item(
      rss(`<item><title>A</title><source url="https://dam.example/feed">The Dam</source>${encoded(BODY)}</item>`),
    );
    expect(articleOf(first).outlet).toBe('The Dam');
  });

  it('knows an article of it again by the address of its page', async () => {
    const one = await item(
      rss(`<item><title>A</title><link>https://weir.example/1?utm_source=rss</link>${encoded(BODY)}</item>`),
    );
    const other = await item(rss(`<item><title>B</title><link>https://weir.example/1</link>${encoded(BODY)}</item>`));
    expect(articleOf(one).id).toBe(articleOf(other).id);
  });
});

describe('the text of an item', () => {
  const isWhole = async (parts: string) =>
    (await item(rss(`<item><title>River</title>${parts}</item>`))).reading !== null;
  const sentences = (count: number) => 'The river rose on Monday and fell on Tuesday, as it had done. '.repeat(count);

  it.each([
    ['content that is long enough', encoded(BODY), true],
    ['content that is short', encoded('<p>The river rose.</p>'), false],
    [
      'content that repeats the summary',
      `<description>${sentences(8)}</description>${encoded(`<p>${sentences(8)}</p>`)}`,
      false,
    ],
    ['content that ends in an ellipsis', encoded(`${BODY}<p>The dam…</p>`), false],
    ['content that ends in […]', encoded(BODY.replace(/\.<\/p>$/, ' [&hellip;]</p>')), false],
    ['content with a link to more', encoded(`${BODY}<p><a href="/1">Read more</a></p>`), false],
    ['content with a link to the full story', encoded(`${BODY}<p>Continue reading “River” →</p>`), false],
    ['content behind a wall', encoded(`${BODY}<p>Subscribe now to continue reading.</p>`), false],
    [
      'a quotation that tells somebody to read on',
      encoded(`${BODY}<p>“Read more books,” Reyes said to the children of the town.</p>`),
      true,
    ],
    ['a description alone', `<description>${sentences(20)}</description>`, false],
    [
      'a description of many paragraphs',
      `<description><![CDATA[${BODY}${`<p>${sentences(6)}</p>`.repeat(3)}]]></description>`,
      true,
    ],
    [
      'a description that is cut',
      `<description><![CDATA[${BODY}${`<p>${sentences(6)}</p>`.repeat(3)}<p>...</p>]]></description>`,
      true,
    ],
  ])('is whole or not: %s', async (_, parts, whole) => {
    expect(await isWhole(parts)).toBe(whole);
  });

  it('leaves out the line that WordPress puts below it', async () => {
    const first = await item(
      rss(
        `<item><title>River</title>${encoded(`${BODY}<p>The post <a href="/1">River</a> appeared first on <a href="/">The Weir</a>.</p>`)}</item>`,
      ),
    );
    expect(articleOf(first).text.endsWith('nobody has found so far.')).toBe(true);
  });
});

describe('a damaged feed', () => {
  const titles = async (feed: string | Uint8Array) => (await read(feed)).items.map(({ title }) => title);
  const [one, two, three] = ['One', 'Two', 'Three'].map((title) => `<item><title>${title}</title></item>`);

  it.each([
    ['white space and a byte order mark before it', `\uFEFF\n\n  ${rss(`${one}`)}`, ['One']],
    ['warnings before it', `<br />\n<b>Warning</b>: foo() in /bar on line 1<br />\n${rss(`${one}`)}`, ['One']],
    ['a bare ampersand', rss('<item><title>R&D & more</title></item>'), ['R&D & more']],
    ['entities of HTML', rss('<item><title>caf&eacute;&nbsp;&mdash; &#8220;x&#x201D;</title></item>'), ['café — “x”']],
    ['entities that are none', rss('<item><title>a &bogus; b</title></item>'), ['a &bogus; b']],
    ['CDATA', rss('<item><title><![CDATA[a & b <i>c</i>]]></title></item>'), ['a & b c']],
    ['the end cut off', rss(`${one}${two}<item><title>Thr`).slice(0, -16), ['One', 'Two']],
    ['an item that does not close', rss(`${one}<item><title>Two</title>${three}`), ['One', 'Two', 'Three']],
    [
      'an element that does not close',
      rss(`${one}<item><title>Two</title><x></item>${three}`),
      ['One', 'Two', 'Three'],
    ],
    ['elements without end', rss(`${one}<item>${'<a>'.repeat(50_000)}</item>${three}`), ['One', 'Three']],
    ['no namespaces', rss(`${one}`).replaceAll(/xmlns:\w+="[^"]*"/g, ''), ['One']],
    ['capitals', '<RSS VERSION="2.0"><CHANNEL><ITEM><TITLE>One</TITLE></ITEM></CHANNEL></RSS>', ['One']],
    ['items in comments', rss(`<!-- ${two} -->${one}`), ['One']],
    ['another encoding than it says', rss(`${one}`).replace('UTF-8', 'ISO-8859-1').replace('One', 'Öne'), ['Öne']],
  ])('is read all the same: %s', async (_, feed, expected) => {
    expect(await titles(feed)).toEqual(expected);
  });

  it('in windows-1252 keeps its quotation marks', async () => {
    const bytes = Buffer.from(
      rss('<item><title>\x93One\x94</title></item>').replace('UTF-8', 'windows-1252'),
      'latin1',
    );
    expect(await titles(bytes)).toEqual(['“One”']);
  });

  it('with letters that cannot be read in one item leaves that one’s text to its page', async () => {
    const bytes = Buffer.from(
      rss(
        `<item><title>One</title>${encoded(BODY.replace('“', '\x93'))}</item><item><title>Two</title>${encoded(BODY.replaceAll(/[“”]/g, '"'))}</item>`,
      ),
      'latin1',
    );
    const { items } = await read(bytes);
    expect(items.map(({ reading }) => reading?.kind)).toEqual([undefined, 'article']);
  });

  it('of entities that stand for ever more entities is read without them', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY a "aaaaaaaaaa">${[...'bcdefghij']
      .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghi'[at]};`.repeat(10)}">`)
      .join('')}<!ENTITY f2 SYSTEM "file:///etc/passwd">]>`;
    const feed = rss('<item><title>&j; &f2;</title></item>').replace('?>', `?>${bomb}`);
    expect(await titles(feed)).toEqual(['&j; &f2;']);
  });

  it('of 10,000 items is read, and the 10,001st is left out', async () => {
    const { items } = await read(rss('<item><title>One</title><link>/1</link></item>'.repeat(10_001)));
    expect(items).toHaveLength(10_000);
  });

  it('that is only its beginning is refused', async () => {
    const bytes = new TextEncoder().encode('<rss version="2.0"><channel><title>T');
    expect(await readDocument({ bytes, origin: FEED_URL })).toEqual({
      kind: 'refused',
      reason: 'it looks like a feed, but is too damaged to be read',
    });
  });

  it('gives the same items wherever it is cut, up to there', async () => {
    const feed = rss(`${one}${two}${three}`);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: feed.indexOf('</item>') + 7, max: feed.length }), async (length) => {
        const all = ['One', 'Two', 'Three'];
        const found = await titles(feed.slice(0, length));
        expect(found).toEqual(all.slice(0, found.length));
        expect(found.length).toBeGreaterThanOrEqual(feed.slice(0, length).split('</item>').length - 1);
      }),
      { numRuns: 60 },
    );
  });
});
