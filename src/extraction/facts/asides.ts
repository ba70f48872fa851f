import type { Token } from '../token.ts';
import { isDash } from './roles.ts';
import type { Stretch } from './voices.ts';

/**
 * Things in `within` with what a bracket says about them. The bracket belongs to the last thing before it only.
 *
 *     Guests came from Alma, Bristow and [Carr (which is banned here but may trade abroad)].
 *
 * Of brackets in brackets, only the outer one is taken. A bracket without a clause of its own says nothing that can be checked: "(AP)", "(left)".
 */
export function findBracketed(tokens: readonly Token[], within: Stretch): readonly Stretch[] {
  const bracketed: Stretch[] = [];
  const open: number[] = [];
  for (let at = within.from; at < within.to; at++) {
    if (tokens[at]?.text === '(') open.push(at);
    if (tokens[at]?.text !== ')') continue;
    const start = open.pop();
    if (start === undefined || open.length > 0 || !saysSomething(tokens, start + 1, at)) continue;
    const from = thingBefore(tokens, start, within.from);
    if (from < start) bracketed.push({ from, to: at + 1 });
  }
  return bracketed;
}

function saysSomething(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from];
  if (to - from < 3) return false;
  const clause = tokens.slice(from, to).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return clause || first?.pos === 'DET';
}

/** The place where the name or noun right before `end` starts: Carr; the old bridge. */
function thingBefore(tokens: readonly Token[], end: number, low: number): number {
  const last = tokens[end - 1];
  if (!last || end <= low || (last.pos !== 'NOUN' && last.pos !== 'PROPN')) return end;
  let from = end - 1;
  while (from > low && from > end - 8) {
    const before = tokens[from - 1];
    if (!before || !/^(?:NOUN|PROPN|ADJ|NUM|PART)$/.test(before.pos)) break;
    from--;
  }
  while (tokens[from]?.pos === 'PART') from++;
  return from > low && tokens[from - 1]?.pos === 'DET' ? from - 1 : from;
}

/**
 * Clauses in `within` that say more about the thing before them.
 *
 *     The council called for a boycott of the fair, [which attracted guests from two provinces].
 *     It has put forward a “bridge tax” that [would double the toll].        (behind a term in quotation marks)
 *
 * Other clauses with "that" are needed to tell which thing is meant, and are left in their sentence.
 */
export function findRelativeClauses(tokens: readonly Token[], within: Stretch): readonly Stretch[] {
  const clauses: Stretch[] = [];
  for (let at = within.from; at < within.to; at++) {
    const from = opensSetOff(tokens, at, within.from) ? at : opensBehindTerm(tokens, at, within.from) ? at + 1 : -1;
    if (from < 0) continue;
    const to = relativeEnd(tokens, from, within.to);
    if (to - from > 2) clauses.push({ from, to });
    at = Math.max(at, to - 1);
  }
  return clauses;
}

/** ", which", ", who", ", whose", ", where"; also ", most of which" from its first word */
function opensSetOff(tokens: readonly Token[], at: number, low: number): boolean {
  const before = tokens[at - 1];
  const comma =
    before?.text === ',' || (at === low && /^[”"’']$/.test(before?.text ?? '') && tokens[at - 2]?.text === ',');
  return comma && /^(?:which|who|whom|whose|where)$/.test(tokens[at]?.norm ?? '');
}

function opensBehindTerm(tokens: readonly Token[], at: number, low: number): boolean {
  if (at <= low || tokens[at]?.norm !== 'that' || !/^[”"’]$/.test(tokens[at - 1]?.text ?? '')) return false;
  const next = tokens[at + 1]?.pos;
  return next === 'VERB' || next === 'AUX';
}

/** The place where a relative clause ends: at the comma before the verb of its sentence, a dash, a bracket, or the end. */
function relativeEnd(tokens: readonly Token[], from: number, limit: number): number {
  let depth = 0;
  for (let at = from; at < limit; at++) {
    const text = tokens[at]?.text ?? '';
    if (text === '(') depth++;
    else if (text === ')' && --depth < 0) return at;
    else if (/^[.;:!?]$/.test(text) || (isDash(tokens, at) && tokens[at - 1]?.end !== tokens[at]?.start)) return at;
    else if (text === ',' && depth === 0 && at > from + 2 && !isListComma(tokens, at)) return at;
  }
  return limit;
}

/** A comma between nouns of a list goes on with the clause: "which makes cars, vans and buses". */
function isListComma(tokens: readonly Token[], comma: number): boolean {
  for (let at = comma + 1; at < comma + 6; at++) {
    const token = tokens[at];
    if (!token || !/^(?:NOUN|PROPN|ADJ|DET|NUM|PART|CCONJ)$/.test(token.pos)) {
      return (token?.text === ',' || token?.pos === 'ADP') && tokens[at - 1]?.pos !== 'CCONJ' && hasListEnd(tokens, at);
    }
    if (token.pos === 'CCONJ' && at > comma + 1) return true;
    if (token.pos === 'CCONJ') return !/^(?:PRON|DET)$/.test(tokens[at + 1]?.pos ?? '');
  }
  return false;
}

function hasListEnd(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + 8; at++) {
    const token = tokens[at];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX') return false;
    if (token.norm === 'and' || token.norm === 'or') return true;
  }
  return false;
}
