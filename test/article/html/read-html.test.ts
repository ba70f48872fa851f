import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Article, slice } from '../../../src/article/article.ts';
import { readHtml, readPage } from '../../../src/article/html/read-html.ts';
import { extract } from '../../../src/extraction/extract.ts';

const PAGES = new URL('./pages/', import.meta.url);
const pages = readdirSync(PAGES).filter((name) => name.endsWith('.html'));

/** An article as it is written down beside its page: what is given of its masthead, then its paragraphs. */
function printed({ text, paragraphs, id, sha256, ...masthead }: Article): string {
  const given = Object.entries(masthead).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]));
  const body = paragraphs.map((paragraph) => `[${paragraph.role}] ${slice(text, paragraph)}`);
  return `${[...given, '', ...body].join('\n')}\n`;
}

describe('readHtml', () => {
  it.each(pages)('reads the article of %s, and nothing else of it', (name) => {
    const reading = readHtml(readFileSync(new URL(name, PAGES)), name);
    const found = reading.kind === 'refused' ? `refused: ${reading.reason}\n` : printed(reading.article);
    expect(found).toBe(readFileSync(new URL(name.replace(/html$/, 'expected.txt'), PAGES), 'utf8'));
  });
});

const TEXT =
  '<p>The mill will open its doors in May, forty years after the last sack of flour left it.</p>' +
  '<p>“The wheel turns again,” said Mayor Alma Reyes, who cut the ribbon on Monday with her own knife.</p>';
const page = (head: string, body = `<main><h1>Mill reopens</h1>${TEXT}</main>`) =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

function read(html: string, origin = 'pages/mill.html'): Article {
  const reading = readPage(html, origin);
  if (reading.kind === 'refused') throw new Error(reading.reason);
  return reading.article;
}

describe('what a page says of its article', () => {
  const ld = (value: unknown) => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;
  const ARTICLE = { '@type': 'NewsArticle', headline: 'Mill reopens' };

  it.each<[string, string, Partial<Article>]>([
    [
      'no more than it says',
      '',
      {
        headline: 'Mill reopens',
        outlet: null,
        byline: null,
        publishedAt: null,
        updatedAt: null,
        url: null,
        language: null,
      },
    ],
    [
      'JSON-LD in a graph, with references',
      ld({
        '@graph': [
          { ...ARTICLE, author: { '@id': '#a' }, publisher: [{ '@id': '#o' }] },
          { '@id': '#a', '@type': 'Person', name: 'Ann Ott' },
          { '@id': '#o', name: 'The Weir' },
        ],
      }),
      { byline: 'Ann Ott', outlet: 'The Weir' },
    ],
    [
      'the article of several that has the address of the page',
      `<link rel="canonical" href="https://weir.example/mill">${ld([
        { ...ARTICLE, author: 'No One', url: 'https://weir.example/dam' },
        { ...ARTICLE, author: 'Ann Ott', url: 'https://weir.example/mill' },
      ])}`,
      { byline: 'Ann Ott', url: 'https://weir.example/mill' },
    ],
    [
      'JSON-LD with line ends in its strings and a comma too many',
      `<script type='application/ld+json'>//<![CDATA[\n{"@type":"NewsArticle","headline":"Mill\nreopens","datePublished":"2024-03-05",}\n//]]></script>`,
      { publishedAt: '2024-03-05' },
    ],
    [
      'nothing of JSON-LD that is broken beyond that',
      '<script type="application/ld+json">{"@type":"NewsArticle","author":</script><meta name="author" content="Ann Ott">',
      { byline: 'Ann Ott' },
    ],
    [
      'OpenGraph and article tags',
      '<meta property="og:site_name" content="The Weir"><meta property="article:published_time" content="2024-03-05T07:15:00+01:00"><meta property="og:locale" content="en_GB"><meta property="og:url" content="https://weir.example/mill#top">',
      {
        outlet: 'The Weir',
        publishedAt: '2024-03-05T07:15:00+01:00',
        language: 'en-GB',
        url: 'https://weir.example/mill',
      },
    ],
    [
      'Dublin Core',
      '<meta name="DC.creator" content="Ott, Ann"><meta name="DC.date.issued" content="2024-03-05"><meta name="dc.publisher" content="The Weir">',
      { byline: 'Ott, Ann', publishedAt: '2024-03-05', outlet: 'The Weir' },
    ],
    [
      'tags of measuring services',
      '<meta name="parsely-author" content="Ann Ott"><meta name="parsely-pub-date" content="2024-03-05T07:15:00Z"><meta name="sailthru.date" content="Tue, 05 Mar 2024 07:15:00 +0000">',
      { byline: 'Ann Ott', publishedAt: '2024-03-05T07:15:00Z' },
    ],
    [
      'a byline without “By”, and no address in place of one',
      '<meta property="article:author" content="https://facebook.com/weir"><meta name="byl" content="By Ann Ott">',
      { byline: 'Ann Ott' },
    ],
    [
      'a date with a zone in letters',
      '<meta name="date" content="March 5, 2024 7:15 AM EST">',
      { publishedAt: '2024-03-05T07:15:00-05:00' },
    ],
    ['no date that could be two', '<meta name="date" content="05/03/2024">', { publishedAt: null }],
    [
      'no address that could run code',
      '<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="file:///etc/passwd">',
      { url: null },
    ],
    [
      'entities in what it says',
      ld({ ...ARTICLE, publisher: { name: 'Weir &amp; Dam &#8217;24' } }),
      { outlet: 'Weir & Dam ’24' },
    ],
  ])('is %s', (_what, head, expected) => {
    expect(read(page(head))).toMatchObject(expected);
  });

  it('is the address that was asked for where it names none, or only the front page', () => {
    expect(read(page(''), 'https://weir.example/mill?id=7#x').url).toBe('https://weir.example/mill?id=7');
    expect(read(page('<link rel=canonical href="https://weir.example/">'), 'https://weir.example/mill').url).toBe(
      'https://weir.example/mill',
    );
    expect(read(page('<link rel=canonical href="../mill-2">'), 'https://weir.example/a/b').url).toBe(
      'https://weir.example/mill-2',
    );
  });

  it('is the same article wherever its file lies, by its canonical address', () => {
    const head = '<link rel="canonical" href="https://weir.example/mill">';
    expect(read(page(head), 'a.html').id).toBe(read(page(head), 'b/c.html').id);
  });

  it('takes the heading that is printed for the headline, without the outlet’s name behind it', () => {
    expect(
      read(
        page(
          '<title>Mill reopens - The Weir</title><meta property="og:site_name" content="The Weir">',
          `<header><h1><a href="/">The Weir</a></h1></header><main>${TEXT}</main>`,
        ),
      ).headline,
    ).toBe('Mill reopens');
    expect(
      read(
        page(
          '<meta property="og:title" content="Mill reopens: what to know">',
          `<main><h1>Mill reopens</h1>${TEXT}</main>`,
        ),
      ).headline,
    ).toBe('Mill reopens');
  });

  it('finds a printed byline and date that are marked as such, and none in comments or lists', () => {
    const marked =
      '<p class="byline">By <a rel="author" href="/ott">Ann Ott</a></p><time itemprop="datePublished" datetime="2024-03-05">5 March</time>';
    const other = '<div class="comments"><span class="author">Bert</span><time datetime="2024-03-06">x</time></div>';
    expect(read(page('', `<main><h1>Mill reopens</h1>${marked}${TEXT}${other}</main>`))).toMatchObject({
      byline: 'Ann Ott',
      publishedAt: '2024-03-05',
    });
    expect(read(page('', `<main><h1>Mill reopens</h1>${TEXT}${other}</main>`))).toMatchObject({
      byline: null,
      publishedAt: null,
    });
  });
});

describe('a page that is refused', () => {
  it.each([
    [
      'is no article',
      '<main><p>Welcome.</p></main>'.repeat(3),
      /^(?:no article was found|its text is not in the page)/,
    ],
    [
      'only links to articles',
      `<main>${'<article><h2><a href="/a">Mill reopens after forty years</a></h2><p><a href="/a">The mill will open its doors in May</a></p></article>'.repeat(12)}</main>`,
      'no article was found in it',
    ],
    [
      'keeps programs out',
      '<h1>Just a moment...</h1><p>Checking your browser before accessing weir.example.</p>',
      'it is a page that keeps programs out, not the article',
    ],
    ['is nested too deep', '<div>'.repeat(600), 'its elements are nested more than 512 deep'],
    ['has too much markup', '<b>'.repeat(1) + '<br>'.repeat(210_000), 'it has more than 200,000 tags and entities'],
    [
      'breaks off before a wall',
      `<article><h1>Mill</h1>${TEXT}<p>Then it happened, and nobody</p><div>Subscribe to continue reading</div></article>`,
      'it shows only the beginning of an article that is paid for',
    ],
  ])('%s', (_what, body, reason) => {
    const reading = readPage(page('', body), 'mill.html');
    expect(reading.kind === 'refused' && reading.reason).toMatch(reason);
  });

  it('has lost the paragraphs of the text that only its metadata holds', () => {
    const articleBody =
      'The mill will open its doors in May, forty years after the last sack of flour left it. '.repeat(30);
    const head = `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Mill', articleBody })}</script>`;
    expect(readPage(page(head, '<div id="app"></div>'), 'mill.html')).toMatchObject({ kind: 'refused' });
  });
});

describe('what was said on a page', () => {
  it.each([
    [
      'wordpress-classic.html',
      [
        ['We have waited for this since I was a girl … The wheel turns again.', 'Alma Reyes'],
        ['The cost … was “a scandal that our grandchildren will pay for', 'Tom Lane'],
      ],
    ],
    [
      'table-layout-2001.html',
      [
        ['We won what we came for', 'Petra Lang'],
        ['I am tired … We are all tired… but we won.', 'Petra Lang'],
      ],
    ],
    ['one-wrapper-each.html', [['We lost … Then we will ask for another law.', 'Alma Reyes']]],
    ['amp.html', [['It is the gas … The oven is on when I sleep.', 'Jonas Vogt']]],
    ['div-only.html', [['I heard a bang, and then the lights went out', 'Lena Ruiz']]],
  ])('is found in %s, with who said it', (name, expected) => {
    const reading = readHtml(readFileSync(new URL(name, PAGES)), name);
    if (reading.kind === 'refused') throw new Error(reading.reason);
    const { article } = reading;
    const said = extract(article).quotations.map(({ content, speaker }) => [
      content.map((span) => slice(article.text, span)).join(' … '),
      speaker,
    ]);
    for (const one of expected) expect(said).toContainEqual(one);
  });
});
