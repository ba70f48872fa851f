import { describe, expect, it } from 'vitest';
import { copiesOf, creditLine, shown } from '../../src/answer/citation.ts';
import { cutExcerpt } from '../../src/answer/excerpt.ts';
import { type Article, slice } from '../../src/article/article.ts';
import { readArticle } from '../../src/article/read-article.ts';
import { type Entry, entriesOf } from '../../src/extraction/entry.ts';
import { extract } from '../../src/extraction/extract.ts';

const TEXT = `---
headline: River rises
outlet: The Weir
published: 2020-02-03
url: https://weir.example/river-rises
---
The river rose on Monday.
“The river will rise again – and soon,” Mayor Alma Reyes said.
Reyes also said the bridge needs mending, as every_body knows.
“Nobody was asked at all about any of this by anybody.”
`;

function articleOf(text: string): Article {
  const reading = readArticle(new TextEncoder().encode(text), 'river.txt');
  if (reading.kind === 'refused') throw new Error(reading.reason);
  return reading.article;
}

const article = articleOf(TEXT);
const entries = entriesOf(article, extract(article));
const kept = {
  article,
  state: { kind: 'live' },
  embargoUntil: null,
  channels: null,
  keptAt: '2020-02-03T10:00:00Z',
  isCurrent: true,
} as const;

function excerptOf(words: string) {
  const entry = entries.find(({ text }) => text.includes(words));
  const excerpt = entry && cutExcerpt(kept, entry);
  if (!excerpt) throw new Error(`no excerpt with ${words}`);
  return excerpt;
}

describe('cutExcerpt', () => {
  it('keeps the article’s own marks around a quote', () => {
    const excerpt = excerptOf('rise again');
    expect(excerpt.printed.text).toBe('“The river will rise again – and soon,”');
    expect(excerpt).toMatchObject({ label: 'quote', who: 'Alma Reyes', cutBefore: false, cutAfter: false });
    expect(excerpt.before?.text).toBe('The river rose on Monday.');
  });

  it('marks where a paraphrase is cut out of its sentence', () => {
    const excerpt = excerptOf('the bridge needs mending');
    expect(shown(excerpt)).toMatch(/^… the bridge needs mending/);
    expect(excerpt.label).toBe('paraphrase');
  });

  it('shows nothing where the stored text is no longer the one that was read', () => {
    const entry = entries.find(({ text }) => text.includes('rise again'));
    if (!entry) throw new Error('nothing read');
    const altered = { ...kept, article: { ...article, text: article.text.replace('soon', 'late') } };
    const moved: Entry = {
      ...entry,
      content: entry.content.map(({ start, end }) => ({ start: start + 1, end: end + 1 })),
    };
    expect(cutExcerpt(altered, entry)).toBeUndefined();
    expect(cutExcerpt(kept, moved)).toBeUndefined();
    expect(cutExcerpt(kept, { ...entry, sha256: '0'.repeat(64) })).toBeUndefined();
  });

  it('leads to the words on the page', () => {
    expect(excerptOf('rise again').citation.deepLink).toBe(
      `https://weir.example/river-rises#:~:text=${encodeURIComponent('The river will rise again – and soon')}`,
    );
  });
});

describe('copiesOf', () => {
  it('gives every style the very words, the credit and the place', () => {
    const excerpt = excerptOf('rise again');
    const styles = copiesOf(excerpt);
    expect(styles.map(({ style }) => style)).toEqual(['house', 'ap', 'guardian', 'markdown', 'link']);
    for (const { style, text } of styles) {
      if (style === 'link') continue;
      expect(text).toContain('“The river will rise again – and soon,”');
      expect(text).toContain('Alma Reyes');
      expect(text).toContain('The Weir');
      expect(text).toContain('2020-02-03');
    }
  });

  it('puts no quotation marks around a paraphrase, and leaves no mark of Markdown alive', () => {
    const [house, , , markdown] = copiesOf(excerptOf('the bridge needs mending'));
    expect(house?.text).toMatch(/^… the bridge needs mending/);
    expect(markdown?.text).toContain('every\\_body');
  });

  it('credits nobody where the article credits nobody', () => {
    const excerpt = excerptOf('Nobody was asked');
    expect(creditLine(excerpt)).toBe('No speaker given (quote)');
    expect(slice(article.text, excerpt.words.span)).toBe(excerpt.words.text);
  });
});
