import { type Audience, barOf } from '../archive/standing.ts';
import type { Shelves, Store } from './replies/draft.ts';

/**
 * An archive as one asker may see it: no article that is withdrawn, still embargoed, or restricted to channels that it
 * was not asked from. Whoever drafts an answer is handed nothing else, and cannot ask for another audience.
 *
 * @param now the clock, milliseconds since 1970
 */
export function servedShelves(store: Store, audience: Audience, now: () => number): Shelves {
  const { channel } = audience;
  const article: Store['article'] = async (id, sha256) => {
    const kept = await store.article(id, sha256);
    return kept && barOf(kept, audience, new Date(now())) === null ? kept : undefined;
  };
  return {
    article,
    articles: (limit) => store.articles(limit, audience),
    entry: async (id) => {
      const entry = await store.entry(id);
      return entry && (await article(entry.articleId, entry.sha256)) ? entry : undefined;
    },
    entriesOf: async (articleId) => ((await article(articleId)) ? store.entriesOf(articleId) : []),
    holdings: () => store.holdings(),
    rankable: store.rankable,
    entryCount: () => store.entryCount(),
    frequencies: (words) => store.frequencies(words),
    neighbours: (words) => store.neighbours(words),
    candidates: (queries, filter) => store.candidates(queries, channel === null ? filter : { ...filter, channel }),
    entries: (ids) => store.entries(ids),
    sameWords: (ids, most) => store.sameWords(ids, most, audience),
    appearances: (names, most) => store.appearances(names, most, audience),
    namesWith: (words, most) => store.namesWith(words, most, audience),
    rule: (ruling) => store.rule(ruling),
    undoRuling: (n, by) => store.undoRuling(n, by),
    rulings: (names, most) => store.rulings(names, most),
  };
}
