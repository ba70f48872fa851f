import type { Token } from '../token.ts';
import { isDash } from './roles.ts';
import type { Stretch } from './voices.ts';

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
export function findClauses(tokens: readonly Token[], within: Stretch, whole: Stretch): readonly Clause[] {
  const last = tokens[whole.to - 1];
  if (last?.text === '?' || tokens[whole.to - 2]?.text === '?') return [];
  const cuts = cutsIn(tokens, within, whole);
  const dateline = Math.max(1, datelineLength(tokens, whole));
  const sentence = { from: whole.from + dateline, to: lastWord(tokens, whole) };
  const clauses: Clause[] = [];
  for (const [index, cut] of cuts.entries()) {
    const piece = trimmed(tokens, { from: cut.at + cut.skip, to: cuts[index + 1]?.at ?? within.to });
    if (cut.form === 'gloss' ? piece.to - piece.from > 2 : isStatement(tokens, piece, cut.form, sentence)) {
      clauses.push({ ...piece, form: cut.form === 'gloss' ? 'gloss' : 'clause' });
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

function cutsIn(tokens: readonly Token[], within: Stretch, whole: Stretch): readonly Cut[] {
  const cuts: Cut[] = [
    { at: within.from, skip: within.from === whole.from ? datelineLength(tokens, whole) : 0, form: 'clause' },
  ];
  const finalGloss = glossStart(tokens, within, whole);
  const asideEnd = asidesOf(tokens, within);
  let leading = CONTRASTING.has(norm(tokens, within.from));
  let conditional = false;
  let depth = 0;
  for (let at = within.from; at < within.to; at++) {
    const token = tokens[at];
    if (!token) break;
    at = asideEnd.get(at) ?? at;
    if (/^[(“«]$/.test(token.text)) depth++;
    if (/^[)”»]$/.test(token.text)) depth = Math.max(0, depth - 1);
    if (depth > 0) continue;
    if (at === finalGloss) cuts.push({ at, skip: 1, form: 'gloss' });
    else if (token.text === ';') cuts.push({ at, skip: 1, form: 'clause' });
    else if (isFactThat(tokens, at)) cuts.push({ at: at + 1, skip: 0, form: 'clause' });
    else if (token.text === ',') {
      if (leading && !hasFiniteVerb(tokens, within.from, at)) leading = false;
      const joint = leading
        ? { skip: 1, form: 'clause' as const }
        : conditional
          ? null
          : jointAt(tokens, at + 1, within.to);
      if (!joint) continue;
      cuts.push({ at, ...joint });
      leading = false;
    } else conditional ||= CONDITIONS.has(token.norm);
  }
  return cuts;
}

/** Words that set one statement against another. Any other (when, because, if) changes what the other says. */
const CONTRASTING = new Set('while whereas although though'.split(' '));

const CONDITIONS = new Set('if unless until whether'.split(' '));

/** Words that only lead on to what stands elsewhere. */
const LEADING_ON = new Set('while whereas although though as after before when because since that'.split(' '));

/** How many words a dateline has: "DALLAS (AP) — ", "NEW YORK, Nov. 19 — ". It is no part of the first sentence. */
function datelineLength(tokens: readonly Token[], whole: Stretch): number {
  for (let at = whole.from + 1; at < Math.min(whole.from + 14, whole.to); at++) {
    const token = tokens[at];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'DET') return 0;
    if (!isDash(tokens, at) || token.end === tokens[at + 1]?.start) continue;
    const agency = tokens[at - 1]?.text === ')';
    const first = tokens[whole.from]?.text ?? '';
    return agency || (first.length > 2 && first === first.toUpperCase()) ? at + 1 - whole.from : 0;
  }
  return 0;
}

/** "by the fact that", "the fact that": what follows is a statement by itself. */
function isFactThat(tokens: readonly Token[], at: number): boolean {
  return norm(tokens, at) === 'that' && norm(tokens, at - 1) === 'fact' && norm(tokens, at - 2) === 'the';
}

/** Whether what begins behind a comma is a clause of its own, and how many words join it. */
function jointAt(tokens: readonly Token[], start: number, limit: number): Omit<Cut, 'at'> | null {
  const first = norm(tokens, start);
  if (/^(?:and|but|so|yet|or)$/.test(first) || CONTRASTING.has(first)) {
    return hasOwnSubject(tokens, start + 1, limit) ? { skip: 2, form: 'clause' } : null;
  }
  // , with him setting up a fund
  if (first === 'with' && participleAfter(tokens, start + 1, limit)) return { skip: 2, form: 'absolute' };
  return null;
}

/** Whether a subject and, before the next comma, its verb follow. */
function hasOwnSubject(tokens: readonly Token[], start: number, limit: number): boolean {
  const first = tokens[start];
  if (!first || !/^(?:PRON|DET|NOUN|PROPN|ADJ|NUM)$/.test(first.pos) || first.norm === 'that') return false;
  let end = start;
  while (end < limit && tokens[end]?.text !== ',') end++;
  return hasFiniteVerb(tokens, start, end);
}

function participleAfter(tokens: readonly Token[], start: number, limit: number): boolean {
  for (let at = start; at < Math.min(start + 7, limit); at++) {
    const token = tokens[at];
    if (!token || token.pos === 'PUNCT' || token.pos === 'AUX') return false;
    if (token.pos === 'VERB') return at > start && /(?:ing|ed)$/.test(token.norm);
  }
  return false;
}

/**
 * Where a noun phrase at the end of a sentence comments on all before it: ", a nod to …", " — a first for the city".
 * It has to follow a clause or a quotation, and nothing may come behind it.
 */
function glossStart(tokens: readonly Token[], within: Stretch, whole: Stretch): number {
  if (within.to < lastWord(tokens, whole)) return -1;
  for (let at = within.to - 1; at >= within.from; at--) {
    const token = tokens[at];
    if (token?.text !== ',' && !isDash(tokens, at)) continue;
    const article = norm(tokens, at + 1) === 'a' || norm(tokens, at + 1) === 'an';
    if (!article || tokens[at - 1]?.pos === 'PROPN') return -1;
    const follows = at === within.from ? within.from > whole.from : hasFiniteVerb(tokens, within.from, at);
    const listed = norm(tokens, at - 2) === 'a' || norm(tokens, at - 2) === 'an';
    return follows && !listed && isNounFirst(tokens, at + 2, within.to) ? at : -1;
  }
  return -1;
}

function isNounFirst(tokens: readonly Token[], start: number, limit: number): boolean {
  for (let at = start; at < Math.min(start + 6, limit); at++) {
    const pos = tokens[at]?.pos;
    if (pos === 'NOUN') return true;
    if (pos !== 'ADJ' && pos !== 'ADV' && pos !== 'VERB' && pos !== 'PROPN') return false;
  }
  return false;
}

function lastWord(tokens: readonly Token[], whole: Stretch): number {
  let to = whole.to;
  while (to > whole.from && tokens[to - 1]?.pos === 'PUNCT') to--;
  return to;
}

/** Pairs of dashes: from the place of the first to the place of the second. What is between them is no clause. */
function asidesOf(tokens: readonly Token[], within: Stretch): ReadonlyMap<number, number> {
  const asides = new Map<number, number>();
  let open = -1;
  for (let at = within.from; at < within.to; at++) {
    if (!isDash(tokens, at)) continue;
    const spaced = tokens[at - 1]?.end !== tokens[at]?.start || tokens[at]?.text !== '-';
    if (!spaced) continue;
    if (open >= 0) {
      asides.set(open, at);
      open = -1;
    } else open = at;
  }
  return asides;
}

/** A piece without the marks and the joining words at its ends. */
export function trimmed(tokens: readonly Token[], piece: Stretch): Stretch {
  let { from, to } = piece;
  const loose = (token: Token | undefined) => token !== undefined && (token.pos === 'PUNCT' || token.pos === 'CCONJ');
  const kept = (token: Token | undefined) => token !== undefined && /^[“”«»"()%$£€]$/.test(token.text);
  while (from < to && ((loose(tokens[from]) && !kept(tokens[from])) || CONTRASTING.has(norm(tokens, from)))) from++;
  while (to > from && ((loose(tokens[to - 1]) && !kept(tokens[to - 1])) || leadsOn(tokens, to - 1))) to--;
  return balanced(tokens, { from, to });
}

/**
 * "presented a plan before [saying …]", "was named, with [one more to come]": the word belongs to what follows.
 * "by the fact that" is read with its verb, and so is a preposition at the end: "signed up".
 */
function leadsOn(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1];
  const cutOff = tokens[at]?.pos === 'ADP' && next !== undefined && next.pos !== 'PUNCT';
  return (LEADING_ON.has(norm(tokens, at)) && !isFactThat(tokens, at)) || cutOff;
}

/** Quotation marks and brackets at the ends stay only where their twin is in the piece as well. */
function balanced(tokens: readonly Token[], piece: Stretch): Stretch {
  let { from, to } = piece;
  const counts = { opening: 0, closing: 0 };
  for (let at = from; at < to; at++) {
    if (isOpening(tokens[at])) counts.opening++;
    if (isClosing(tokens[at])) counts.closing++;
  }
  for (; to > from && isClosing(tokens[to - 1]) && counts.opening < counts.closing; to--) counts.closing--;
  for (; from < to && isOpening(tokens[from]) && counts.closing < counts.opening; from++) counts.opening--;
  return { from, to };
}

function isOpening(token: Token | undefined): boolean {
  return token !== undefined && /^[“«(]$/.test(token.text);
}

function isClosing(token: Token | undefined): boolean {
  return token !== undefined && /^[”»)]$/.test(token.text);
}

/** A whole sentence of so many words is taken for a statement even where no verb was recognised. */
const WORDS_WITHOUT_VERB = 5;

/** Whether a piece tells something: a subject with a finite verb, or a subject with a participle behind "with". */
function isStatement(
  tokens: readonly Token[],
  piece: Stretch,
  form: 'clause' | 'absolute',
  sentence: Stretch,
): boolean {
  if (piece.to - piece.from < 2) return false;
  if (form === 'absolute') return true;
  const verb = finiteVerb(tokens, piece.from, piece.to);
  if (verb < 0) {
    const words = tokens.slice(piece.from, piece.to).filter(({ pos }) => pos !== 'PUNCT').length;
    return holdsAll(piece, sentence) && words >= WORDS_WITHOUT_VERB;
  }
  for (let at = piece.from; at < verb; at++) {
    if (/^(?:NOUN|PROPN|PRON|NUM|DET|X)$/.test(tokens[at]?.pos ?? '')) return true;
  }
  return norm(tokens, piece.from) === 'there';
}

/** Whether a piece is its whole sentence, whose first word may be left out with what joins it. */
function holdsAll(piece: Stretch, sentence: Stretch): boolean {
  return piece.from <= sentence.from && sentence.to <= piece.to;
}

/** Whether a finite verb stands between two places, outside of clauses that only describe a noun. */
export function hasFiniteVerb(tokens: readonly Token[], from: number, to: number): boolean {
  return finiteVerb(tokens, from, to) >= 0;
}

function finiteVerb(tokens: readonly Token[], from: number, to: number): number {
  let described = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.text === ',' || token.text === ')') described = false;
    const opens = /^(?:which|who|whom|whose|where)$/.test(token.norm) && at > from;
    if (opens || token.text === '(') described = true;
    if (described || !(token.pos === 'AUX' || token.pos === 'VERB')) continue;
    if (norm(tokens, at - 1) === 'to' || /^(?:being|been|be|having)$/.test(token.norm)) continue;
    if (token.pos === 'VERB' && token.norm.endsWith('ing')) continue;
    return at;
  }
  return -1;
}

function norm(tokens: readonly Token[], at: number): string {
  return tokens[at]?.norm ?? '';
}
