import type { Archive, KeptArticle } from '../archive/archive.ts';
import { barOf } from '../archive/standing.ts';
import { cutWords, isIntact } from '../extraction/cut-words.ts';
import type { Entry } from '../extraction/entry.ts';
import { codePointOffsets } from './code-points.ts';

/** An entry that may leave the archive, with its article. */
export interface Exported {
  readonly entry: Entry;
  readonly kept: KeptArticle;
  /** The printed words, cut from the article's text just now: one piece for each span of the content. */
  readonly words: readonly string[];
  /** An offset in the article's text in Unicode code points. */
  readonly codePoint: (offset: number) => number;
}

/** What an export came to. */
export interface ExportCount {
  entries: number;
  articles: number;
  /** Articles that may not be used by everybody: withdrawn, embargoed, or restricted to some channels. */
  keptBack: number;
  /** Articles and entries that no longer match what was read, and are not given out. */
  damaged: number;
  /** Entries that the format has no place for. */
  unfit: number;
}

/** Articles that are held in memory at once. */
const PAGE = 8;

/**
 * All that may leave the archive, article by article; each excerpt is cut from the stored text again and compared.
 *
 * @param count what is passed over is counted here as well
 */
export async function* exportedEntries(archive: Archive, now: Date, count: ExportCount): AsyncGenerator<Exported> {
  let last: string | null = null;
  for (;;) {
    const page: readonly KeptArticle[] = await archive.articlesAfter(last, PAGE);
    for (const kept of page) {
      last = kept.article.id;
      if (barOf(kept, { channel: null }, now) !== null) {
        count.keptBack += 1;
        continue;
      }
      if (!isIntact(kept.article)) {
        count.damaged += 1;
        continue;
      }
      count.articles += 1;
      let offsets: ((offset: number) => number) | undefined;
      const codePoint = (offset: number) => {
        offsets ??= codePointOffsets(kept.article.text);
        return offsets(offset);
      };
      for (const entry of await archive.entriesOf(kept.article.id)) {
        // A new version may have come since the article was read.
        const words = cutWords(kept.article, entry);
        if (words === null) count.damaged += 1;
        else yield { entry, kept, words, codePoint };
      }
    }
    if (page.length < PAGE) return;
  }
}
