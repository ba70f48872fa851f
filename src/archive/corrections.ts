import type { Share } from './archive.ts';
import type { Act, Standing } from './standing.ts';

/** What an act came to. */
export interface Acted {
  readonly before: Standing;
  readonly after: Standing;
  /** Every card that was shared from the article, whatever its version, oldest first: they show what has changed now. */
  readonly shares: readonly Share[];
}

/** What is done about an article as a whole. */
export interface Corrections {
  /**
   * Carries an act out and writes it down, in one step; throws an ArchiveError where there is no such article.
   *
   * @param by who does it
   */
  act(articleId: string, act: Act, by: string): Promise<Acted>;
}
