import type { Archive } from '../../archive/archive.ts';
import { type Entry, isFact } from '../../extraction/entry.ts';
import type { TrueQuote } from '../made-up-articles.ts';
import type { RecoveredResult } from './results.ts';
import type { ToldArticle } from './truth.ts';

/** So many misses are shown. */
const SHOWN = 10;

/** Counts how much of what is said in the articles an archive has as quotations, and credited to whom. */
export async function recovered(archive: Archive, articles: AsyncIterable<ToldArticle>): Promise<RecoveredResult> {
  const result = { quotes: 0, recovered: 0, named: 0, rightSpeaker: 0, openSpeaker: 0, wrongSpeaker: 0 };
  const misses: string[] = [];
  for await (const { id, quotes } of articles) {
    if (quotes.length === 0) continue;
    const entries = (await archive.entriesOf(id)).filter((entry) => !isFact(entry));
    for (const quote of quotes) {
      result.quotes++;
      const found = findQuote(entries, quote);
      if (!found) {
        if (misses.length < SHOWN) misses.push(quote.quote);
        continue;
      }
      result.recovered++;
      if (quote.speaker === null) continue;
      result.named++;
      if (found.speaker === quote.speaker) result.rightSpeaker++;
      else if (found.speaker === null) result.openSpeaker++;
      else result.wrongSpeaker++;
    }
  }
  return { ...result, misses };
}

/** The entry that has the quote word for word: the same words, or more around them; the mark at its end may be left out. */
function findQuote(entries: readonly Entry[], { quote, speaker }: TrueQuote): Entry | undefined {
  const words = withoutEnd(quote);
  const holding = entries.filter(({ kind, text }) => {
    return (kind === 'direct' || kind === 'mixed') && withoutEnd(text).includes(words);
  });
  // The same words may be said twice.
  return holding.find((entry) => entry.speaker === speaker) ?? holding[0];
}

function withoutEnd(text: string): string {
  return text.replace(/[\s.,!?]+$/, '');
}
