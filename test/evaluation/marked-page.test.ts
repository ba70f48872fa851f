import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillMarked, printablePath, writeMarked } from '../../src/evaluation/marked-page.ts';

describe('fillMarked', () => {
  it('replaces what stands between the markers and nothing else', () => {
    const page = '# Page\n<!-- evaluate:begin -->\nold\n<!-- evaluate:end -->\nfoot\n';
    const filled = fillMarked(page, 'evaluate', 'new');
    const expected = '# Page\n<!-- evaluate:begin -->\n\nnew\n\n<!-- evaluate:end -->\nfoot\n';
    expect(filled).toEqual({ kind: 'filled', page: expected });
    expect(fillMarked(expected, 'evaluate', 'new')).toEqual(filled);
  });

  it('leaves the other markers of a page alone', () => {
    const page = '<!-- a:begin -->one<!-- a:end --><!-- b:begin -->two<!-- b:end -->';
    const filled = fillMarked(page, 'b', 'new');
    expect(filled).toEqual({
      kind: 'filled',
      page: '<!-- a:begin -->one<!-- a:end --><!-- b:begin -->\n\nnew\n\n<!-- b:end -->',
    });
  });

  it.each(['# Page\n', '<!-- evaluate:end --><!-- evaluate:begin -->', '<!-- evaluate:begin -->'])(
    'leaves a page alone that has not both markers in order: %j',
    (page) => {
      expect(fillMarked(page, 'evaluate', 'new').kind).toBe('faulty');
    },
  );

  it('keeps every figure of docs/quality.md between the markers', () => {
    const page = readFileSync('docs/quality.md', 'utf8');
    const filled = fillMarked(page, 'evaluate', '');
    const frame = filled.kind === 'filled' ? filled.page : page;
    expect(frame).not.toMatch(/\d+\.\d/);
  });
});

describe('writeMarked', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'marked-page-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('writes date, command and tables, and says where', () => {
    const path = join(folder, 'page.md');
    writeFileSync(path, '<!-- bench:begin -->\n<!-- bench:end -->\n');
    expect(writeMarked(path, 'bench', 'npm run bench', 'a table')).toEqual({
      isWritten: true,
      message: `written to ${path}`,
    });
    expect(readFileSync(path, 'utf8')).toMatch(/Measured on \d{4}-\d\d-\d\d with `npm run bench`\.\n\na table\n/);
  });

  it('says what a page needs that has no markers', () => {
    const path = join(folder, 'bare.md');
    writeFileSync(path, 'bare\n');
    const { isWritten, message } = writeMarked(path, 'bench', 'npm run bench', 'a table');
    expect(isWritten).toBe(false);
    expect(message).toContain('it needs the line <!-- bench:begin --> and below it the line <!-- bench:end -->');
    expect(readFileSync(path, 'utf8')).toBe('bare\n');
  });
});

describe('printablePath', () => {
  it('tells nothing of where on a machine a file lies', () => {
    expect(printablePath('test/gold')).toBe('test/gold');
    expect(printablePath('/somewhere/else/articles')).toBe('articles');
    expect(printablePath('.')).toBe('.');
  });
});
