import { countErrors, type ErrorClasses, type ErrorCounts } from './error-classes.ts';
import type { GoldArticle } from './gold.ts';
import { markdownTable } from './markdown-table.ts';
import type { NameCounts } from './name-score.ts';
import { type Prediction, ROWS } from './span-score.ts';

/** The rows of the table of errors: each quotation of the gold is in one of the first eight. */
const ERROR_ROWS: readonly (readonly [label: string, count: keyof ErrorCounts])[] = [
  ['in the gold', 'gold'],
  ['found in the same words', 'sameWords'],
  ['found, a few words more or less', 'nearBounds'],
  ['not found: too many words more or less', 'otherBounds'],
  ['not found: in pieces', 'inPieces'],
  ['not found: as one with another', 'merged'],
  ['not found: only within or around another', 'nested'],
  ['not found: none of its words', 'missed'],
  ['words more or less: starts too early', 'startsEarly'],
  ['words more or less: starts too late', 'startsLate'],
  ['words more or less: ends too late', 'endsLate'],
  ['words more or less: ends too early', 'endsEarly'],
  ['words more or less: in between', 'otherMiddle'],
  ['found, as another kind', 'otherKind'],
  ['found, its source missing', 'sourceMissing'],
  ['found, with another source', 'sourceWrong'],
  ['found, a source where the gold has none', 'sourceInvented'],
  ['found a second time', 'foundTwice'],
  ['found, not in the gold', 'notInGold'],
];

/** The columns of the table by reporting words. */
const CUE_COLUMNS: readonly (readonly [label: string, count: keyof ErrorCounts])[] = [
  ['in the gold', 'gold'],
  ['none of its words', 'missed'],
  ['other bounds', 'otherBounds'],
  ['pieces', 'inPieces'],
  ['as one with another', 'merged'],
  ['within another', 'nested'],
  ['source missing', 'sourceMissing'],
  ['another source', 'sourceWrong'],
];

type Findings = readonly (readonly Prediction[])[];

/** What went wrong by kind, and what was not found by reporting words; `12 → 7` where there was a state before. */
export function spanErrorTables(articles: readonly GoldArticle[], findings: Findings, before: Findings | null): string {
  const now = countErrors(articles, findings);
  const then = before && countErrors(articles, before);
  const byKind = ERROR_ROWS.map(([label, count]) => {
    return [label, ...ROWS.map((kind) => changed(then?.byKind[kind][count] ?? null, now.byKind[kind][count]))];
  });
  const cues = Object.keys(now.byCue) as (keyof ErrorClasses['byCue'])[];
  const byCue = cues.map((cue) => {
    return [cue, ...CUE_COLUMNS.map(([, count]) => changed(then?.byCue[cue][count] ?? null, now.byCue[cue][count]))];
  });
  return [
    markdownTable(['quotations', ...ROWS], byKind),
    markdownTable(['reporting words', ...CUE_COLUMNS.map(([label]) => label)], byCue),
  ].join('\n\n');
}

/** What went wrong by name. */
export function nameErrorTable(now: NameCounts, before: NameCounts | null): string {
  const rows: readonly (readonly [string, (counts: NameCounts) => number])[] = [
    ['by named people', ({ byPerson }) => byPerson],
    ['not found', ({ byPerson, byPersonFound }) => byPerson - byPersonFound],
    ['found, no name given', ({ byPersonFound, byPersonGivenName }) => byPersonFound - byPersonGivenName],
    ['found, a wrong name given', ({ byPersonGivenName, byPersonRight }) => byPersonGivenName - byPersonRight],
    ['by unnamed people, found', ({ unnamedFound }) => unnamedFound],
    ['by unnamed people, a name given', ({ unnamedFound, unnamedSilent }) => unnamedFound - unnamedSilent],
  ];
  return markdownTable(
    ['statements', 'number'],
    rows.map(([label, count]) => [label, changed(before && count(before), count(now))]),
  );
}

function changed(before: number | null, now: number): string {
  return before === null || before === now ? String(now) : `${before} → ${now}`;
}
