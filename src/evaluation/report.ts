import { addUp, type Estimate, estimate } from './bootstrap.ts';
import type { GoldFile } from './gold.ts';
import { nameFigures, noNameCounts, scoreNames } from './name-score.ts';
import { noSpanCounts, type Prediction, ROWS, type SpanCounts, scoreSpans, spanFigures } from './span-score.ts';

/** A gold file with what was found in each of its articles, in the same order. */
export interface Measured {
  readonly fileName: string;
  readonly gold: GoldFile;
  readonly predictions: readonly (readonly Prediction[])[];
}

/** The tables of a measured file in Markdown: the words said and their source by kind, and who said what by name. */
export function report(measured: Measured): string {
  const { fileName, gold } = measured;
  const parts = [`### ${fileName}: ${gold.articles.length} articles`];
  if (gold.hasSpans) parts.push(spanTable(measured));
  if (gold.hasNames) parts.push(nameTable(measured));
  return parts.join('\n\n');
}

function spanTable({ gold, predictions }: Measured): string {
  const scored = (speechOnly: boolean) => {
    return gold.articles.map((article, index) => scoreSpans(article, predictions[index] ?? [], { speechOnly }));
  };
  const row = (label: string, perArticle: readonly SpanCounts[]) => {
    const { total, figures } = estimate(perArticle, (list) => addUp(noSpanCounts(), list), spanFigures);
    const { exact, relaxed, words, sourcePrecision, endToEnd } = figures;
    const cells = [exact, relaxed, words, sourcePrecision, endToEnd].map(percent);
    return [label, String(total.gold), String(total.predicted), ...cells];
  };
  const speech = scored(true);
  return table(
    ['kind', 'gold', 'found', 'exact', 'relaxed', 'words', 'source precision', 'end to end'],
    [
      ...ROWS.map((kind) =>
        row(
          kind,
          speech.map((rows) => rows[kind]),
        ),
      ),
      row(
        'all, with beliefs',
        scored(false).map((rows) => rows.all),
      ),
    ],
  );
}

function nameTable({ gold, predictions }: Measured): string {
  const perArticle = gold.articles.map((article, index) => scoreNames(article, predictions[index] ?? []));
  const { total, figures } = estimate(perArticle, (list) => addUp(noNameCounts(), list), nameFigures);
  const { whoAndWhat, namePrecision, silentOnUnnamed } = figures;
  return table(
    ['statements', 'by named people', 'who and what', 'precision of names', 'silent on unnamed'],
    [[String(total.statements), String(total.byPerson), ...[whoAndWhat, namePrecision, silentOnUnnamed].map(percent)]],
  );
}

function percent({ value, low, high }: Estimate): string {
  const tenths = (part: number) => (100 * part).toFixed(1);
  if (value === null) return 'none';
  return low === null || high === null ? tenths(value) : `${tenths(value)} (${tenths(low)} to ${tenths(high)})`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}
