import { type Passage, quotedStretch } from './passage.ts';
import { hasVerb, type Run } from './phrases.ts';
import type { Quoted } from './quotation-marks.ts';

/** Something said, as the words of one paragraph show it: what, by whom, with which reporting words. */
export interface Statement {
  readonly kind: 'statement';
  /** In printed order; marks and commas may stand at the ends. */
  readonly content: readonly Run[];
  /** Null where the reporting words have no subject. */
  readonly source: Run | null;
  readonly cue: Run;
  /** Whether the reporting words stand behind what was said, so that more of it may follow them. */
  readonly trails: boolean;
  readonly rule: string;
}

/** A sentence that announces words and ends: “The mayor replied:”, with the words in the next paragraph. */
export interface Lead {
  readonly kind: 'lead';
  readonly source: Run | null;
  readonly cue: Run;
}

/** Where in a sentence a rule looks, and what was found in it before. */
export interface Context {
  readonly passage: Passage;
  readonly sentence: Run;
  /** No subject is looked for further left. */
  readonly low: number;
  /** Behind the last reporting words that stood behind what was said: what is before them is taken. */
  readonly floor: number;
  /** Who spoke last in the sentence. */
  readonly speaker: Run | null;
}

/** Where words in quotation marks may close before `at`: right before it, or before the comma that stands there. */
export function closingPlace(passage: Passage, at: number): number {
  const isComma = passage.tokens[at - 1]?.text === ',';
  return isComma && quotedStretch(passage, at - 1)?.close !== at - 1 ? at - 2 : at - 1;
}

/** Whether a stretch in quotation marks closes right before `at`, or before the comma that stands there. */
export function closesBefore(passage: Passage, at: number): boolean {
  const place = closingPlace(passage, at);
  return quotedStretch(passage, place)?.close === place;
}

const PAUSES = new Set([',', '?', '!', '–', '—', '--', '-']);

/** Whether there is a pause at `at`: a comma, a dash, or the end of words in quotation marks. */
export function isPause(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  if (!token) return false;
  if (passage.quotedAt[at] !== -1) return quotedStretch(passage, at)?.close === at;
  return PAUSES.has(token.text);
}

/** Whether words in quotation marks open at `at`. */
export function opensAt(passage: Passage, at: number): boolean {
  return quotedStretch(passage, at)?.open === at;
}

/** Words that titles print without a capital. */
const SMALL = new Set('a an the of to and or in on at for by with from as'.split(' '));

/** More words are hardly ever a title. */
const LONGEST_TITLE = 7;

/** Whether words in quotation marks are printed as a title is: few, most with a capital, and no verb among them. */
export function isTitle({ tokens }: Passage, { open, close }: Quoted): boolean {
  let count = 0;
  let capitals = 0;
  for (let at = open + 1; at < close && count <= LONGEST_TITLE; at++) {
    const text = tokens[at]?.text ?? '';
    if (!/^[\p{L}\p{N}]/u.test(text) || SMALL.has(text)) continue;
    count++;
    if (/^\p{Lu}/u.test(text)) capitals++;
  }
  return (
    count > 0 && count <= LONGEST_TITLE && capitals * 5 >= count * 3 && !hasVerb(tokens, { from: open + 1, to: close })
  );
}
