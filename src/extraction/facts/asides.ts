import { BRACKET, DASH, NAME, VERB } from './fact-words.ts';
import type { Stretch } from './voices.ts';
import { isIn, norm, type Words } from './words.ts';

/**
 * Things in `within` with what a bracket says about them. The bracket belongs to the last thing before it only.
 *
 *     Guests came from Alma, Bristow and [Carr (which is banned here but may trade abroad)].
 *
 * Of brackets in brackets, only the outer one is taken. A bracket without a clause of its own says nothing that can be checked: "(AP)", "(left)".
 */
export function findBracketed(words: Words, within: Stretch): readonly Stretch[] {
  const bracketed: Stretch[] = [];
  if ((words.some & BRACKET) === 0) return bracketed;
  const open: number[] = [];
  for (let at = within.from; at < within.to; at++) {
    if (words.tokens[at]?.text === '(') open.push(at);
    if (words.tokens[at]?.text !== ')') continue;
    const start = open.pop();
    if (start === undefined || open.length > 0 || !saysSomething(words, start + 1, at)) continue;
    // It drew guests (Ann Lee was one of them): a clause with a subject of its own belongs to no thing before it.
    const alone = /^(?:PROPN|PRON)$/.test(words.tokens[start + 1]?.pos ?? '') && !RELATIVE.has(norm(words, start + 1));
    if (alone) {
      if (hasVerbWithin(words, start + 2, at)) bracketed.push({ from: start + 1, to: at });
      continue;
    }
    const from = thingBefore(words, start, within.from);
    if (from < start) bracketed.push({ from, to: at + 1 });
  }
  return bracketed;
}

function saysSomething(words: Words, from: number, to: number): boolean {
  const first = words.tokens[from];
  if (to - from < 3) return false;
  if (first?.pos === 'DET') return true;
  return hasVerbWithin(words, from, to);
}

const RELATIVE = new Set('which who whom whose where that'.split(' '));

function hasVerbWithin(words: Words, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isIn(words, at, VERB)) return true;
  return false;
}

/** The place where the name or noun right before `end` starts: Carr; the old bridge. */
function thingBefore(words: Words, end: number, low: number): number {
  const last = words.tokens[end - 1];
  if (!last || end <= low || (last.pos !== 'NOUN' && last.pos !== 'PROPN')) return end;
  let from = end - 1;
  while (from > low && from > end - 8) {
    const before = words.tokens[from - 1];
    if (!before || !/^(?:NOUN|PROPN|ADJ|NUM|PART)$/.test(before.pos)) break;
    from--;
  }
  while (words.tokens[from]?.pos === 'PART') from++;
  return from > low && words.tokens[from - 1]?.pos === 'DET' ? from - 1 : from;
}

/**
 * Clauses in `within` that say more about the thing before them.
 *
 *     The council called for a boycott of the fair, [which attracted guests from two provinces].
 *     It has put forward a “bridge tax” that [would double the toll].        (behind a term in quotation marks)
 *
 * Other clauses with "that" are needed to tell which thing is meant, and are left in their sentence.
 */
export function findRelativeClauses(words: Words, within: Stretch): readonly Stretch[] {
  const clauses: Stretch[] = [];
  for (let at = within.from; at < within.to; at++) {
    const from = opensSetOff(words, at, within.from) ? at : opensBehindTerm(words, at, within.from) ? at + 1 : -1;
    if (from < 0) continue;
    const to = relativeEnd(words, from, within.to);
    // “…, which notes, “| the bridge leaks””: what it says is somebody’s words.
    const isCut = /^(?:[“«‘"]|''|``)$/.test(words.tokens[to - 1]?.text ?? '') && to === within.to;
    if (to - from > 2 && !isCut) clauses.push({ from, to });
    at = Math.max(at, to - 1);
  }
  return clauses;
}

/** ", which", ", who", ", whose", ", where"; also ", most of which" from its first word */
function opensSetOff(words: Words, at: number, low: number): boolean {
  const before = words.tokens[at - 1];
  const comma =
    before?.text === ',' || (at === low && /^[”"’']$/.test(before?.text ?? '') && words.tokens[at - 2]?.text === ',');
  return comma && /^(?:which|who|whom|whose|where)$/.test(words.tokens[at]?.norm ?? '');
}

function opensBehindTerm(words: Words, at: number, low: number): boolean {
  if (at <= low || words.tokens[at]?.norm !== 'that' || !/^[”"’]$/.test(words.tokens[at - 1]?.text ?? '')) return false;
  const next = words.tokens[at + 1]?.pos;
  return next === 'VERB' || next === 'AUX';
}

/** The place where a relative clause ends: at the comma before the verb of its sentence, a dash, a bracket, or the end. */
function relativeEnd(words: Words, from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const text = words.tokens[at]?.text ?? '';
    if (text === '(') depth++;
    else if (text === ')' && --depth < 0) return at;
    else if (/^[.;:!?]$/.test(text) || (isIn(words, at, DASH) && words.tokens[at - 1]?.end !== words.tokens[at]?.start))
      return at;
    else if (text === ',' && depth === 0 && at > from + 2 && !isListComma(words, at)) {
      const place = placeEnd(words, at, limit);
      if (place === at) return at;
      at = place;
    }
  }
  return limit;
}

/** Behind the region of a place: "in Aurora, Colorado," with the comma, where a preposition goes on; else `comma`. */
function placeEnd(words: Words, comma: number, limit: number): number {
  let at = comma + 1;
  if (!isIn(words, comma - 1, NAME)) return comma;
  while (at < Math.min(limit, comma + 4) && isIn(words, at, NAME)) at++;
  if (at === comma + 1) return comma;
  const ends = at >= limit || /^[.;]$/.test(words.tokens[at]?.text ?? '');
  if (ends) return at - 1;
  return words.tokens[at]?.text === ',' && words.tokens[at + 1]?.pos === 'ADP' && at + 1 < limit ? at : comma;
}

/** A comma between nouns of a list goes on with the clause: "which makes cars, vans and buses". */
function isListComma(words: Words, comma: number): boolean {
  for (let at = comma + 1; at < comma + 6; at++) {
    const token = words.tokens[at];
    if (!token || !/^(?:NOUN|PROPN|ADJ|DET|NUM|PART|CCONJ)$/.test(token.pos)) {
      return (
        (token?.text === ',' || token?.pos === 'ADP') && words.tokens[at - 1]?.pos !== 'CCONJ' && hasListEnd(words, at)
      );
    }
    if (token.pos === 'CCONJ' && at > comma + 1) return true;
    if (token.pos === 'CCONJ') return !/^(?:PRON|DET)$/.test(words.tokens[at + 1]?.pos ?? '');
  }
  return false;
}

function hasListEnd(words: Words, from: number): boolean {
  for (let at = from; at < from + 8; at++) {
    const token = words.tokens[at];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX') return false;
    if (token.norm === 'and' || token.norm === 'or') return true;
  }
  return false;
}
