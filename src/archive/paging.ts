import type { KeptArticle } from './archive.ts';

/** The part of a store that hands out all it holds, a page at a time. */
export interface Paging {
  /**
   * The current versions of the articles behind this one in the order of their ids, the first ones where none is given;
   * withdrawn and embargoed ones as well. What is kept meanwhile is met where its id comes later.
   */
  articlesAfter(id: string | null, limit: number): Promise<readonly KeptArticle[]>;
}
