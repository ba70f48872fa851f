import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, slice } from '../../src/article/article.ts';
import { MAX_ARTICLE_BYTES, readArticle, readText } from '../../src/article/read-article.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

function read(text: string): Article {
  const reading = readArticle(bytes(text), 'desk/flood.txt');
  if (reading.kind === 'refused') throw new Error(reading.reason);
  return reading.article;
}

const paragraphsOf = (article: Article) =>
  article.paragraphs.map((span) => `${span.role}: ${slice(article.text, span)}`);

describe('readArticle', () => {
  it('takes the first line as the headline and each further line as a paragraph', () => {
    const article = read('River rises\nThe river rose on Monday.\nNobody was hurt.');
    expect(article.headline).toBe('River rises');
    expect(paragraphsOf(article)).toEqual([
      'headline: River rises',
      'body: The river rose on Monday.',
      'body: Nobody was hurt.',
    ]);
  });

  it('takes wrapped lines between blank lines as one paragraph', () => {
    const article = read(
      'River rises\n\nThe river rose on Monday, the mayor of the town said,\nand would rise again.\n\nNobody was hurt.\n',
    );
    expect(paragraphsOf(article).slice(1)).toEqual([
      'body: The river rose on Monday, the mayor of the town said,\nand would rise again.',
      'body: Nobody was hurt.',
    ]);
  });

  it('keeps lines apart that are too long or too short to have been wrapped', () => {
    const long =
      'The river rose on Monday and the mayor of the town said that it would go on rising for at least three days.';
    expect(paragraphsOf(read(`River rises\n\n${long}\n${long}\n\nYes.\nNo.`)).slice(1)).toEqual([
      `body: ${long}`,
      `body: ${long}`,
      'body: Yes.',
      'body: No.',
    ]);
  });

  it('reads the masthead from front matter and gives null for what is not there', () => {
    const article = read(
      '---\nheadline: River rises\noutlet: The Weir\nbyline: [A. Reyes, B. Ott]\npublished: 2015-12-17\nurl: https://weir.example/river\n---\nThe river rose.\n',
    );
    expect(article).toMatchObject({
      headline: 'River rises',
      outlet: 'The Weir',
      byline: 'A. Reyes, B. Ott',
      publishedAt: '2015-12-17',
      updatedAt: null,
      url: 'https://weir.example/river',
      language: null,
    });
    expect(paragraphsOf(article)).toEqual(['headline: River rises', 'body: The river rose.']);
  });

  it('gives an article with a URL the same id wherever its file lies', () => {
    const text = '---\nurl: https://weir.example/river\n---\nRiver rises\n';
    const ids = ['a.md', 'b/c.md'].map((origin) => {
      const reading = readArticle(bytes(text), origin);
      return reading.kind === 'article' ? reading.article.id : reading.reason;
    });
    expect(new Set(ids).size).toBe(1);
  });

  it('leaves the heading marks of Markdown out of headline and paragraphs', () => {
    expect(paragraphsOf(read('# River rises\n\nIt rose.\n\n## What next\n'))).toEqual([
      'headline: River rises',
      'body: It rose.',
      'body: What next',
    ]);
  });

  it('keeps the text of the shipped article byte for byte', () => {
    const file = readFileSync(new URL('../../seeds/000_fb7ac525feaaad7d.txt', import.meta.url));
    const reading = readArticle(file, 'seed');
    if (reading.kind === 'refused') throw new Error(reading.reason);
    expect(Buffer.from(reading.article.text).equals(file)).toBe(true);
    expect(reading.article.sha256).toBe('06393c17318ed43f8cc1c4c9f9cd5180f4b6fb829d81d907b793c513f5d05131');
    expect(reading.article.paragraphs).toHaveLength(16);
  });

  it.each([
    ['an empty file', bytes(''), 'it has no text'],
    ['a file of blanks', bytes(' \n\t\n'), 'it has no text'],
    ['a binary file', new Uint8Array([77, 90, 0, 3]), 'it is not a text file'],
    ['a file in another encoding', new Uint8Array([99, 97, 102, 233]), 'it is not UTF-8 text; save it as UTF-8'],
    ['an oversized file', new Uint8Array(MAX_ARTICLE_BYTES + 1).fill(97), 'it is 4.0 MiB, more than 4 MiB'],
    [
      'front matter that never closes',
      bytes('---\nheadline: A\nText'),
      'its front matter opens with --- and never closes',
    ],
    [
      'a date that is none',
      bytes('---\npublished: last May\n---\nA\n'),
      'in its front matter, published is no date like 2015-12-17 or 2015-12-17T09:00+08:00',
    ],
    [
      'an address that could run code',
      bytes('---\nurl: "javascript:alert(1)"\n---\nA\n'),
      'in its front matter, url is no web address that starts with http:// or https://',
    ],
  ])('refuses %s', (_what, file, reason) => {
    expect(readArticle(file, 'x')).toEqual({ kind: 'refused', reason });
  });

  it('refuses front matter that is not YAML', () => {
    expect(readArticle(bytes('---\nheadline: "A\n---\nText\n'), 'x')).toMatchObject({ kind: 'refused' });
  });

  it('refuses aliases that would blow up', () => {
    const bomb = `---\na: &a [x,x,x,x]\n${'bcdefgh'
      .split('')
      .map((key, index) => `${key}: &${key} [*${'abcdefg'[index]},*${'abcdefg'[index]},*${'abcdefg'[index]}]`)
      .join('\n')}\n---\nText\n`;
    expect(readArticle(bytes(bomb), 'x')).toMatchObject({ kind: 'refused' });
  });

  it('keeps any text as it is, with paragraphs in order that slice to trimmed lines', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }).filter((text) => text.isWellFormed() && !text.includes('\0')),
        (text) => {
          const reading = readArticle(bytes(text), 'x');
          if (reading.kind === 'refused') return;
          const { article } = reading;
          expect(article.text).toBe(text);
          expect(article.sha256).toBe(createHash('sha256').update(text).digest('hex'));
          let previous = 0;
          for (const paragraph of article.paragraphs) {
            expect(paragraph.start).toBeGreaterThanOrEqual(previous);
            expect(paragraph.end).toBeGreaterThan(paragraph.start);
            const words = slice(article.text, paragraph);
            expect(words).toBe(words.trim());
            previous = paragraph.end;
          }
        },
      ),
    );
  });
});

describe('readText', () => {
  it('keeps a byte order mark in the text and out of the headline', () => {
    const article = readText('\uFEFFRiver rises\r\nIt rose.\r\n', 'a-1');
    expect(article.id).toBe('a-1');
    expect(article.headline).toBe('River rises');
    expect(paragraphsOf(article)).toEqual(['headline: River rises', 'body: It rose.']);
  });
});
