import type { Span } from '../article/article.ts';
import { type Chunks, chunksOf } from './chunks.ts';
import type { Run } from './phrases.ts';
import type { Quoted } from './quotation-marks.ts';
import type { ReadParagraph } from './reading.ts';
import { isPossessiveMark, type Token } from './token.ts';
import type { Turn } from './turns.ts';

/** A paragraph made ready for rules: its words by place, its sentences as runs, and what stands in quotation marks. */
export interface Passage {
  readonly paragraph: ReadParagraph;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Run[];
  readonly quoted: readonly Quoted[];
  /** For each word the place in `quoted` of the stretch that it is in, marks included; -1 outside. */
  readonly quotedAt: Int32Array;
  /** Where the paragraph by its shape is what somebody says; its words then stand in `quoted`. */
  readonly turn: Turn | null;
  /** The base noun phrases. */
  readonly chunks: Chunks;
}

/** Makes a paragraph ready for rules. */
export function passageOf(paragraph: ReadParagraph, marked: readonly Quoted[], turn: Turn | null = null): Passage {
  const { tokens } = paragraph;
  const quoted = turn ? [{ open: turn.words.from - 1, close: turn.words.to, goesOn: turn.goesOn }] : marked;
  const quotedAt = new Int32Array(tokens.length).fill(-1);
  quoted.forEach((stretch, index) => {
    quotedAt.fill(index, Math.max(stretch.open, 0), Math.min(stretch.close + 1, tokens.length));
  });
  const sentences: Run[] = [];
  let from = 0;
  for (const sentence of paragraph.sentences) {
    sentences.push({ from, to: from + sentence.tokens.length });
    from += sentence.tokens.length;
  }
  return { paragraph, tokens, sentences, quoted, quotedAt, turn, chunks: chunksOf(tokens) };
}

/** The stretch in quotation marks that the word at `at` is in. */
export function quotedStretch(passage: Passage, at: number): Quoted | undefined {
  const index = passage.quotedAt[at] ?? -1;
  return index < 0 ? undefined : passage.quoted[index];
}

/** The sentence that the word at `at` is in. */
export function sentenceAt({ sentences }: Passage, at: number): Run | undefined {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.from ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  const sentence = sentences[low];
  return sentence && sentence.from <= at && at < sentence.to ? sentence : undefined;
}

/** The words between the marks. */
export function insideOf(stretch: Quoted): Run {
  return { from: stretch.open + 1, to: stretch.close };
}

const EDGE = new Set([
  ',',
  '.',
  ';',
  ':',
  '-',
  '–',
  '—',
  '--',
  '"',
  '“',
  '”',
  "''",
  '``',
  "'",
  '‘',
  '’',
  '«',
  '»',
  '„',
  '‟',
  '‘‘',
  '’’',
  '‚',
  '‹',
  '›',
]);

/** A run without marks and commas at its ends, as a span; null where nothing else is in it. A stop inside the marks stays. */
export function spanOf(passage: Passage, run: Run): Span | null {
  const { tokens } = passage;
  let from = run.from;
  // Words in quotation marks may last to the end of the paragraph without a mark there.
  let to = Math.min(run.to, tokens.length);
  while (from < to && EDGE.has(tokens[from]?.text ?? '')) from++;
  const keepsStop = passage.quotedAt[to - 1] !== -1 && tokens[to - 1]?.text === '.';
  while (to > from && !keepsStop && EDGE.has(tokens[to - 1]?.text ?? '') && !closesName(passage, from, to)) to--;
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && from < to ? { start: first.start, end: last.end } : null;
}

/** As spanOf; a mark by itself is the cue of words with none: Reyes: “…” */
export function cueSpanOf(passage: Passage, run: Run): Span | null {
  const only = run.to - run.from === 1 ? passage.tokens[run.from] : undefined;
  return spanOf(passage, run) ?? (only ? { start: only.start, end: only.end } : null);
}

/** A plural possessive keeps its apostrophe. */
function closesName(passage: Passage, from: number, to: number): boolean {
  const last = passage.tokens[to - 1];
  const before = passage.tokens[to - 2];
  return to - from > 1 && isPossessiveMark(last) && before?.end === last?.start && passage.quotedAt[to - 1] === -1;
}
