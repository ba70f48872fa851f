import { CONTRASTING, isCutThrough, isFactThat, trimmed } from './clause-ends.ts';
import { CLOSING, COMMA, DASH, OPENING, VERB } from './fact-words.ts';
import type { Stretch } from './voices.ts';
import { isIn, norm, type Words } from './words.ts';

/** A clause, and whether it was told apart by its verb or as what a noun adds at the end of a sentence. */
export interface Clause extends Stretch {
  readonly form: 'clause' | 'gloss';
}

/**
 * The clauses of `within` that can be checked by themselves, without the words that only join them.
 *
 *     While [the bank has long lent abroad], [it now lends at home].
 *     [Prices have risen since late 2012], with [him setting up a new fund the year after].
 *     [The rise was shown by the fact that] [many shops closed].
 *     He said no bank should fail, [a nod to the old law].
 *     [The fair opened at Alma]-a historic town.
 *
 * A condition (if, unless) stays with what it is a condition of. Questions and what has no verb are none.
 * Misses: a second verb without a subject of its own ("opened and closed") stays with the first.
 */
export function findClauses(words: Words, within: Stretch, whole: Stretch): readonly Clause[] {
  const last = words.tokens[whole.to - 1];
  if (last?.text === '?' || words.tokens[whole.to - 2]?.text === '?') return [];
  const cuts = cutsIn(words, within, whole);
  const dateline = Math.max(1, datelineLength(words, whole));
  const sentence = { from: whole.from + dateline, to: lastWord(words, whole) };
  const clauses: Clause[] = [];
  for (const [index, cut] of cuts.entries()) {
    const end = cuts[index + 1]?.at ?? within.to;
    const piece = trimmed(words, { from: cut.at + cut.skip, to: end });
    if (isCutThrough(words, piece, end)) continue;
    if (cut.form === 'gloss') {
      if (piece.to - piece.from > 2) clauses.push({ ...piece, form: 'gloss' });
    } else if (isStatement(words, piece, cut.form, sentence)) {
      clauses.push({ ...piece, form: 'clause' });
    }
  }
  return clauses;
}

/** A place where a clause begins; `skip` words there only join it to the one before. */
interface Cut {
  readonly at: number;
  readonly skip: number;
  readonly form: 'clause' | 'absolute' | 'gloss';
}

function cutsIn(words: Words, within: Stretch, whole: Stretch): readonly Cut[] {
  const cuts: Cut[] = [
    { at: within.from, skip: within.from === whole.from ? datelineLength(words, whole) : 0, form: 'clause' },
  ];
  const finalGloss = glossStart(words, within, whole);
  const asideEnd = asidesOf(words, within);
  let leading = CONTRASTING.has(norm(words, within.from));
  let conditional = false;
  let depth = 0;
  for (let at = within.from; at < within.to; at++) {
    const token = words.tokens[at];
    if (!token) break;
    const aside = isIn(words, at, DASH) ? asideEnd.get(at) : undefined;
    at = aside ?? at;
    if (isIn(words, at, OPENING)) depth++;
    else if (isIn(words, at, CLOSING)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (at === finalGloss) cuts.push({ at, skip: 1, form: 'gloss' });
    else if (token.text === ';') cuts.push({ at, skip: 1, form: 'clause' });
    else if (token.norm === 'that' && isFactThat(words, at)) cuts.push({ at: at + 1, skip: 0, form: 'clause' });
    else if (isIn(words, at, COMMA)) {
      if (leading && !hasFiniteVerb(words, within.from, at)) leading = false;
      const joint = leading
        ? { skip: 1, form: 'clause' as const }
        : conditional
          ? null
          : isInList(words, at, within.from)
            ? null
            : jointAt(words, at + 1, within.to);
      if (!joint) continue;
      cuts.push({ at, ...joint });
      leading = false;
    } else conditional ||= CONDITIONS.has(token.norm);
  }
  return cuts;
}

const CONDITIONS = new Set('if unless until whether'.split(' '));

/** How many words a dateline has: "DALLAS (AP) — ", "NEW YORK, Nov. 19 — ". It is no part of the first sentence. */
function datelineLength(words: Words, whole: Stretch): number {
  for (let at = whole.from + 1; at < Math.min(whole.from + 14, whole.to); at++) {
    const token = words.tokens[at];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'DET') return 0;
    if (!isIn(words, at, DASH) || token.end === words.tokens[at + 1]?.start) continue;
    const agency = words.tokens[at - 1]?.text === ')';
    const first = words.tokens[whole.from]?.text ?? '';
    return agency || (first.length > 2 && first === first.toUpperCase()) ? at + 1 - whole.from : 0;
  }
  return 0;
}

/** He offended women, guests, and others: with no verb since the comma before, it is a list that goes on. */
function isInList(words: Words, comma: number, low: number): boolean {
  for (let at = comma - 1; at >= Math.max(low, comma - 6); at--) {
    if (isIn(words, at, COMMA)) return norm(words, comma + 1) === 'and' && at < comma - 1;
    if (isIn(words, at, VERB) || /^(?:PRON|ADV|ADP)$/.test(words.tokens[at]?.pos ?? '')) return false;
  }
  return false;
}

/** Whether what begins behind a comma is a clause of its own, and how many words join it. */
function jointAt(words: Words, start: number, limit: number): Omit<Cut, 'at'> | null {
  const first = norm(words, start);
  if (/^(?:and|but|so|yet|or)$/.test(first) || CONTRASTING.has(first)) {
    return hasOwnSubject(words, start + 1, limit) ? { skip: 2, form: 'clause' } : null;
  }
  // , with him setting up a fund
  if (first === 'with' && participleAfter(words, start + 1, limit)) return { skip: 2, form: 'absolute' };
  return null;
}

/** Whether a subject and, before the next comma, its verb follow. */
function hasOwnSubject(words: Words, start: number, limit: number): boolean {
  const first = words.tokens[start];
  if (!first || !/^(?:PRON|DET|NOUN|PROPN|ADJ|NUM)$/.test(first.pos) || first.norm === 'that') return false;
  let end = start;
  while (end < limit && !isIn(words, end, COMMA)) end++;
  return hasFiniteVerb(words, start, end);
}

function participleAfter(words: Words, start: number, limit: number): boolean {
  for (let at = start; at < Math.min(start + 7, limit); at++) {
    const token = words.tokens[at];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX') return false;
    if (token.pos === 'VERB') return at > start && /(?:ing|ed)$/.test(token.norm);
  }
  return false;
}

/**
 * Where a noun phrase at the end of a sentence comments on all before it: ", a nod to …", " — a first for the city".
 * It has to follow a clause or a quotation, and nothing may come behind it.
 */
function glossStart(words: Words, within: Stretch, whole: Stretch): number {
  if (within.to < lastWord(words, whole)) return -1;
  for (let at = within.to - 1; at >= within.from; at--) {
    if (!isIn(words, at, COMMA | DASH)) continue;
    const article = norm(words, at + 1) === 'a' || norm(words, at + 1) === 'an';
    if (!article || words.tokens[at - 1]?.pos === 'PROPN') return -1;
    const follows = at === within.from ? within.from > whole.from : hasFiniteVerb(words, within.from, at);
    const listed = norm(words, at - 2) === 'a' || norm(words, at - 2) === 'an';
    return follows && !listed && isNounFirst(words, at + 2, within.to) && !tellsItself(words, at + 2, within.to)
      ? at
      : -1;
  }
  return -1;
}

/** ", a survey shows that …": what begins at `start` has a verb of its own. */
function tellsItself(words: Words, start: number, limit: number): boolean {
  for (let at = start; at < limit; at++) {
    const word = norm(words, at);
    if (word === 'that' || DESCRIBING.has(word)) return false;
    if (isIn(words, at, VERB) && !/(?:ing|ed|en)$/.test(word) && norm(words, at - 1) !== 'to') return true;
  }
  return false;
}

function isNounFirst(words: Words, start: number, limit: number): boolean {
  for (let at = start; at < Math.min(start + 6, limit); at++) {
    const pos = words.tokens[at]?.pos;
    if (pos === 'NOUN') return true;
    if (pos !== 'ADJ' && pos !== 'ADV' && pos !== 'VERB' && pos !== 'PROPN') return false;
  }
  return false;
}

function lastWord(words: Words, whole: Stretch): number {
  let to = whole.to;
  while (to > whole.from && words.tokens[to - 1]?.pos === 'PUNCT') to--;
  return to;
}

/** Pairs of dashes: from the place of the first to the place of the second. What is between them is no clause. */
function asidesOf(words: Words, within: Stretch): ReadonlyMap<number, number> {
  const asides = new Map<number, number>();
  if ((words.some & DASH) === 0) return asides;
  let open = -1;
  for (let at = within.from; at < within.to; at++) {
    if (!isIn(words, at, DASH)) continue;
    const spaced = words.tokens[at - 1]?.end !== words.tokens[at]?.start || words.tokens[at]?.text !== '-';
    if (!spaced) continue;
    if (open >= 0) {
      asides.set(open, at);
      open = -1;
    } else open = at;
  }
  return asides;
}

/** A whole sentence of so many words is taken for a statement even where no verb was recognised. */
const WORDS_WITHOUT_VERB = 5;

/** Whether a piece tells something: a subject with a finite verb, or a subject with a participle behind "with". */
function isStatement(words: Words, piece: Stretch, form: 'clause' | 'absolute', sentence: Stretch): boolean {
  if (piece.to - piece.from < 2) return false;
  if (form === 'absolute') return true;
  const verb = finiteVerb(words, piece.from, piece.to);
  if (verb < 0) {
    return holdsAll(piece, sentence) && wordCount(words, piece) >= WORDS_WITHOUT_VERB;
  }
  for (let at = piece.from; at < verb; at++) {
    if (/^(?:NOUN|PROPN|PRON|NUM|DET|X)$/.test(words.tokens[at]?.pos ?? '')) return true;
  }
  return norm(words, piece.from) === 'there';
}

function wordCount({ tokens }: Words, { from, to }: Stretch): number {
  let count = 0;
  for (let at = from; at < to; at++) if (tokens[at]?.pos !== 'PUNCT') count++;
  return count;
}

/** Whether a piece is its whole sentence, whose first word may be left out with what joins it. */
function holdsAll(piece: Stretch, sentence: Stretch): boolean {
  return piece.from <= sentence.from && sentence.to <= piece.to;
}

/** Whether a finite verb stands between two places, outside of clauses that only describe a noun. */
export function hasFiniteVerb(words: Words, from: number, to: number): boolean {
  return finiteVerb(words, from, to) >= 0;
}

const DESCRIBING = new Set('which who whom whose where'.split(' '));

function finiteVerb(words: Words, from: number, to: number): number {
  let described = false;
  for (let at = from; at < to; at++) {
    const token = words.tokens[at];
    if (!token) break;
    if (token.text === ',' || token.text === ')') described = false;
    if (token.text === '(' || (at > from && DESCRIBING.has(token.norm))) described = true;
    if (described || !isIn(words, at, VERB)) continue;
    if (norm(words, at - 1) === 'to' || /^(?:being|been|be|having)$/.test(token.norm)) continue;
    if (token.pos === 'VERB' && token.norm.endsWith('ing')) continue;
    return at;
  }
  return -1;
}
