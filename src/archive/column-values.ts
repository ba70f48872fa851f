import type { Article } from '../article/article.ts';
import { normalise } from '../article/words.ts';
import type { AddedVersion, PlacedEntry } from './course.ts';
import { paragraphsColumn } from './paragraphs-column.ts';
import { spansColumn } from './rows.ts';
import { emptinessOf, wordsKey } from './same-words.ts';

/*
 * What is written into the columns that all stores have, in the order of the lists of columns here: so that no two
 * stores keep an article differently.
 */

/** A value of a column. */
export type ColumnValue = string | number | null;

/** Columns of the table `versions`; `is_current` is written apart. */
export const VERSION_COLUMNS =
  'n, article, sha256, headline, outlet, byline, published_at, updated_at, url, language, kept_at, published, in_words';

export function versionValues({ version, article: a }: AddedVersion, keptAt: string): readonly ColumnValue[] {
  const masthead = [a.headline, a.outlet, a.byline, a.publishedAt, a.updatedAt, a.url, a.language];
  return [version, a.id, a.sha256, ...masthead, keptAt, a.publishedAt ?? '', inWords(a)];
}

/** The normalised words of outlet and headline, with a blank before and after each. */
const inWords = ({ outlet, headline }: Article) => ` ${normalise(`${outlet ?? ''} ${headline ?? ''}`)} `;

/** Columns of the table `texts`. */
export const TEXT_COLUMNS = 'version, text, paragraphs';

export function textValues({ version, article }: AddedVersion): readonly ColumnValue[] {
  return [version, article.text, paragraphsColumn(article.paragraphs)];
}

/** Columns of the table `entries`; its number `n` is the store's own. */
export const ENTRY_VALUE_COLUMNS =
  'id, version, place, kind, text, spans, speaker, status, printed_source, rule, norm, spk, words, emptiness';

export function entryValues(e: PlacedEntry): readonly ColumnValue[] {
  const { norm, spk } = wordedEntry(e);
  const told = [e.id, e.version, e.place, e.kind, e.text, spansColumn(e), e.speaker, e.status, e.printedSource, e.rule];
  return [...told, norm, spk, wordsKey(e.kind, norm, normalise(e.printedSource)), emptinessOf(e)];
}

/** An entry in its normalised words: what it says, and who says it. */
export interface WordedEntry {
  readonly norm: string;
  readonly spk: string;
}

export function wordedEntry(entry: PlacedEntry): WordedEntry {
  return { norm: normalise(entry.text), spk: normalise(`${entry.speaker ?? ''} ${entry.printedSource}`) };
}
