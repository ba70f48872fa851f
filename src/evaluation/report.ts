import { addUp, type Estimate, estimate, estimateDifference } from './bootstrap.ts';
import { nameErrorTable, spanErrorTables } from './error-tables.ts';
import type { GoldFile } from './gold.ts';
import { markdownTable, percent, percentPoints } from './markdown-table.ts';
import { type NameCounts, nameFigures, noNameCounts, scoreNames } from './name-score.ts';
import { noSpanCounts, type Prediction, ROWS, type SpanCounts, scoreSpans, spanFigures } from './span-score.ts';

/** What was found in each article of a gold, in the order of its articles. */
export type Findings = readonly (readonly Prediction[])[];

/** A gold file with what was found in each of its articles. */
export interface Measured {
  readonly fileName: string;
  readonly gold: GoldFile;
  readonly predictions: Findings;
}

/** What another program, or an earlier state of this one, found in the same articles. */
export interface Other {
  readonly label: string;
  readonly predictions: Findings;
}

/**
 * The tables of a measured file in Markdown: the words said and their source by kind, who said what by name, the
 * same of each other and how much this differs, and what went wrong.
 *
 * @param others of one that gives no names, nothing is said of names
 * @param before an earlier state: a comparison as well, and beside each count of errors the count that it was
 */
export function report(measured: Measured, others: readonly Other[] = [], before: Other | null = null): string {
  const { fileName, gold } = measured;
  const parts = [`### ${fileName}: ${gold.articles.length} articles`, figures(gold, measured.predictions)];
  for (const { label, predictions } of before ? [before, ...others] : others) {
    const measurable = { ...gold, hasNames: gold.hasNames && addedNames(gold, predictions).namesGiven > 0 };
    if (!measurable.hasSpans && !measurable.hasNames) continue;
    parts.push(
      `#### ${label}, on the same articles`,
      figures(measurable, predictions),
      `Whosaid’s figures less those of ${label}, in per cent points:`,
      differences(measurable, measured.predictions, predictions),
    );
  }
  parts.push(before ? `#### What went wrong: ${before.label} → now` : '#### What went wrong');
  if (gold.hasSpans) parts.push(spanErrorTables(gold.articles, measured.predictions, before?.predictions ?? null));
  if (gold.hasNames) {
    const counts = addedNames(gold, measured.predictions);
    parts.push(nameErrorTable(counts, before ? addedNames(gold, before.predictions) : null));
  }
  return parts.join('\n\n');
}

const SPAN_COLUMNS = ['exact', 'relaxed', 'words', 'source precision', 'end to end'];
const NAME_COLUMNS = ['who and what', 'precision of names', 'silent on unnamed'];

function figures(gold: GoldFile, findings: Findings): string {
  const tables: string[] = [];
  if (gold.hasSpans) {
    const rows = spanRows(gold, findings).map(({ label, perArticle }) => {
      const { total, figures: values } = estimate(perArticle, noSpanCounts(), spanFigures);
      return [label, String(total.gold), String(total.predicted), ...spanCells(values, percent)];
    });
    tables.push(markdownTable(['kind', 'gold', 'found', ...SPAN_COLUMNS], rows));
  }
  if (gold.hasNames) {
    const { total, figures: values } = estimate(nameCounts(gold, findings), noNameCounts(), nameFigures);
    const row = [String(total.statements), String(total.byPerson), ...nameCells(values, percent)];
    tables.push(markdownTable(['statements', 'by named people', ...NAME_COLUMNS], [row]));
  }
  return tables.join('\n\n');
}

function differences(gold: GoldFile, findings: Findings, other: Findings): string {
  const tables: string[] = [];
  if (gold.hasSpans) {
    const theirs = spanRows(gold, other);
    const rows = spanRows(gold, findings).map(({ label, perArticle }, index) => {
      const against = theirs[index]?.perArticle ?? [];
      return [label, ...spanCells(estimateDifference(perArticle, against, noSpanCounts(), spanFigures), percentPoints)];
    });
    tables.push(markdownTable(['kind', ...SPAN_COLUMNS], rows));
  }
  if (gold.hasNames) {
    const [ours, theirs] = [nameCounts(gold, findings), nameCounts(gold, other)];
    const difference = estimateDifference(ours, theirs, noNameCounts(), nameFigures);
    tables.push(markdownTable(NAME_COLUMNS, [nameCells(difference, percentPoints)]));
  }
  return tables.join('\n\n');
}

/** The counts of each article, row by row: what is said by kind, and all that the gold marks, beliefs too. */
function spanRows({ articles }: GoldFile, findings: Findings) {
  const scored = (speechOnly: boolean) => {
    return articles.map((article, index) => scoreSpans(article, findings[index] ?? [], { speechOnly }));
  };
  const speech = scored(true);
  const rows: { readonly label: string; readonly perArticle: readonly SpanCounts[] }[] = ROWS.map((kind) => {
    return { label: kind, perArticle: speech.map((counts) => counts[kind]) };
  });
  return [...rows, { label: 'all, with beliefs', perArticle: scored(false).map((counts) => counts.all) }];
}

function nameCounts({ articles }: GoldFile, findings: Findings): readonly NameCounts[] {
  return articles.map((article, index) => scoreNames(article, findings[index] ?? []));
}

function addedNames(gold: GoldFile, findings: Findings): NameCounts {
  return addUp(noNameCounts(), nameCounts(gold, findings));
}

function spanCells(
  values: Readonly<Record<'exact' | 'relaxed' | 'words' | 'sourcePrecision' | 'endToEnd', Estimate>>,
  print: (value: Estimate) => string,
): readonly string[] {
  return [values.exact, values.relaxed, values.words, values.sourcePrecision, values.endToEnd].map(print);
}

function nameCells(
  values: Readonly<Record<'whoAndWhat' | 'namePrecision' | 'silentOnUnnamed', Estimate>>,
  print: (value: Estimate) => string,
): readonly string[] {
  return [values.whoAndWhat, values.namePrecision, values.silentOnUnnamed].map(print);
}
