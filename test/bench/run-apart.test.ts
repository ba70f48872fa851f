import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memoryResult } from '../../src/bench/extract/results.ts';
import { runApart } from '../../src/bench/run-apart.ts';

describe('runApart', { timeout: 60_000 }, () => {
  let folder = '';
  const script = (content: string) => {
    const path = join(folder, 'script.mjs');
    writeFileSync(path, content);
    return path;
  };
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'run-apart-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('gives what a script prints, which can collect its garbage', async () => {
    const path = script('gc(); console.log(JSON.stringify(process.argv.slice(2)))');
    expect(await runApart(path, ['a', 'b'], 30, (printed) => printed)).toEqual({
      kind: 'measured',
      result: ['a', 'b'],
    });
  });

  it('ends a script that takes too long', async () => {
    const path = script('setInterval(() => {}, 1000)');
    expect(await runApart(path, [], 1, (printed) => printed)).toEqual({ kind: 'too slow', seconds: 1 });
  });

  it('hands on why a script failed', async () => {
    const path = script('throw new RangeError("too deep")');
    const outcome = await runApart(path, [], 30, (printed) => printed);
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringContaining('RangeError: too deep') });
  });

  it('says so where a script prints no result', async () => {
    const outcome = await runApart(script('console.log("done")'), [], 30, (printed) => printed);
    expect(outcome).toMatchObject({ kind: 'failed', message: expect.stringContaining('printed no result') });
  });

  it('measures memory after a tenth, a fifth, half and all of the articles', async () => {
    const outcome = await runApart('src/bench/extract/measure.ts', ['memory', '20'], 60, (printed) => {
      return memoryResult.parse(printed);
    });
    const stops = outcome.kind === 'measured' ? outcome.result.map(({ articles }) => articles) : outcome;
    expect(stops).toEqual([2, 4, 10, 20]);
  });
});
