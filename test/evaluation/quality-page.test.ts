import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillQualityPage } from '../../src/evaluation/quality-page.ts';

describe('fillQualityPage', () => {
  it('replaces what stands between the markers and nothing else', () => {
    const page = '# Page\n<!-- evaluate:begin -->\nold\n<!-- evaluate:end -->\nfoot\n';
    const filled = fillQualityPage(page, 'new');
    const expected = '# Page\n<!-- evaluate:begin -->\n\nnew\n\n<!-- evaluate:end -->\nfoot\n';
    expect(filled).toEqual({ kind: 'filled', page: expected });
    expect(fillQualityPage(expected, 'new')).toEqual(filled);
  });

  it.each(['# Page\n', '<!-- evaluate:end --><!-- evaluate:begin -->', '<!-- evaluate:begin -->'])(
    'leaves a page alone that has not both markers in order: %j',
    (page) => {
      expect(fillQualityPage(page, 'new').kind).toBe('faulty');
    },
  );

  it('keeps every figure of the page between the markers', () => {
    const page = readFileSync('docs/quality.md', 'utf8');
    const filled = fillQualityPage(page, '');
    const frame = filled.kind === 'filled' ? filled.page : page;
    expect(frame).not.toMatch(/\d+\.\d/);
  });
});
