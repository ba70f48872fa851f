import { setImmediate } from 'node:timers/promises';
import { wordsOf } from '../article/words.ts';
import type { Entry } from '../extraction/entry.ts';
import { Aligner } from './alignment.ts';
import type { EntryFilter, EntryIndex } from './entry-index.ts';
import { fuseRelevance } from './fuse-order.ts';
import { type Alternatives, type Plan, plan } from './plan.ts';
import { bestFirst, HIGHEST, type Scored, score, withFuse } from './ranking.ts';
import { type AskedText, judge, type Verdict } from './verdict.ts';
import { WordComparison } from './word-comparison.ts';

/** What to look for. */
export interface SearchRequest {
  /** The words; at the most 400 of them are compared. */
  readonly text: string;
  /** Whether they are to be taken as words that were said, however they read. */
  readonly isQuotation?: boolean;
  /** Whether only the words themselves count, and not who is credited with them. */
  readonly ignoresSpeakers?: boolean;
  readonly filter?: EntryFilter;
  /** Other words that would do, normalised: for questions, never for quotations. */
  readonly alternatives?: Alternatives;
}

/** An entry with how well it fits. */
export interface Hit {
  readonly entry: Entry;
  /** 0..1, higher is better; for ordering, never to be shown. */
  readonly relevance: number;
  /** Weighted share of the asked words that stand in the entry's words or in its speaker's name, 0..1. */
  readonly coverage: number;
  /** Mean of coverage and of how well the words keep their order, 0..1: what a verdict on a statement goes by. */
  readonly closeness: number;
  readonly verdict: Verdict;
}

/** The words of a question beyond this many are not compared. */
const MOST_WORDS = 400;
/** How many candidates Fuse reads. */
const SHORTLIST = 50;

/**
 * Looks words up, best first: candidates by word from the index, ordered by alignment, the best of them by Fuse as
 * well, then each judged by alignment alone. Of equal ones the order does not depend on the order of the archive.
 */
export async function search(index: EntryIndex, request: SearchRequest): Promise<readonly Hit[]> {
  const text = request.text.split(/\s+/).slice(0, MOST_WORDS).join(' ');
  const words = wordsOf(text);
  if (words.length === 0) return [];
  const planned = await plan(text, index, request.alternatives);
  const { entryCount } = planned;
  const asked: AskedText = { text, words, isQuotation: request.isQuotation ?? false, entryCount };
  const candidates = await index.candidates(planned.queries, request.filter ?? {});
  const comparison = new WordComparison(planned.asked);
  const turns = new Turns();
  const scored: Scored[] = [];
  const aligner = new Aligner(comparison);
  for (const candidate of candidates) {
    if (turns.isOver()) await turns.next();
    scored.push(score(candidate, aligner, request.ignoresSpeakers ?? false));
  }
  const shortlist = withFewCopies(scored.sort(bestFirst)).slice(0, SHORTLIST);
  const fetched = index.entries(shortlist.map(({ candidate }) => candidate.id));
  await turns.next();
  const fuse = fuseRelevance(
    weightiest(planned),
    shortlist.map(({ candidate }) => candidate),
  );
  const ranked = shortlist.map((one) => withFuse(one, fuse.get(one.candidate.id) ?? 0)).sort(bestFirst);
  const entries = new Map((await fetched).map((entry) => [entry.id, entry]));
  await turns.next();
  const hits: Hit[] = [];
  for (const { candidate, relevance, alignment } of ranked) {
    const entry = entries.get(candidate.id);
    if (!entry) continue;
    if (turns.isOver()) await turns.next();
    hits.push({
      entry,
      relevance: Math.max(0, Math.min(1, relevance / HIGHEST)),
      coverage: alignment.coverage,
      closeness: (alignment.coverage + alignment.order) / 2,
      verdict: judge(asked, comparison, entry, { ...alignment, printed: candidate.norm.split(' ') }),
    });
  }
  return hits;
}

/** Of passages with the same words by the same speaker so many at the most are ranked. */
const MOST_COPIES = 3;

/** Without further copies of a wording: a sentence that a hundred articles print leaves room for others. */
function withFewCopies(best: readonly Scored[]): readonly Scored[] {
  const copies = new Map<string, number>();
  return best.filter(({ candidate }) => {
    const key = `${candidate.norm}\n${candidate.spk}`;
    const count = (copies.get(key) ?? 0) + 1;
    copies.set(key, count);
    return count <= MOST_COPIES;
  });
}

/** Work that others on the same thread wait for goes on for so long at a time, in milliseconds. */
const TURN = 4;

/** Shares the thread with whoever else has something to do on it. */
class Turns {
  #started = performance.now();

  isOver(): boolean {
    return performance.now() - this.#started > TURN;
  }

  async next(): Promise<void> {
    await setImmediate();
    this.#started = performance.now();
  }
}

function weightiest(planned: Plan): readonly string[] {
  const unique = new Map(planned.asked.map((word) => [word.norm, word.weight]));
  return [...unique].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
