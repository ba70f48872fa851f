import { markdownTable } from '../../evaluation/markdown-table.ts';
import type { Outcome } from '../run-apart.ts';
import { KINDS, type QuestionKind } from './questions.ts';
import type { NearnessResult, SearchResult } from './results.ts';

/** One engine on one archive. */
export interface Row {
  readonly size: number;
  readonly engine: string;
  readonly outcome: Outcome<SearchResult>;
}

/** Speed, memory and how many are found, a row for each engine and size. */
export function resultsTable(rows: readonly Row[]): string {
  const head = [
    'entries',
    'engine',
    'n',
    'r@1',
    'r@5',
    'p50, ms',
    'p95, ms',
    'peak resident, MiB',
    'loop delay p99, ms',
  ];
  return markdownTable(
    head,
    rows.map(({ size, engine, outcome }) => {
      const start = [size.toLocaleString('en'), engine];
      if (outcome.kind !== 'measured') return [...start, '–', '–', '–', '–', '–', '–', '–'];
      const { asked, kinds, p50, p95, peakResident, loopDelay } = outcome.result;
      const share = (of: 'first' | 'amongFive') =>
        asked === 0 ? '–' : (kinds.reduce((sum, kind) => sum + kind[of], 0) / asked).toFixed(3);
      const times = [p50, p95].map((ms) => ms.toFixed(1));
      return [
        ...start,
        String(asked),
        share('first'),
        share('amongFive'),
        ...times,
        peakResident.toFixed(0),
        loopDelay > 0 ? loopDelay.toFixed(1) : '–',
      ];
    }),
  );
}

/** Of each kind of question how many are found at the first place, and among the first five. */
export function kindsTable(rows: readonly Row[]): string {
  return markdownTable(
    ['entries', 'engine', ...KINDS],
    rows.map(({ size, engine, outcome }) => {
      const cells = KINDS.map((name) => {
        const kind = outcome.kind === 'measured' && outcome.result.kinds.find((one) => one.kind === name);
        return kind && kind.asked > 0
          ? `${percent(kind.first, kind.asked)} ${percent(kind.amongFive, kind.asked)}`
          : '–';
      });
      return [size.toLocaleString('en'), engine, ...cells];
    }),
  );
}

/** What the desk makes of questions on what is in the archive, and on what is not. */
export function outcomesTable(known: NearnessResult, absent: NearnessResult): string {
  const cells = (results: NearnessResult) => {
    const count = (fits: (outcome: string) => boolean) =>
      percent(results.filter(({ outcome }) => fits(outcome)).length, results.length);
    return [
      count((outcome) => outcome.startsWith('answer')),
      count((outcome) => outcome === 'near-miss'),
      count((outcome) => outcome === 'not-in-archive' || outcome === 'refuse'),
    ];
  };
  const row = (name: string, kinds: readonly QuestionKind[]) => {
    const [there, not] = [known, absent].map((all) => all.filter(({ kind }) => kinds.includes(kind)));
    const found = there?.filter(({ isFound }) => isFound).length ?? 0;
    return [
      name,
      String(there?.length),
      percent(found, there?.length ?? 0),
      ...cells(there ?? []),
      String(not?.length),
      ...cells(not ?? []),
    ];
  };
  return markdownTable(
    ['kind', 'there, n', 'shown', 'answer', 'near miss', 'nothing', 'not there, n', 'answer', 'near miss', 'nothing'],
    [...KINDS.map((kind) => row(kind, [kind])), row('all but keywords', WORDED)],
  );
}

/** Kinds whose words are those of one passage: one or two keywords may stand anywhere, and then that is an answer. */
const WORDED: readonly QuestionKind[] = ['fragment', 'typos', 'misquote', 'paste'];
const THRESHOLDS = [0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** How many questions have a best hit that is at least so near, where the answer is there and where it is not. */
export function curveTable(known: NearnessResult, absent: NearnessResult): string {
  const worded = [known, absent].map((all) => all.filter(({ kind }) => WORDED.includes(kind)));
  const rows = THRESHOLDS.map((threshold) => [
    threshold.toFixed(2),
    ...worded.map((all) => percent(all.filter(({ closeness }) => closeness >= threshold).length, all.length)),
  ]);
  return markdownTable(['nearness', 'there', 'not there'], rows);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);
}
