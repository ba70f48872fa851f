import type { Term } from './candidate-query.ts';
import type { WordedEntry } from './column-values.ts';
import { deletionsOf } from './deletions.ts';

/** In how many more (+1) or fewer (-1) entries each word stands once these come into the index or leave it. */
export function wordChanges(entries: readonly WordedEntry[], sign: 1 | -1): ReadonlyMap<string, number> {
  const changes = new Map<string, number>();
  for (const { norm, spk } of entries) {
    for (const term of new Set(`${norm} ${spk}`.split(' '))) {
      if (term !== '') changes.set(term, (changes.get(term) ?? 0) + sign);
    }
  }
  return changes;
}

/** What to look each word up by: itself and what is left of it when letters are left out. */
export function spellingPieces(words: readonly string[]): readonly { readonly word: string; readonly piece: string }[] {
  return [...new Set(words)].flatMap((word) => {
    const left = deletionsOf(word);
    return left.size === 0 ? [] : [word, ...left].map((piece) => ({ word, piece }));
  });
}

/** The terms found for each word, in the order in which they were found. */
export function termsByWord(
  found: readonly (Term & { readonly word: string })[],
): ReadonlyMap<string, readonly Term[]> {
  const byWord = new Map<string, Term[]>();
  for (const { word, term, frequency } of found) {
    const terms = byWord.get(word) ?? [];
    terms.push({ term, frequency });
    byWord.set(word, terms);
  }
  return byWord;
}

/** Terms with their frequencies as they would be without some entries; what stands nowhere else is left out. */
export function withoutEntries<T extends Term>(terms: readonly T[], hidden: readonly WordedEntry[]): readonly T[] {
  if (hidden.length === 0) return terms;
  const fewer = wordChanges(hidden, -1);
  return terms
    .map((term) => ({ ...term, frequency: term.frequency + (fewer.get(term.term) ?? 0) }))
    .filter(({ frequency }) => frequency > 0);
}
