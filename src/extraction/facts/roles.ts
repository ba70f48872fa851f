import { BODY, CAPITAL, COMMA, DASH, MONTH, NAME, PLACE, ROLE, SHORT_ROLE, VERB, WEEKDAY } from './fact-words.ts';
import type { Stretch } from './voices.ts';
import { isIn, isPossessive, norm, type Words } from './words.ts';

/** What people or bodies are said to be, with the names that it is said of. */
export interface FoundRole extends Stretch {
  readonly of: readonly Stretch[];
}

/**
 * What people and bodies in `within` are said to be.
 *
 *     Wang Chunhui, [the director of the Institute of Ports], said …        (set off behind the name)
 *     [The bank’s chief economist, Ann Lee], said …                          (the name set off behind it)
 *     Others, including [press freedom group Open Desk and bank watchdog Fair.org], …  (right before the name)
 *     “…,” said [Gov. Ann Lee]; Bo Lane, 44, [a doctor], left.
 *
 * A courtesy title (Mr, Dr) is no role. Misses: roles that no list of words has ("a regular at the market").
 */
export function findRoles(words: Words, within: Stretch): readonly FoundRole[] {
  if ((words.some & (ROLE | BODY | SHORT_ROLE)) === 0) return [];
  const roles: FoundRole[] = [];
  for (let at = within.from; at < within.to; at++) {
    const role = isIn(words, at, COMMA)
      ? (behindName(words, at, within) ?? nameBehindRole(words, at, within))
      : isIn(words, at, ROLE | BODY | SHORT_ROLE)
        ? beforeName(words, at, within)
        : null;
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
export function findPlaces(words: Words, within: Stretch): readonly Place[] {
  const places: Place[] = [];
  if ((words.some & PLACE) === 0 || (words.some & NAME) === 0) return places;
  for (let at = within.from + 1; at < within.to; at++) {
    if (!isIn(words, at, COMMA | DASH) || !isIn(words, at - 1, NAME)) continue;
    const noun = headNoun(words, at + 1, within.to);
    if (noun < 0 || !isIn(words, noun, PLACE) || !isDescribed(words, at + 1, noun)) continue;
    const to = setOffEnd(words, at, within.to, () => -1);
    if (to < 0) continue;
    places.push({ from: nameStart(words, at - 1, within.from), nameTo: at, to });
    at = to - 1;
  }
  return places;
}

/** a town, Alma’s capital; in a list of places (Alma, Bristow and the Carr villages) none says what another is */
function isDescribed(words: Words, start: number, noun: number): boolean {
  if (words.tokens[start]?.pos === 'DET') return true;
  for (let at = start + 1; at < noun; at++) if (norm(words, at) === "'s") return true;
  return false;
}

const RELATIVE = new Set('who which that where'.split(' '));

/** Where what begins behind the mark at `mark` ends: at its twin, or with the sentence; -1 where a verb comes first. `relative` says where it ends before a clause with who or which. */
function setOffEnd(words: Words, mark: number, limit: number, relative: (at: number) => number): number {
  const twin = isIn(words, mark, COMMA) ? COMMA : DASH;
  for (let at = mark + 1; at < limit; at++) {
    const token = words.tokens[at];
    if (!token) break;
    if (isIn(words, at, twin) || (token.pos === 'PUNCT' && /^[.;:!?]$/.test(token.text))) return at;
    if (token.pos === 'AUX' || RELATIVE.has(token.norm)) return RELATIVE.has(token.norm) ? relative(at) : -1;
    if (token.pos === 'VERB' && !/(?:ed|ing|en)$/.test(token.norm)) return -1;
  }
  return limit;
}

/** The last noun of the noun phrase that starts at `start`, before what is tied to it; -1 where there is none. */
function headNoun(words: Words, start: number, limit: number): number {
  let noun = -1;
  for (let at = start; at < limit && at < start + 12; at++) {
    const token = words.tokens[at];
    if (!token) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN' || (noun < 0 && isIn(words, at, ROLE) && token.pos === 'VERB')) {
      noun = at;
    } else if (!IN_NOUN_PHRASE.has(token.pos) && !isPossessor(words, at)) break;
    else if (token.pos === 'CCONJ' && noun >= 0) break;
  }
  return noun;
}

const IN_NOUN_PHRASE = new Set('ADJ DET NUM PART CCONJ ADV'.split(' '));
const POSSESSORS = new Set('his her its their my our your ’'.split(' '));

function isPossessor(words: Words, at: number): boolean {
  return POSSESSORS.has(norm(words, at));
}

/** Ann Lee, the mayor; Ann Lee, 44, a doctor */
function behindName(words: Words, comma: number, within: Stretch): FoundRole | null {
  const aged = isIn(words, comma - 2, COMMA) && /^\d{1,3}$/.test(norm(words, comma - 1));
  const last = aged ? comma - 3 : comma - 1;
  if (last < within.from || !isNameWord(words, last)) return null;
  const noun = headNoun(words, comma + 1, within.to);
  if (noun < 0 || !isIn(words, noun, ROLE | BODY) || !saysWhat(words, comma + 1, noun)) return null;
  // the mayor of Alma who left; but a group that left is nothing without what it did
  const to = setOffEnd(words, comma, within.to, (at) => (isIn(words, noun, ROLE) && at > comma + 3 ? at : -1));
  if (to < 0 || isListed(words, comma, to) || isSubject(words, { from: comma + 1, to }, noun)) return null;
  // In a letter to the Observer, [her adviser, Jo Lane], said …
  if (nameBehindRole(words, to, within)) return null;
  const isBody = !isIn(words, noun, ROLE);
  const name = { from: nameStart(words, last, within.from), to: last + 1 };
  return { from: comma + 1, to, of: [isBody ? name : nameBefore(words, name, within.from)] };
}

/** In Alma, a newspaper called for …; in Alma, courts opened again: what follows the comma does something itself. */
function isSubject(words: Words, { from, to }: Stretch, noun: number): boolean {
  const next = words.tokens[to];
  const closes = next === undefined || next.pos === 'PUNCT' || RELATIVE.has(next.norm);
  const determined = words.tokens[from]?.pos === 'DET' || isPossessor(words, from);
  const acts = isIn(words, noun + 1, VERB) && noun + 1 < to;
  return !closes || (acts && (!determined || !isIn(words, to, COMMA)));
}

/** Ann Lee; in "Ann Lee of Alma", the first of the names, and not the place. */
function nameBefore(words: Words, { from, to }: Stretch, low: number): Stretch {
  const tied = /^(?:of|from|in)$/.test(norm(words, from - 1)) && from - 2 >= low && isIn(words, from - 2, NAME);
  return tied ? { from: nameStart(words, from - 2, low), to: from - 1 } : { from, to };
}

/** the mayor, its chief, chair of the board; but not, in a list of names, Alma College or and The Open Bank */
function saysWhat(words: Words, start: number, noun: number): boolean {
  const pos = words.tokens[start]?.pos;
  if (pos === 'CCONJ') return false;
  return pos === 'DET' || isPossessor(words, start) || !isIn(words, noun, CAPITAL) || !isIn(words, noun, BODY);
}

/** The bank’s chief economist, Ann Lee, said */
function nameBehindRole(words: Words, comma: number, within: Stretch): FoundRole | null {
  if (
    !isIn(words, comma, COMMA) ||
    comma <= within.from ||
    words.tokens[comma - 1]?.pos !== 'NOUN' ||
    !isIn(words, comma - 1, ROLE | BODY)
  )
    return null;
  const to = nameEnd(words, comma + 1, within.to);
  const from = describedFrom(words, comma - 1, within.from);
  const determined = words.tokens[from]?.pos === 'DET' || isPossessor(words, from) || hasOwner(words, from, comma);
  // the leader of the party, Ann Lee: it is not the party whose name follows
  const tied = isIn(words, comma - 1, BODY) && words.tokens[from - 1]?.pos === 'ADP';
  if (to <= comma + 2 || !isIn(words, to, COMMA) || !determined || tied) return null;
  return { from, to, of: [{ from: comma + 1, to }] };
}

/** Alma’s mayor, … */
function hasOwner(words: Words, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (isPossessive(words, at)) return true;
  return false;
}

/** Ann Lee, director Bo Chan and Cy Dow: a list of names says nothing of the first. */
function isListed(words: Words, comma: number, end: number): boolean {
  if (words.tokens[comma + 1]?.pos === 'DET' || isPossessor(words, comma + 1)) return false;
  for (let at = comma + 2; at < end; at++) {
    if (isIn(words, at, NAME) && isIn(words, at - 1, ROLE) && !isIn(words, at - 1, CAPITAL)) return true;
  }
  return false;
}

function beforeName(words: Words, at: number, within: Stretch): FoundRole | null {
  const first = descriptor(words, at, within);
  if (!first) return null;
  let to = first.to;
  const of = [...first.of];
  // group A and watchdog B
  while (norm(words, to) === 'and' || isIn(words, to, COMMA)) {
    const next = linkedDescriptor(words, to + 1, within);
    if (!next) break;
    to = next.to;
    of.push(...next.of);
  }
  return { from: first.from, to, of };
}

/** the Mother Emanuel Church, the Teachers Union, the Justice Department: a capital, but no title */
function isPartOfName(words: Words, at: number, to: number): boolean {
  const printed = words.tokens[at]?.text ?? '';
  if (at === 0 || !isIn(words, at, CAPITAL)) return false;
  const plural = printed.endsWith('s') && !printed.endsWith('ss') && !isIn(words, at, SHORT_ROLE);
  if (words.tokens[at - 1]?.pos === 'DET' || plural || isIn(words, at, BODY)) return true;
  for (let next = at + 1; next < to; next++) if (isIn(words, next, BODY)) return true;
  return false;
}

/** A role word at `at` with the name behind it and what describes it before: press freedom group Open Desk. */
function descriptor(words: Words, at: number, within: Stretch): FoundRole | null {
  if (!isIn(words, at, ROLE | BODY | SHORT_ROLE)) return null;
  if (isIn(words, at, SHORT_ROLE) && !isIn(words, at, CAPITAL)) return null;
  // The fair will host Ann Lee.
  if (words.tokens[at]?.pos === 'VERB' && !isIn(words, at, CAPITAL)) return null;
  const to = nameEnd(words, at + 1, within.to);
  if (to === at + 1 || isPartOfName(words, at, to)) return null;
  // It will force Sen. Ann Lee to go: a body has no such title.
  if (!isIn(words, at, ROLE | SHORT_ROLE) && isIn(words, at + 1, SHORT_ROLE)) return null;
  // Committee Chairman Rep. Ann Lee; Attorney General Ann Lee
  let name = at + 1;
  const titles = isIn(words, at, CAPITAL) ? ROLE | SHORT_ROLE : SHORT_ROLE;
  while (name < to - 1 && isIn(words, name, titles)) name++;
  // Deputy Secretary of State Ann Lee: the name is elsewhere; his fellow Almans: no role.
  if ((name === to - 1 && isIn(words, name, ROLE | SHORT_ROLE)) || norm(words, at).startsWith('fellow')) return null;
  return { from: describedFrom(words, at, within.from), to, of: [{ from: name, to }] };
}

function linkedDescriptor(words: Words, start: number, within: Stretch): FoundRole | null {
  for (let at = start; at < within.to && at < start + 8; at++) {
    const pos = words.tokens[at]?.pos;
    if (pos !== 'NOUN' && pos !== 'PROPN' && pos !== 'ADJ' && pos !== 'DET') return null;
    const found = descriptor(words, at, within);
    if (found) return found.from === start ? found : null;
  }
  return null;
}

function describedFrom(words: Words, role: number, low: number): number {
  // A remark President Alma Reyes made: a title with a capital has only capitals and adjectives before it.
  const isTitle = isIn(words, role, CAPITAL) && role > low;
  let from = role;
  while (from > low && from > role - 8) {
    const before = words.tokens[from - 1];
    if (!before || !describes(words, from - 1)) break;
    if (isTitle && before.pos === 'NOUN' && !isIn(words, from - 1, CAPITAL)) break;
    from--;
  }
  while (from < role && words.tokens[from]?.pos === 'PART') from++;
  if (from > low && words.tokens[from - 1]?.pos === 'DET' && (from < role || !isTitle)) from--;
  return from;
}

function describes(words: Words, at: number): boolean {
  const pos = words.tokens[at]?.pos;
  if (pos === 'NOUN' || pos === 'PROPN' || pos === 'ADJ' || pos === 'PART' || isPossessor(words, at)) return true;
  // The mayor’s press secretary: the tagger takes some nouns for verbs.
  if (pos === 'VERB' && norm(words, at) === 'press') return true;
  // Associated Press writer Jo Lane: a capital makes the participle part of a name.
  return pos === 'VERB' && isIn(words, at, CAPITAL) && /ed$/.test(norm(words, at));
}

/** Words in a name, at most: The Wall Street Journal Europe Board … */
const LONGEST_NAME = 10;

/** The place behind the name that starts at `start`; `start` itself where none does. */
function nameEnd(words: Words, start: number, limit: number): number {
  let end = start;
  while (
    end < Math.min(limit, start + LONGEST_NAME) &&
    (end === start ? isNameWord(words, end) : isIn(words, end, CAPITAL))
  ) {
    if (isIn(words, end, WEEKDAY)) break;
    end++;
    if (PARTICLES.has(norm(words, end)) && isIn(words, end + 1, CAPITAL) && end + 1 < limit) end++;
  }
  return end;
}

/** Mayor Ann de Lee */
const PARTICLES = new Set('de da di del della la le van von der den bin ibn al'.split(' '));

/** The plan of president Thursday; in December, the prince left: days and months are nobody’s names here. */
function isNameWord(words: Words, at: number): boolean {
  return isIn(words, at, NAME) && !isIn(words, at, WEEKDAY | MONTH);
}

function nameStart(words: Words, last: number, low: number): number {
  let from = last;
  while (from > low && isIn(words, from - 1, NAME) && !isIn(words, from - 1, SHORT_ROLE)) from--;
  return from;
}
