import Fuse from 'fuse.js';
import type { Candidate } from './entry-index.ts';

/** How many of the weightiest words Fuse is asked with: its cost grows with the pattern. */
const MOST_WORDS = 8;

/**
 * How well Fuse.js finds each of a shortlist of entries, 0..1, higher is better; Fuse's own score (0 is best) does not
 * leave this file. Fit for tens of entries: Fuse reads every one of them in full.
 *
 * @param words normalised words, weightiest first
 */
export function fuseRelevance(words: readonly string[], shortlist: readonly Candidate[]): ReadonlyMap<string, number> {
  if (words.length === 0 || shortlist.length === 0) return new Map();
  const fuse = new Fuse(
    shortlist.map(({ id, spk, norm }) => ({ id, words: `${spk} ${norm}` })),
    {
      keys: ['words'],
      useTokenSearch: true,
      tokenMatch: 'any',
      threshold: 0.34,
      ignoreLocation: true,
      ignoreFieldNorm: true,
      includeScore: true,
      shouldSort: false,
    },
  );
  const results = fuse.search(words.slice(0, MOST_WORDS).join(' '));
  return new Map(results.map((result) => [result.item.id, 1 - (result.score ?? 1)]));
}
