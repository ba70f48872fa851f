import { describe, expect, it } from 'vitest';
import { duration, IngestProgress } from '../../src/commands/ingest-progress.ts';
import type { IngestSummary } from '../../src/ingest/progress.ts';

const NOTHING: IngestSummary = {
  articles: 0,
  quotations: 0,
  facts: 0,
  skipped: 0,
  held: 0,
  isStopped: false,
  seconds: 1,
};

/** A screen that remembers what was written, and a clock that is set by hand. */
function open(isTerminal: boolean) {
  const written: string[] = [];
  const clock = { now: 0 };
  const progress = new IngestProgress({ isTerminal, write: (text) => written.push(text) }, () => clock.now);
  return { progress, written, clock };
}

describe('the progress of an ingest', () => {
  it.each([true, false])('tells rate, share and time left (on a terminal: %s)', (isTerminal) => {
    const { progress, written, clock } = open(isTerminal);
    progress.hear({ kind: 'found', files: 1, bytes: 4_000_000 });
    clock.now = 10_000;
    progress.hear({ kind: 'progress', ...NOTHING, articles: 900, held: 80, skipped: 100, bytes: 1_000_000 });
    expect(written).toEqual([
      '1 file found, 4 MiB\n',
      expect.stringContaining('900 read · 80 held already · 20 skipped · 100 a second · 25 % · 30 s left'),
    ]);
    expect(written[1]?.startsWith('\r\u001b[K')).toBe(isTerminal);
    expect(written[1]?.endsWith('\n')).toBe(!isTerminal);
  });

  it('goes by the last seconds, not by what was passed over before', () => {
    const { progress, written, clock } = open(false);
    progress.hear({ kind: 'found', files: 1, bytes: 2_000_000 });
    clock.now = 10_000;
    progress.hear({ kind: 'progress', ...NOTHING, held: 9000, skipped: 9000, bytes: 1_000_000 });
    for (clock.now = 20_000; clock.now <= 60_000; clock.now += 10_000) {
      const articles = (clock.now - 10_000) / 100;
      progress.hear({
        kind: 'progress',
        ...NOTHING,
        articles,
        held: 9000,
        skipped: 9000,
        bytes: 1_000_000 + articles * 1000,
      });
    }
    expect(written.at(-1)).toContain('10 a second · 75 % · 50 s left');
  });

  it('is not told more often than somebody can read', () => {
    const { progress, written, clock } = open(false);
    progress.hear({ kind: 'found', files: 2, bytes: 100 });
    for (clock.now = 0; clock.now < 9_000; clock.now += 10) progress.hear({ kind: 'progress', ...NOTHING, bytes: 50 });
    expect(written).toHaveLength(1);
  });

  it('does not print a flood of reasons, but counts it', () => {
    const { progress, written } = open(false);
    for (let line = 1; line <= 1000; line++) progress.hear({ kind: 'skipped', origin: `a.jsonl:${line}`, reason: 'x' });
    progress.finish({ ...NOTHING, skipped: 1000 });
    expect(written).toHaveLength(21);
    expect(written.at(-1)).toBe('… and 980 more skipped\n');
  });

  it.each([
    [{}, 'Nothing to do: there is nothing to read there.\n'],
    [{ skipped: 1, held: 1 }, 'Nothing to do: the article is held already.\n'],
    [{ skipped: 1200, held: 1200 }, 'Nothing to do: all 1,200 are held already.\n'],
    [{ articles: 2, isStopped: true }, 'Stopped. What was read is kept. The same command goes on from there.\n'],
  ])('says at the end of %j what that means', (summary, sentence) => {
    const { progress, written } = open(false);
    progress.finish({ ...NOTHING, ...summary });
    expect(written).toEqual([sentence]);
  });

  it.each([
    [0.4, '0 s'],
    [59, '59 s'],
    [90, '2 min'],
    [12_000, '3 h 20 min'],
  ])('calls %d seconds %s', (seconds, printed) => expect(duration(seconds)).toBe(printed));
});
