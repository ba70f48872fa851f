import { describe, expect, it } from 'vitest';
import { readText } from '../../../src/article/read-article.ts';
import { HOSTILE_TEXTS, plainText } from '../../../src/bench/extract/hostile-texts.ts';
import { extract } from '../../../src/extraction/extract.ts';

describe('hostile texts', () => {
  it.each(HOSTILE_TEXTS.map(({ name, make }) => ({ name, make })))(
    '$name: about as long as asked, and read',
    ({ make }) => {
      const text = make(10_000);
      expect(text.length).toBeGreaterThan(9_000);
      expect(text.length).toBeLessThanOrEqual(10_000);
      const { quotations } = extract(readText(text, 'hostile'));
      for (const { content } of quotations) {
        for (const { start, end } of content) expect(0 <= start && start < end && end <= text.length).toBe(true);
      }
    },
  );

  it('stand beside plain text of the same size', () => {
    expect(plainText(12_345)).toHaveLength(12_345);
  });
});
