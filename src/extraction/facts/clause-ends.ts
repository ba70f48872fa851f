import type { Token } from '../token.ts';
import { CLOSING, COMMA, OPENING, VERB } from './fact-words.ts';
import type { Stretch } from './voices.ts';
import { isIn, norm, type Words } from './words.ts';

/** Words that set one statement against another. Any other (when, because, if) changes what the other says. */
export const CONTRASTING: ReadonlySet<string> = new Set('while whereas although though'.split(' '));

/** Words that only lead on to what stands elsewhere. */
const LEADING_ON = new Set(
  'while whereas although though as after before when because since that which who whom whose where how why what if'.split(
    ' ',
  ),
);

/** "by the fact that", "the fact that": what follows is a statement by itself. */
export function isFactThat(words: Words, at: number): boolean {
  return norm(words, at) === 'that' && norm(words, at - 1) === 'fact' && norm(words, at - 2) === 'the';
}

/** A piece without the marks and the joining words at its ends. */
export function trimmed(words: Words, piece: Stretch): Stretch {
  const { from, to } = balanced(words, withoutJoints(words, piece));
  // “…” and | she went on: what a mark hid may join as well.
  return withoutJoints(words, { from, to });
}

function withoutJoints(words: Words, piece: Stretch): Stretch {
  let { from, to } = piece;
  // What closes or only joins cannot begin a clause, and what opens cannot end one.
  while (from < to && (isLoose(words.tokens[from], BEGINS) || CONTRASTING.has(norm(words, from)))) from++;
  for (let ends = -1; ends !== to; ) {
    ends = to;
    while (to > from && (isLoose(words.tokens[to - 1], ENDS) || leadsOn(words, to - 1))) to--;
    // He backed her once, but now | he says …
    if (to - from > 3 && THEN.has(norm(words, to - 1)) && words.tokens[to - 2]?.pos === 'CCONJ') to -= 2;
  }
  if (SUBORDINATING.has(norm(words, from)) && isWithoutComma(words, from, to)) from++;
  return { from, to };
}

const THEN = new Set('now then later still also instead finally soon again once'.split(' '));

/** As the band played, | the mayor said …: cut off from what it leads to, the clause stands for itself. */
const SUBORDINATING = new Set('as after before when because'.split(' '));

function isWithoutComma(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isIn(words, at, COMMA)) return false;
  return isIn(words, to, COMMA);
}

/**
 * Whether a clause stops in the middle, where words begin that are somebody else's: "The plan was called “|a gift”".
 * `end` is where the clause was cut, its marks and joining words included.
 */
export function isCutThrough(words: Words, { to }: Stretch, end: number): boolean {
  const { tokens } = words;
  if (end >= tokens.length) return false;
  // “12 percent | of guests say …”; “he went on to | say …”; “the poll shows | that …”
  if (norm(words, to) === 'of' || norm(words, to - 1) === 'to') return true;
  if (to >= end) return isIn(words, to - 1, VERB) && tokens[to]?.pos !== 'PUNCT';
  // A mark that opens is left between the clause and what it leads to.
  const mark = tokens[to];
  if (!mark || !/^(?:[“«‘"]|''|``)$/.test(mark.text) || tokens[to - 1]?.end === mark.start) return false;
  for (let at = to; at < end; at++) if (tokens[at]?.pos !== 'PUNCT') return false;
  return tokens[end - 1]?.end === tokens[end]?.start;
}

/** Marks that may begin a clause, and marks that may end one. */
const BEGINS = new Set(['“', '«', '"', '(', '$', '£', '€']);
const ENDS = new Set(['”', '»', '"', ')', '%']);

function isLoose(token: Token | undefined, kept: ReadonlySet<string>): boolean {
  if (token === undefined) return false;
  if (token.pos === 'CCONJ') return true;
  if (token.pos !== 'PUNCT') return false;
  return !kept.has(token.text);
}

/** Boos rained down | when …: read with the verb before. */
const PARTICLES = new Set('up down out off over away back around'.split(' '));

/**
 * "presented a plan before [saying …]", "was named, with [one more to come]": the word belongs to what follows.
 * "by the fact that" is read with its verb, and so is a preposition at the end: "signed up".
 */
function leadsOn(words: Words, at: number): boolean {
  const next = words.tokens[at + 1];
  const tied = words.tokens[at]?.pos === 'ADP' || norm(words, at) === 'for';
  const particle = PARTICLES.has(norm(words, at)) && words.tokens[at - 1]?.pos === 'VERB';
  const cutOff = tied && next !== undefined && next.pos !== 'PUNCT' && !particle;
  const leads = LEADING_ON.has(norm(words, at)) && next !== undefined && !/^[.!…]$/.test(next.text);
  // “…, in which | she says”
  return (leads && !isFactThat(words, at)) || cutOff;
}

/** Quotation marks and brackets at the ends stay only where their twin is in the piece as well. */
function balanced(words: Words, piece: Stretch): Stretch {
  let { from, to } = piece;
  const counts = { opening: 0, closing: 0 };
  let straight = 0;
  for (let at = from; at < to; at++) {
    if (words.tokens[at]?.text === '"') straight++;
    if (isIn(words, at, OPENING)) counts.opening++;
    if (isIn(words, at, CLOSING)) counts.closing++;
  }
  for (; to > from && isIn(words, to - 1, CLOSING) && counts.opening < counts.closing; to--) counts.closing--;
  for (; from < to && isIn(words, from, OPENING) && counts.closing < counts.opening; from++) counts.opening--;
  if (straight % 2 === 1 && words.tokens[to - 1]?.text === '"') to--;
  else if (straight % 2 === 1 && words.tokens[from]?.text === '"') from++;
  return { from, to };
}
