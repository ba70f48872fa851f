import { wordsOf } from '../article/words.ts';
import { type Entry, isFact } from '../extraction/entry.ts';
import { Aligner, type Alignment } from './alignment.ts';
import type { Candidate, EntryFilter, EntryIndex } from './entry-index.ts';
import { fuseRelevance } from './fuse-order.ts';
import { type Alternatives, type Plan, plan } from './plan.ts';
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
  readonly verdict: Verdict;
}

/** The words of a question beyond this many are not compared. */
const MOST_WORDS = 400;
/** How many candidates Fuse reads. */
const SHORTLIST = 50;
const SPEAKER_WEIGHT = 0.25;
const ORDER_WEIGHT = 0.6;
const FUSE_WEIGHT = 0.6;
const LENGTH_PENALTY = 0.0008;
/** Of two entries that fit alike, somebody's words come before a statement. */
const FACT_PENALTY = 0.03;
/** What the parts of a relevance add up to at the most. */
const HIGHEST = 1 + ORDER_WEIGHT + 2 * SPEAKER_WEIGHT + FUSE_WEIGHT;

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
  const aligner = new Aligner(comparison);
  const shortlist = candidates
    .map((candidate) => score(candidate, aligner, request.ignoresSpeakers ?? false))
    .sort(bestFirst)
    .slice(0, SHORTLIST);
  const fetched = index.entries(shortlist.map(({ candidate }) => candidate.id));
  const fuse = fuseRelevance(
    weightiest(planned),
    shortlist.map(({ candidate }) => candidate),
  );
  const entries = new Map((await fetched).map((entry) => [entry.id, entry]));
  return shortlist
    .map((scored) => ({
      ...scored,
      relevance:
        scored.relevance + SPEAKER_WEIGHT * scored.speakerShare + FUSE_WEIGHT * (fuse.get(scored.candidate.id) ?? 0),
    }))
    .sort(bestFirst)
    .flatMap(({ candidate, relevance, alignment }) => {
      const entry = entries.get(candidate.id);
      if (!entry) return [];
      return {
        entry,
        relevance: Math.max(0, Math.min(1, relevance / HIGHEST)),
        coverage: alignment.coverage,
        verdict: judge(asked, comparison, entry, alignment),
      };
    });
}

interface Scored {
  readonly candidate: Candidate;
  readonly alignment: Alignment;
  readonly speakerShare: number;
  readonly relevance: number;
}

function score(candidate: Candidate, aligner: Aligner, ignoresSpeakers: boolean): Scored {
  const printed = candidate.norm.split(' ');
  const speaker = candidate.spk.split(' ');
  const aligned = aligner.align(printed);
  const speakerShare = speaker[0] && !ignoresSpeakers ? aligner.coverage(speaker) : 0;
  const coverage = speakerShare > 0 ? aligner.coverage(printed, speaker) : aligned.coverage;
  const relevance =
    coverage +
    ORDER_WEIGHT * aligned.order +
    SPEAKER_WEIGHT * speakerShare -
    LENGTH_PENALTY * printed.length -
    (isFact(candidate) ? FACT_PENALTY : 0);
  return { candidate, alignment: { ...aligned, coverage }, speakerShare, relevance };
}

function bestFirst(a: Scored, b: Scored): number {
  return (
    b.relevance - a.relevance ||
    compare(b.candidate.publishedAt ?? '', a.candidate.publishedAt ?? '') ||
    compare(a.candidate.id, b.candidate.id)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function weightiest(planned: Plan): readonly string[] {
  const unique = new Map(planned.asked.map((word) => [word.norm, word.weight]));
  return [...unique].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}
