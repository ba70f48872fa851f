import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slice } from '../../../src/article/article.ts';
import { readPage } from '../../../src/article/html/read-html.ts';

/** How a site sets an article: its paragraphs come in as HTML, and what else it prints is around and between them. */
type Template = (paragraphs: readonly string[]) => string;

const HEADLINE = 'River rises again';
const FOREIGN = [
  '<div class="ad-slot"><p>Advertisement</p></div>',
  '<div class="newsletter-signup"><h3>Sign up</h3><p>“The best email of the day,” our readers say.</p><form><input type="email"></form></div>',
  '<aside class="related-stories"><h3>Related</h3><ul><li><a href="/a">“We give up,” says nobody</a></li><li><a href="/b">Another</a></li></ul></aside>',
  '<p><strong>Read more: <a href="/c">“Never,” say the fishermen</a></strong></p>',
  '<div class="social-share"><a href="#">Facebook</a> <a href="#">Email</a></div>',
  '<script>var quote = "“no”";</script>',
  '<!-- “no” -->',
];
const COMMENTS =
  '<section id="comments" class="comments-area"><h2>3 comments</h2><ol><li class="comment"><p>“I never liked that river, and I have said so to everybody who would hear it for many long years,” said my aunt.</p></li></ol></section>';
const page = (body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${HEADLINE} | The Weir</title><meta property="og:title" content="${HEADLINE}"><meta property="og:site_name" content="The Weir">${head}</head><body><header class="site-header"><nav><a href="/">Home</a><a href="/news">News</a></nav></header>${body}<footer class="site-footer"><p>Copyright The Weir. All rights reserved.</p></footer></body></html>`;
/** What sites put between paragraphs, after every second one. */
const mixed = (blocks: readonly string[]) =>
  blocks
    .map((block, index) => (index % 2 === 1 ? `${block}${FOREIGN[(index >> 1) % FOREIGN.length]}` : block))
    .join('\n');
const wrapped = (paragraphs: readonly string[], open: string, close: string) =>
  paragraphs.map((words) => `${open}${words}${close}`);

const TEMPLATES: Readonly<Record<string, Template>> = {
  'a WordPress theme': (paragraphs) =>
    page(
      `<main><article class="post type-post"><header class="entry-header"><h1 class="entry-title">${HEADLINE}</h1><div class="entry-meta">By <a rel="author" href="#">Ann Ott</a> <time datetime="2024-01-02">January 2, 2024</time></div></header><div class="entry-content">${mixed(wrapped(paragraphs, '<p>', '</p>'))}</div></article>${COMMENTS}</main><aside id="secondary" class="widget-area"><p>About us: we write about the river.</p></aside>`,
    ),
  'a newspaper of components': (paragraphs) =>
    page(
      `<main><article><h1>${HEADLINE}</h1><div data-component="byline-block"><span>By Ann Ott</span></div>${mixed(wrapped(paragraphs, '<div data-component="text-block" class="ssrcss-1a2b"><div class="ssrcss-3c4d"><p class="ssrcss-5e6f">', '</p></div></div>'))}</article></main>`,
    ),
  'a page with microdata': (paragraphs) =>
    page(
      `<div class="wrap"><div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">${HEADLINE}</h1><span itemprop="author" itemscope><span itemprop="name">Ann Ott</span></span><div itemprop="articleBody">${mixed(wrapped(paragraphs, '<p>', '</p>'))}</div></div>${COMMENTS}</div>`,
    ),
  'a page of nothing but div elements': (paragraphs) =>
    page(
      `<div class="x1"><div class="x2"><h1>${HEADLINE}</h1><div class="x3">${mixed(wrapped(paragraphs, '<div class="x4">', '</div>'))}</div></div></div>`,
    ),
  'a page of line breaks': (paragraphs) =>
    page(
      `<table><tr><td><a href="/">Home</a></td><td><h1>${HEADLINE}</h1><font size="2">${paragraphs.join('<br>\n<br>')}</font></td></tr></table>`,
    ),
  'an AMP page': (paragraphs) =>
    page(
      `<article class="amp-wp-article"><h1 class="amp-wp-title">${HEADLINE}</h1><div class="amp-wp-article-content">${wrapped(paragraphs, '<p>', '</p>').join('<amp-ad width="1"><div fallback>“No ad”</div></amp-ad>')}</div></article>`,
    ),
  'a page with forgotten end tags': (paragraphs) =>
    page(
      `<div id="content"><h1>${HEADLINE}</h1><div class="story-body">${wrapped(paragraphs, '<p>', '').join('\n')}</div></div>`,
    ),
};

const words = fc.array(
  fc.constantFrom(
    'the',
    'river',
    'rose',
    'again',
    'on',
    'Monday',
    'and',
    'nobody',
    'knew',
    'Reyes',
    'council',
    'more',
    'share',
    'comments',
    '“we',
    'stay”',
    '‘dam’',
    '"no"',
    '«oui»',
    'it’s',
    '10,000',
    'AT&amp;T',
    '<em>very</em>',
    '<a href="/x">late</a>',
    'news<b>letter</b>',
  ),
  { minLength: 8, maxLength: 40 },
);
const paragraph = words.map((list) => `The town ${list.join(' ')} in the end.`);
const article = fc.array(paragraph, { minLength: 4, maxLength: 12 });

/** What a reader sees of a paragraph: the oracle, without a parser. */
const seen = (html: string) => html.replace(/<[^<>]*>/g, '').replaceAll('&amp;', '&');

describe('readPage', () => {
  it.each(Object.entries(TEMPLATES))(
    'gives back the paragraphs of any article, and no more, from %s',
    (_name, template) => {
      fc.assert(
        fc.property(article, (paragraphs) => {
          const reading = readPage(template(paragraphs), 'https://weir.example/river');
          if (reading.kind === 'refused') throw new Error(reading.reason);
          const { text, paragraphs: found, headline } = reading.article;
          expect(headline).toBe(HEADLINE);
          expect(found.map((span) => slice(text, span))).toEqual([HEADLINE, ...paragraphs.map(seen)]);
        }),
        { numRuns: 25 },
      );
    },
  );
});
