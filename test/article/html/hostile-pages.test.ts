// biome-ignore-all lint/style/useTemplate: what is repeated is seen better beside what stands around it
import { describe, expect, it } from 'vitest';
import { slice } from '../../../src/article/article.ts';
import { textFromHtml } from '../../../src/article/html/html-text.ts';
import { readPage } from '../../../src/article/html/read-html.ts';

/** Enough for what grows with the square of it to be felt, and little enough to be read at once. */
const N = 1500;
const para =
  '<p>“The river will rise,” said Mayor Alma Reyes on Monday, and everybody in the town believed her at once.</p>';

/** Pages that a careless reader would need a second, or all memory, for each thousand of their elements. */
const HOSTILE: Readonly<Record<string, string>> = {
  paragraphs: para.repeat(N / 4),
  deep500: '<div>'.repeat(500) + para.repeat(N / 10) + '</div>'.repeat(500),
  deep100k: '<div>'.repeat(N * 5) + para,
  unclosedDivs: '<div>x'.repeat(N),
  closers: '<div>'.repeat(400) + '</x>'.repeat(N) + para,
  brs: 'The river rose again today.<br><br>'.repeat(N),
  br1: 'The river rose.<br>'.repeat(N),
  spans: '<p>' + '<span>word </span>'.repeat(N) + '</p>',
  blockquotes: '<blockquote>the river will rise and fall again today</blockquote>'.repeat(N / 2),
  asides: '<aside><p>some words that are here for you all to read</p></aside>'.repeat(N / 2),
  links: '<p><a href="x">a link with some words in it</a></p>'.repeat(N / 2),
  qs: '<q>a '.repeat(400) + '<q>b</q>'.repeat(N),
  figs: ('<figure>' + '<img>'.repeat(50) + '<figcaption>x y</figcaption></figure>').repeat(N / 100),
  figcap: '<figure>' + '<figcaption>x y</figcaption>'.repeat(N / 4) + '</figure>',
  attrs: '<p ' + 'a=1 '.repeat(N) + '>' + para,
  longclass: `<p class="${'ad-'.repeat(N)}">x</p>` + para,
  quotesAttr: '<a "'.repeat(N) + para,
  comments: '<!--'.repeat(N) + para,
  lt: '<'.repeat(N * 5) + para,
  amp: '&'.repeat(N * 5) + para,
  entities: '&ldquo;'.repeat(N) + para,
  tables: '<table><tr>' + '<td>cell x</td>'.repeat(N) + '</tr></table>' + para,
  nestedTables: '<table><tr><td>'.repeat(150) + para.repeat(N / 10),
  spaces: '<p>' + ' '.repeat(N * 10) + 'x</p>' + para,
  nbsp: '<p>' + '&nbsp;'.repeat(N) + 'x</p>' + para,
  jsonld: `<script type="application/ld+json">${'['.repeat(N)}</script>` + para,
  jsonld2:
    `<script type="application/ld+json">[${'{"@type":"NewsArticle","headline":"x"},'.repeat(N / 4)}{}]</script>` + para,
  jsonldq: `<script type="application/ld+json">${'"\\'.repeat(N)}</script>` + para,
  metas: '<meta name="author" content="a b">'.repeat(N) + para,
  times: '<time>1 May 2020</time>'.repeat(N / 4) + para,
  h1: '<h1>The river</h1>'.repeat(N / 4) + para,
  articles: ('<article>' + para + '</article>').repeat(N / 10),
  bodies: '<body>'.repeat(N) + para,
  longline: '<p>' + 'word and “quote” '.repeat(N) + '</p>',
  oneword: '<p>' + 'a'.repeat(N * 20) + '</p>' + para,
  by: '<p>By ' + 'A'.repeat(200) + '</p>' + para,
  wall: `<p>${'continue reading '.repeat(N)}</p>`,
  scripts: '<script>a</script>'.repeat(N / 2) + para,
  unclosedScript: para.repeat(10) + '<script>'.repeat(N),
  itemprop: ('<div itemprop="articleBody">' + para + '</div>').repeat(N / 10),
  authors: '<span class="byline">By a</span>'.repeat(N / 4) + para,
  langs: '<p lang=de>' + '<q>x</q>'.repeat(N / 2),
};

describe('a hostile page', () => {
  it.each(Object.entries(HOSTILE))('is read to its end, or refused: %s', (_name, html) => {
    const plain = textFromHtml(html);
    expect(plain.paragraphs.map((span) => slice(plain.text, span)).join('\n\n')).toBe(plain.text);
    const reading = readPage(`<html><head></head><body>${html}</body></html>`, 'hostile.html');
    if (reading.kind === 'refused') expect(reading.reason).toMatch(/^it|^no|^its/);
    else expect(reading.article.paragraphs.length).toBeGreaterThan(0);
  });
});
