import type { Token } from '../token.ts';
import { isBodyWord, isPlaceWord, isRoleWord } from './fact-words.ts';
import type { Stretch } from './voices.ts';

/**
 * What people and bodies in `within` are said to be.
 *
 *     Wang Chunhui, [the director of the Institute of Ports], said …        (set off behind the name)
 *     [The bank’s chief economist, Ann Lee], said …                          (the name set off behind it)
 *     Others, including [press freedom group Open Desk and bank watchdog Fair.org], …  (right before the name)
 *
 * A courtesy title (Mr, Dr) is no role. Misses: roles that no list of words has ("a regular at the market").
 */
export function findRoles(tokens: readonly Token[], within: Stretch): readonly Stretch[] {
  const roles: Stretch[] = [];
  for (let at = within.from; at < within.to; at++) {
    const role = behindName(tokens, at, within) ?? nameBehindRole(tokens, at, within) ?? beforeName(tokens, at, within);
    if (!role) continue;
    roles.push(role);
    at = Math.max(at, role.to - 1);
  }
  return roles;
}

/** A place with what is said of it; its name ends at `nameTo`. */
export interface Place extends Stretch {
  readonly nameTo: number;
}

/**
 * Places in `within` with what they are said to be.
 *
 *     The fair is held at [Wuzhen-a historic town in Zhejiang province].
 *     She was born in [Port Alma, a village near the border], in 1950.
 */
export function findPlaces(tokens: readonly Token[], within: Stretch): readonly Place[] {
  const places: Place[] = [];
  for (let at = within.from + 1; at < within.to; at++) {
    if (!isNameWord(tokens[at - 1]) || !(norm(tokens, at) === ',' || isDash(tokens, at))) continue;
    const noun = headNoun(tokens, at + 1, within.to);
    if (noun < 0 || !isPlaceWord(tokens[noun]?.text ?? '') || !isDescribed(tokens, at + 1, noun)) continue;
    const to = setOffEnd(tokens, at, within.to);
    if (to < 0) continue;
    places.push({ from: nameStart(tokens, at - 1, within.from), nameTo: at, to });
    at = to - 1;
  }
  return places;
}

/** a town, Alma’s capital; in a list of places (Alma, Bristow and the Carr villages) none says what another is */
function isDescribed(tokens: readonly Token[], start: number, noun: number): boolean {
  const owned = tokens.slice(start, noun).some((token, index) => index > 0 && token.norm === "'s");
  return tokens[start]?.pos === 'DET' || owned;
}

/** Whether the mark at this place is a dash; a hyphen is one where it stands between two words of their own. */
export function isDash(tokens: readonly Token[], at: number): boolean {
  return /^(?:[-–—―]|--+)$/.test(tokens[at]?.text ?? '');
}

/** Where what begins behind the mark at `mark` ends: at its twin, or with the sentence; -1 where a verb comes first. */
function setOffEnd(tokens: readonly Token[], mark: number, limit: number): number {
  const closes = (at: number) => (norm(tokens, mark) === ',' ? norm(tokens, at) === ',' : isDash(tokens, at));
  for (let at = mark + 1; at < limit; at++) {
    const token = tokens[at];
    if (!token) break;
    if (closes(at) || /^[.;:!?]$/.test(token.text)) return at;
    if (token.pos === 'AUX' || /^(?:who|which|that|where)$/.test(token.norm)) return -1;
    if (token.pos === 'VERB' && !/(?:ed|ing|en)$/.test(token.norm)) return -1;
  }
  return limit;
}

/** The last noun of the noun phrase that starts at `start`, before what is tied to it; -1 where there is none. */
function headNoun(tokens: readonly Token[], start: number, limit: number): number {
  let noun = -1;
  for (let at = start; at < limit && at < start + 12; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') noun = at;
    else if (!/^(?:ADJ|DET|NUM|PART|CCONJ|ADV)$/.test(token.pos) && !isPossessor(token)) break;
    else if (token.pos === 'CCONJ' && noun >= 0) break;
  }
  return noun;
}

function isPossessor(token: Token): boolean {
  return /^(?:his|her|its|their|my|our|your)$/.test(token.norm) || token.text === '’';
}

function behindName(tokens: readonly Token[], comma: number, within: Stretch): Stretch | null {
  if (norm(tokens, comma) !== ',' || comma <= within.from || !isNameWord(tokens[comma - 1])) return null;
  const noun = headNoun(tokens, comma + 1, within.to);
  if (noun < 0 || !isRoleWord(norm(tokens, noun))) return null;
  const to = setOffEnd(tokens, comma, within.to);
  return to < 0 || isListed(tokens, comma, to) ? null : { from: comma + 1, to };
}

/** The bank’s chief economist, Ann Lee, said */
function nameBehindRole(tokens: readonly Token[], comma: number, within: Stretch): Stretch | null {
  const role = tokens[comma - 1];
  if (norm(tokens, comma) !== ',' || comma <= within.from || role?.pos !== 'NOUN' || !isRoleWord(role.norm))
    return null;
  const to = nameEnd(tokens, comma + 1, within.to);
  const from = describedFrom(tokens, comma - 1, within.from);
  return to > comma + 2 && norm(tokens, to) === ',' && tokens[from]?.pos === 'DET' ? { from, to } : null;
}

/** Ann Lee, director Bo Chan and Cy Dow: a list of names says nothing of the first. */
function isListed(tokens: readonly Token[], comma: number, end: number): boolean {
  const first = tokens[comma + 1];
  if (first?.pos === 'DET' || (first !== undefined && isPossessor(first))) return false;
  for (let at = comma + 1; at < end; at++) {
    if (isNameWord(tokens[at]) && norm(tokens, at - 1) !== ',' && isRoleWord(norm(tokens, at - 1))) return true;
  }
  return false;
}

function beforeName(tokens: readonly Token[], at: number, within: Stretch): Stretch | null {
  const first = descriptor(tokens, at, within);
  if (!first) return null;
  let to = first.to;
  // group A and watchdog B
  for (;;) {
    const link = norm(tokens, to);
    if (link !== 'and' && link !== ',') break;
    const next = linkedDescriptor(tokens, to + 1, within);
    if (!next) break;
    to = next.to;
  }
  return { from: first.from, to };
}

/** the Mother Emanuel Church, the Teachers Union: a capital, but no title */
function isPartOfName(tokens: readonly Token[], at: number): boolean {
  const printed = tokens[at]?.text ?? '';
  if (!/^\p{Lu}/u.test(printed) || at === 0) return false;
  return (
    tokens[at - 1]?.pos === 'DET' || (printed.endsWith('s') && !/ss$/.test(printed)) || isBodyWord(norm(tokens, at))
  );
}

/** A role word at `at` with the name behind it and what describes it before: press freedom group Open Desk. */
function descriptor(tokens: readonly Token[], at: number, within: Stretch): Stretch | null {
  const role = tokens[at];
  if (!role || !isRoleWord(role.norm) || isPartOfName(tokens, at)) return null;
  const to = nameEnd(tokens, at + 1, within.to);
  if (to === at + 1) return null;
  return { from: describedFrom(tokens, at, within.from), to };
}

function linkedDescriptor(tokens: readonly Token[], start: number, within: Stretch): Stretch | null {
  for (let at = start; at < within.to && at < start + 8; at++) {
    const token = tokens[at];
    if (!token || !/^(?:NOUN|PROPN|ADJ|DET)$/.test(token.pos)) return null;
    const found = descriptor(tokens, at, within);
    if (found) return found.from === start ? found : null;
  }
  return null;
}

function describedFrom(tokens: readonly Token[], role: number, low: number): number {
  let from = role;
  while (from > low && from > role - 8) {
    const before = tokens[from - 1];
    // Associated Press writer Jo Lane: a capital makes the participle part of a name.
    const named = before?.pos === 'VERB' && isCapitalised(before);
    if (!before || !(/^(?:NOUN|PROPN|ADJ|PART)$/.test(before.pos) || isPossessor(before) || named)) break;
    from--;
  }
  while (from < role && tokens[from]?.pos === 'PART') from++;
  if (from > low && tokens[from - 1]?.pos === 'DET') from--;
  return from;
}

/** The place behind the name that starts at `start`; `start` itself where none does. */
function nameEnd(tokens: readonly Token[], start: number, limit: number): number {
  let end = start;
  while (end < limit && (end === start ? isNameWord(tokens[end]) : isCapitalised(tokens[end]))) end++;
  return end;
}

function nameStart(tokens: readonly Token[], last: number, low: number): number {
  let from = last;
  while (from > low && isNameWord(tokens[from - 1])) from--;
  return from;
}

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.pos === 'PROPN' && /^[\p{Lu}\p{N}]/u.test(token.text);
}

function isCapitalised(token: Token | undefined): boolean {
  return token !== undefined && token.pos !== 'PUNCT' && /^\p{Lu}/u.test(token.text);
}

function norm(tokens: readonly Token[], at: number): string {
  return tokens[at]?.norm ?? '';
}
