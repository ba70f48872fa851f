import type { Estimate } from './bootstrap.ts';

/** A table in Markdown, its columns padded so that it reads as plain text too. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

/** A share as per cent with its interval: `88.9 (86.0 to 91.4)`; `none` of nothing. */
export function percent(estimate: Estimate): string {
  return withInterval(estimate, (share) => (100 * share).toFixed(1));
}

/** A difference of two shares in per cent points, with its sign: `+3.1 (+0.4 to +5.9)`. */
export function percentPoints(estimate: Estimate): string {
  return withInterval(estimate, (share) => {
    const points = (100 * share).toFixed(1);
    if (Number(points) === 0) return '0.0';
    return share > 0 ? `+${points}` : points;
  });
}

function withInterval({ value, low, high }: Estimate, print: (share: number) => string): string {
  if (value === null) return 'none';
  return low === null || high === null ? print(value) : `${print(value)} (${print(low)} to ${print(high)})`;
}
