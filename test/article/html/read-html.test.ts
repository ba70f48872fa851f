import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Article, slice } from '../../../src/article/article.ts';
import { readHtml, readPage } from '../../../src/article/html/read-html.ts';

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

const article = (body: string, head = '') => `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
void [readPage, article];
