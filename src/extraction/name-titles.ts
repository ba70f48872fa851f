import { isCountry, isKnownPlace } from './known-bodies.ts';
import {
  isBodyName,
  isDepartmentWord,
  isGeneration,
  isNameWord,
  isPartOfName,
  isPartyWord,
  isTitle,
} from './name-words.ts';
import { isPersonWord } from './person-words.ts';
import type { Token } from './token.ts';

/**
 * Where the name starts behind its titles and what stands before them: Ohio Gov. [Jo Lane], Secretary of State [Jo Lane].
 *
 * A title that a first name needs stays with it: [Pope Francis].
 */
export function behindTitles(tokens: readonly Token[], from: number, to: number): number {
  let behind = from;
  for (let at = from; at < to - 1; at++) {
    const token = tokens[at];
    if (!isTitle(token)) continue;
    const office = officeEnd(tokens, at + 1, to);
    const next = office > 0 ? office : at + 1;
    // Doctors for the Valley is one name.
    if (next >= to || !isNameWord(tokens[next]) || isGeneration(tokens[next])) continue;
    // King is a surname behind a first name: Martin Luther King Jr.
    if (at > behind && isBetweenNames(tokens, at, to)) continue;
    behind = token && isPartOfName(token.norm) && to - next === 1 ? at : next;
    at = next - 1;
  }
  return behind;
}

/** Words that what an office is of may have. */
const LONGEST_OFFICE = 8;

/**
 * Where the name starts behind the office that “of” at a place begins; -1 where no name follows it.
 *
 *     Secretary of State [Jo Lane] · President of the United States [Jo Lane] · Archbishop of Canterbury [Jo Lane]
 */
export function officeEnd(tokens: readonly Token[], of: number, to: number): number {
  if (!/^(?:of|for)$/.test(tokens[of]?.norm ?? '')) return -1;
  const start = tokens[of + 1]?.norm === 'the' ? of + 2 : of + 1;
  if (!isNameWord(tokens[start])) return -1;
  let at = start;
  while (at < to && isDepartmentWord(tokens[at]?.norm ?? '')) at++;
  if (at > start) return at < to && isNameWord(tokens[at]) ? at : -1;
  let end = start;
  while (end < Math.min(to, start + LONGEST_OFFICE) && isNameWord(tokens[end])) end++;
  for (let length = Math.min(3, end - start - 2); length > 0; length--) {
    const place: string[] = [];
    for (let word = start; word < start + length; word++) place.push(tokens[word]?.text ?? '');
    if (isKnownPlace(place) || isCountry(place)) return start + length;
  }
  // One word of an office and two of a name; but Mayor of Salt Lake City is nobody.
  const last = tokens[end - 1];
  const isName = end - start === 3 && last !== undefined && !isBodyName(last.text) && !ENDING_PLACES.has(last.norm);
  return isName ? start + 1 : -1;
}

const ENDING_PLACES = new Set(
  'city county town village island islands beach park springs falls hills state'.split(' '),
);

/** Whether a name ends in what somebody is: New Hampshire Republican, Supreme Court Justice. */
export function isSomebody(last: Token | undefined, isBody: boolean): boolean {
  return (
    last !== undefined && (isPartyWord(last.norm) || (isBody && isPersonWord(last.norm) && !isBodyName(last.text)))
  );
}

/** Martin Luther [King] Jr. */
function isBetweenNames(tokens: readonly Token[], at: number, to: number): boolean {
  return SURNAMES.has(tokens[at]?.norm ?? '') && to - at <= 2;
}

/** "King said", but not "the King said" */
export function isSurnameHere(tokens: readonly Token[], at: number): boolean {
  return SURNAMES.has(tokens[at]?.norm ?? '') && tokens[at - 1]?.norm !== 'the';
}

const SURNAMES = new Set(
  'king prince pope bishop cook page brown duke knight dean mason sheriff major young black'.split(' '),
);

/** "Baker said": what somebody is may be a surname where it has no article. */
export function mayBeSurname(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.norm ?? '';
  return isPersonWord(tokens[at]?.norm ?? '') && !/^(?:the|a|an|this|that|its|his|her|their|our)$/.test(before);
}
