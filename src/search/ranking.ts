import { isFact } from '../extraction/entry.ts';
import { type Aligner, type Alignment, runsOf, succession } from './alignment.ts';
import type { Candidate } from './entry-index.ts';
import { isStopWord, readsAsRunningText } from './stop-words.ts';

/** A candidate with how it lies to the question. */
export interface Scored {
  readonly candidate: Candidate;
  readonly alignment: Alignment;
  /** For ordering alone; `HIGHEST` at the most. */
  readonly relevance: number;
}

/*
 * What each part of a relevance counts for, beside the coverage, which counts 1. Set by hand after a search over whole
 * ranges of values on archives of 29,000 to a million entries and thousands of made-up questions; between half and double
 * of each value little changes.
 */
const ORDER_WEIGHT = 0.6;
/** For the share of the asked words that follow on each other as they were asked for, in running text … */
const SUCCESSION_WEIGHT = 1;
/** … and, of keywords, for the share that stand together in a row: a name does, wherever it is printed. */
const RUN_WEIGHT = 0.4;
/** Where every asked word is there as it was asked for. */
const ALL_WEIGHT = 0.25;
/** For the share of the asked words that stand in the speaker's name. */
const SPEAKER_WEIGHT = 0.5;
/** Of two entries that fit alike, the one that says who spoke comes first, a full name's two words before one. */
const NAMED_WEIGHT = 0.1;
const FULL_NAME = 2;
/** Of two entries that fit alike, somebody's words come before a statement … */
const FACT_PENALTY = 0.08;
/** … a shorter one before a longer, a word, … */
const LENGTH_PENALTY = 0.001;
/** … but a whole sentence before a scrap of one. */
const SCRAP_PENALTY = 0.03;
const SENTENCE = 9;
const COMPLETE = 0.999;
const FUSE_WEIGHT = 0.4;

/** What the parts of a relevance add up to at the most. */
export const HIGHEST = 1 + ORDER_WEIGHT + SUCCESSION_WEIGHT + ALL_WEIGHT + SPEAKER_WEIGHT + NAMED_WEIGHT + FUSE_WEIGHT;

/** How well a candidate fits by its words and their order. */
export function score(candidate: Candidate, aligner: Aligner, ignoresSpeakers: boolean): Scored {
  const printed = candidate.norm.split(' ');
  const speaker = candidate.spk === '' ? [] : candidate.spk.split(' ');
  const aligned = aligner.align(printed);
  const speakerShare = ignoresSpeakers ? 0 : aligner.coverage(speaker);
  const coverage = speakerShare > 0 ? aligner.coverage(printed, speaker) : aligned.coverage;
  const named = Math.min(FULL_NAME, speaker.filter((word) => !isStopWord(word)).length) / FULL_NAME;
  const relevance =
    coverage +
    ORDER_WEIGHT * aligned.order +
    togetherness(aligned, aligner.comparison.norms) +
    (coverage > COMPLETE ? ALL_WEIGHT : 0) +
    SPEAKER_WEIGHT * speakerShare +
    NAMED_WEIGHT * named -
    LENGTH_PENALTY * printed.length -
    SCRAP_PENALTY * Math.max(0, SENTENCE - printed.length) -
    (isFact(candidate) ? FACT_PENALTY : 0);
  return { candidate, alignment: { ...aligned, coverage }, relevance };
}

function togetherness({ pairs }: Alignment, asked: readonly string[]): number {
  if (readsAsRunningText(asked)) return SUCCESSION_WEIGHT * (succession(pairs) / (asked.length - 1));
  return RUN_WEIGHT * (Math.max(0, ...runsOf(pairs).map((run) => run.length)) / asked.length);
}

/** A scored candidate with what Fuse makes of it, 0..1, as well. */
export function withFuse(scored: Scored, fuse: number): Scored {
  return { ...scored, relevance: scored.relevance + FUSE_WEIGHT * fuse };
}

/** Best first, then newest; of equal ones the order does not depend on the order of the archive. */
export function bestFirst(a: Scored, b: Scored): number {
  return (
    b.relevance - a.relevance ||
    compare(b.candidate.publishedAt ?? '', a.candidate.publishedAt ?? '') ||
    compare(a.candidate.id, b.candidate.id)
  );
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
