import type { Span } from '../article/article.ts';
import type { Quotation } from '../extraction/quotation.ts';
import type { ScoredKind } from './gold.ts';
import type { Prediction } from './span-score.ts';
import { comparedWords, coveredWords, sharedCount } from './word-sets.ts';

/** As much of a quotation as is scored. */
type Found = Pick<Quotation, 'kind' | 'content' | 'source' | 'cue' | 'speaker'>;

/**
 * The quotations of an extraction that are scored.
 *
 * Terms and slogans are left out: they are words in quotation marks that nobody is said to have said. A headline
 * counts as the kind that its quotation marks make it.
 */
export function scoredQuotations(
  text: string,
  extraction: { readonly quotations: readonly Found[] },
): readonly Prediction[] {
  return extraction.quotations.flatMap(({ kind, content, source, cue, speaker }) => {
    if (kind === 'term' || kind === 'slogan') return [];
    return [{ kind: kind === 'headline' ? kindByMarks(text, content) : kind, content, source, cue, speaker }];
  });
}

/** “A”, "A" or ‘A’ within a line; the apostrophe of a word neither opens nor closes. */
const MARKED = /[“„"«][^“”„"«»\n]+[”"»]|(?<![\p{L}\p{N}])[‘'](?=\S)[^\n]*?[’'](?![\p{L}\p{N}])/gu;

/** The kind that the quotation marks around and in a content make it. */
export function kindByMarks(text: string, content: readonly Span[]): ScoredKind {
  const words = comparedWords(text);
  const said = coveredWords(words, content);
  const inMarks = Array.from(text.matchAll(MARKED), ({ index, 0: printed }) => ({
    start: index,
    end: index + printed.length,
  }));
  const quoted = sharedCount(said, coveredWords(words, inMarks));
  if (quoted === 0) return 'indirect';
  return quoted === said.size ? 'direct' : 'mixed';
}
