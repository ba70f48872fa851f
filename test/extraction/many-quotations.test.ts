import { describe, expect, it } from 'vitest';
import { readText } from '../../src/article/read-article.ts';
import { extract } from '../../src/extraction/extract.ts';

describe('extract', () => {
  it('reads a paragraph with more quotations than a call may have arguments', { timeout: 60_000 }, () => {
    const text = `Dam news\n\n${'“a” '.repeat(130_000)}\n`;
    expect(extract(readText(text, 'dam')).quotations.length).toBeGreaterThan(120_000);
  });
});
