import { hull } from '../article/article.ts';
import type { Exported } from './exported.ts';
import type { Format } from './format.ts';

const COLUMNS: readonly (readonly [string, (exported: Exported) => string | number | null])[] = [
  ['id', ({ entry }) => entry.id],
  ['kind', ({ entry }) => entry.kind],
  ['text', ({ entry }) => entry.text],
  ['speaker', ({ entry }) => entry.speaker],
  ['status', ({ entry }) => entry.status],
  ['printed', ({ entry }) => entry.printedSource],
  ['headline', ({ kept }) => kept.article.headline],
  ['outlet', ({ kept }) => kept.article.outlet],
  ['byline', ({ kept }) => kept.article.byline],
  ['published', ({ kept }) => kept.article.publishedAt],
  ['updated', ({ kept }) => kept.article.updatedAt],
  ['url', ({ kept }) => kept.article.url],
  ['state', ({ kept }) => kept.state.kind],
  ['note', ({ kept }) => (kept.state.kind === 'live' ? null : kept.state.note)],
  ['article', ({ kept }) => kept.article.id],
  ['sha256', ({ kept }) => kept.article.sha256],
  ['start', ({ entry }) => hull(entry.content)?.start ?? null],
  ['end', ({ entry }) => hull(entry.content)?.end ?? null],
];

/**
 * A table for spreadsheets (RFC 4180, UTF-8); offsets are UTF-16 code units.
 *
 * A cell that a spreadsheet would take for a formula gets an apostrophe in front, which the spreadsheet does not show
 * (owasp.org/www-community/attacks/CSV_Injection). Whoever needs such words exactly takes JSON Lines.
 */
export const csv: Format = {
  head: `${COLUMNS.map(([name]) => name).join(',')}\r\n`,
  between: '\r\n',
  foot: '\r\n',
  entry: (exported) => COLUMNS.map(([, value]) => cell(value(exported))).join(','),
};

function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const safe = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
