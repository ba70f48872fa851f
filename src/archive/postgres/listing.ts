import { z } from 'zod';
import type { WordedEntry } from '../column-values.ts';
import { storableJson } from '../keepable-text.ts';
import { countWords, takeSlot, tally } from './counting.ts';
import type { Queries } from './database.ts';
import { insertFromJson } from './insert-from-json.ts';
import { indexedWords, searchVector, sizeOf } from './search-words.ts';

/*
 * What is listed can be found and is counted: it stands in the search table, in the counts of words and in the
 * tallies. The current version of an article is, unless the article is withdrawn.
 */

/** An entry as it is counted and indexed. */
export interface NumberedEntry extends WordedEntry {
  readonly n: number;
  readonly version: number;
  readonly kind: string;
}

const NumberedRow = z.object({
  n: z.number(),
  version: z.number(),
  kind: z.string(),
  norm: z.string(),
  spk: z.string(),
});

/** The entries of these versions that are or can be listed. */
export async function entriesOfVersions(
  within: Queries,
  versions: readonly number[],
): Promise<readonly NumberedEntry[]> {
  if (versions.length === 0) return [];
  return within.rows(
    NumberedRow,
    'SELECT n, version, kind, norm, spk FROM entries WHERE version = ANY ($1::bigint[]) AND NOT is_retired',
    versions,
  );
}

/** What can be found: the index, and with it the counts of words, articles, quotations and facts. */
export async function changeIndex(
  within: Queries,
  { gained, lost }: { readonly gained: readonly NumberedEntry[]; readonly lost: readonly NumberedEntry[] },
  articles: number,
): Promise<void> {
  if (lost.length > 0) {
    await within.run(
      'DELETE FROM search WHERE n = ANY ($1::bigint[])',
      lost.map(({ n }) => n),
    );
  }
  const indexed = gained.map((entry) => ({ n: entry.n, ...indexedWords(entry) }));
  if (indexed.length > 0) {
    await within.run(
      insertFromJson('search', 'n, size, vector'),
      storableJson(indexed.map((entry) => [entry.n, sizeOf(entry), searchVector(entry)])),
    );
  }
  if (gained.length === 0 && lost.length === 0 && articles === 0) return;
  const slot = await takeSlot(within);
  await tally(within, slot, {
    articles,
    quotations: count(gained, isQuotation) - count(lost, isQuotation),
    facts: count(gained, isFact) - count(lost, isFact),
  });
  await countWords(within, slot, { gained: indexed, lost: lost.map(indexedWords) });
}

export const isFact = ({ kind }: NumberedEntry) => kind.startsWith('fact/');
const isQuotation = (entry: NumberedEntry) => !isFact(entry);
const count = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length;
