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
    let next = at + 1;
    if (tokens[next]?.norm === 'of') {
      next++;
      while (next < to - 1 && isDepartmentWord(tokens[next]?.norm ?? '')) next++;
    }
    // Doctors for the Valley is one name.
    if (next >= to || !isNameWord(tokens[next]) || isGeneration(tokens[next])) continue;
    // King is a surname behind a first name: Martin Luther King Jr.
    if (at > behind && isBetweenNames(tokens, at, to)) continue;
    behind = token && isPartOfName(token.norm) && to - next === 1 ? at : next;
    at = next - 1;
  }
  return behind;
}

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
