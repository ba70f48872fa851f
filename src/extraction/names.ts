import type { Span } from '../article/article.ts';
import { isRoleWord } from './facts/fact-words.ts';
import { type Gender, genderOf } from './gender.ts';
import { behindTitles, isSomebody, isSurnameHere, mayBeSurname, officeEnd } from './name-titles.ts';
import {
  isAlsoSurname,
  isBodyName,
  isDepartmentWord,
  isGeneration,
  isHonorific,
  isMembers,
  isMonthAsName,
  isNameWord,
  isPartOfName,
  isTitle,
  particleOf,
} from './name-words.ts';
import { isPeopleWord, isPersonWord } from './person-words.ts';
import type { Run } from './phrases.ts';
import { speechVerb } from './speech-words.ts';
import type { Token } from './token.ts';

/** A name as it is printed at one place: its run of words has the titles and the honorific in it, its span has no titles. */
export interface Name extends Span, Run {
  /** The words of the name alone, as printed: no honorific, no title, no "Jr.", no nickname. */
  readonly words: readonly string[];
  /** Where the words alone start. */
  readonly wordsStart: number;
  /** “Bill” of William “Bill” Weld. */
  readonly nickname: string | null;
  /** "jr" of Alan Lane Jr. */
  readonly generation: string | null;
  /** "Mr" as printed, else null. */
  readonly honorific: string | null;
  /** What the honorific tells. */
  readonly gender: Gender;
  /** The titles right before the name, lower case: "mayor" of "Mayor Alma Reyes". */
  readonly titles: readonly string[];
  /** Whether a word of it shows that a body is named: "Bank of England", "NATO", "GreatFire.org". */
  readonly isBody: boolean;
  /** Whether it is a name only if the article has somebody with a longer one: "Baker said", and James Baker is named. */
  readonly isWeak: boolean;
}

/**
 * The names in a run of words, in printed order.
 *
 *     US President [Barack Obama] · Ohio Gov. [Jo Lane] · [Mr Xi] · [Mohammed bin Salman] · [Bashar al-Assad] · [J.D. Vance]
 *     [Gabriel García Márquez] · [Alan Lane Jr.] · [Institute of Ports] · [Reporters Without Borders]
 *
 * Misses: names printed in small letters (danah boyd), and two names without a mark between them.
 */
export function namesIn(tokens: readonly Token[], { from, to }: Run): readonly Name[] {
  const names: Name[] = [];
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    // What has no capital begins no name, but for al-Assad.
    if (!token || (token.text === token.norm && !token.text.includes('-')) || !isNameStart(tokens, at, from)) continue;
    const end = nameEnd(tokens, at, to);
    const name = nameOf(tokens, at, end);
    if (name) names.push(name);
    at = end - 1;
  }
  return names;
}

const OPENING = new Set(['.', '!', '?', '“', '"', '‘', "'", '(', ':', '–', '—', '--', '``', '…', '...', '-', '•']);

/** A common word at the start of a sentence has a capital as well: there the tagger decides. */
function isNameStart(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (isHonorific(token)) return isNameWord(tokens[at + 1]) || isMonthAsName(tokens[at + 1], tokens[at + 2]);
  if (!isNameWord(token) || /^[DRI]-/.test(token.text)) return false;
  if (NEVER_NAMES.has(token.pos)) return false;
  if (at > from && !OPENING.has(tokens[at - 1]?.text ?? '')) return true;
  const next = tokens[at + 1];
  if (/^.+\p{Lu}/u.test(token.text)) return true;
  if (/ing$/.test(token.norm) && speechVerb(token.norm)) return false;
  if (token.pos === 'PROPN') return isNameWord(next) || !isRoleNoun(token.norm) || joinsMore(tokens, at);
  // Day said …: a surname, if the article has somebody of that name.
  if (isWeak(tokens, at)) return true;
  if (!isNameWord(next) && particleOf(next?.norm ?? '') !== 'of people') return false;
  return token.pos === 'VERB' ? !/(?:ed|ing|s|id|old)$/.test(token.norm) : !NEVER_FIRST.has(token.pos);
}

/** A common noun as the first word, with its verb behind it. */
function isWeak(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token || !/^(?:NOUN|VERB|ADJ)$/.test(token.pos) || isRoleNoun(token.norm)) return false;
  return next?.pos === 'VERB' || next?.pos === 'AUX' || next?.norm === "'s";
}

function isRoleNoun(norm: string): boolean {
  return isRoleWord(norm) || isPersonWord(norm) || isPeopleWord(norm);
}

/** Doctors for the Mountains, Reporters Without Borders, Secretary of State Jo Lane */
function joinsMore(tokens: readonly Token[], at: number): boolean {
  if (isTitle(tokens[at]) && officeEnd(tokens, at + 1, tokens.length) > 0) return true;
  if (!isMembers(tokens[at]?.norm ?? '') || !/^(?:of|for|without)$/.test(tokens[at + 1]?.norm ?? '')) return false;
  return isNameWord(tokens[at + 2]) || (tokens[at + 2]?.norm === 'the' && isNameWord(tokens[at + 3]));
}

const NEVER_NAMES = new Set(['AUX', 'SCONJ', 'CCONJ', 'DET', 'PRON', 'PART']);

const NEVER_FIRST = new Set(['ADP', 'ADV', 'SCONJ', 'CCONJ', 'DET', 'PRON', 'AUX', 'PART', 'NUM', 'INTJ']);

/** Words in the longest name; more words with a capital are a line in capitals. */
const LONGEST = 14;

function nameEnd(tokens: readonly Token[], start: number, to: number): number {
  let end = start + 1;
  let hasBody = isBodyName(tokens[start]?.text ?? '') || isMembers(tokens[start]?.norm ?? '');
  let isTied = false;
  while (end < to && end - start < LONGEST) {
    const token = tokens[end];
    if (!token) break;
    const next = end + 1 < to ? tokens[end + 1] : undefined;
    if (isVerbOfTitle(token)) break;
    if (isNameWord(token) || isMonthAsName(token, next)) {
      // House Speaker Paul Lane of Wells is no house
      hasBody = isBodyName(token.text) || (hasBody && !isPersonWord(token.norm));
      end++;
    } else if (isNickname(tokens, end, to)) end += 3;
    else if (isGeneration(next) && token.text === ',') end += 2;
    else if (isTitle(tokens[end - 1]) && officeEnd(tokens, end, to) > 0) end = officeEnd(tokens, end, to);
    else if (
      token.norm === 'and' &&
      isDepartmentWord(next?.norm ?? '') &&
      isDepartmentWord(tokens[end - 1]?.norm ?? '')
    )
      end += 2;
    else if (hasBody && joinsThe(tokens, end, to)) end += 3;
    else if (isFamilyFirm(tokens, end, to)) {
      hasBody = true;
      end += 2;
    } else if (/^(?:of|for)$/.test(token.norm) && hasBody && isNameWord(next)) {
      isTied = true;
      end += 2;
    } else if (joins(particleOf(token.norm), hasBody && isTied) && isNameWord(next)) end += 2;
    else if (hasBody && (token.norm === '&' || token.norm === 'without') && isNameWord(next)) end += 2;
    else if (particleOf(token.norm) === 'of people' && joinsTwice(tokens, end, to)) end += 3;
    else break;
  }
  return end;
}

/** Ursula von der Leyen, Oscar de la Renta */
function joinsTwice(tokens: readonly Token[], at: number, to: number): boolean {
  return at + 2 < to && particleOf(tokens[at + 1]?.norm ?? '') === 'of people' && isNameWord(tokens[at + 2]);
}

/** Doctors for the Mountains, Bank of the West */
function joinsThe(tokens: readonly Token[], at: number, to: number): boolean {
  return (
    /^(?:of|for)$/.test(tokens[at]?.norm ?? '') &&
    tokens[at + 1]?.norm === 'the' &&
    at + 2 < to &&
    isNameWord(tokens[at + 2])
  );
}

/** Lane and Sons */
function isFamilyFirm(tokens: readonly Token[], at: number, to: number): boolean {
  return (
    tokens[at]?.norm === 'and' &&
    at + 1 < to &&
    /^(?:Sons|Brothers|Partners|Co\.|Company)$/.test(tokens[at + 1]?.text ?? '')
  );
}

function joins(particle: ReturnType<typeof particleOf>, hasBody: boolean): boolean {
  return particle === 'of people' || (particle === 'of bodies' && hasBody);
}

/** Lane [Says] Bridge Is Safe: in a title the verb has a capital as well. */
function isVerbOfTitle({ norm, pos }: Token): boolean {
  if (pos === 'AUX') return true;
  if (norm === 'states') return false;
  const form = speechVerb(norm)?.form;
  return form === 'present' || (pos === 'VERB' && (form === 'past' || /(?:s|ed)$/.test(norm)));
}

/** William “Bill” Weld */
function isNickname(tokens: readonly Token[], at: number, to: number): boolean {
  const quoted = /^["“‘']$/.test(tokens[at]?.text ?? '') && /^["”’']$/.test(tokens[at + 2]?.text ?? '');
  return quoted && at + 3 < to && isNameWord(tokens[at + 1]) && isNameWord(tokens[at + 3]);
}

function nameOf(tokens: readonly Token[], from: number, to: number): Name | null {
  const first = tokens[from];
  const honorific = first && isHonorific(first) ? first : undefined;
  let start = honorific ? from + 1 : from;
  const behind = behindTitles(tokens, start, to);
  // US President Barack Obama is no body for the sake of "US"; US Steel and the US Senate are.
  let isBody = hasBodyName(tokens, behind, to) && !isLoudTag(tokens, from, to);
  if (!isBody) start = behind;
  else if (start < behind && to - behind > 1) {
    // German Justice Department is one name, FBI Director Jo Lane of the … is not
    const last = tokens[to - 1];
    isBody = last !== undefined && isBodyName(last.text) && !isAlsoSurname(last.norm);
    if (!isBody) start = behind;
  }
  let end = to;
  let generation: string | null = null;
  const last = tokens[end - 1];
  if (last && isGeneration(last) && end - 1 > start) {
    generation = last.norm.replace(/\.$/, '');
    end--;
    if (tokens[end - 1]?.text === ',') end--;
  }
  const words: string[] = [];
  let nickname: string | null = null;
  for (let at = start; at < end; at++) {
    const token = tokens[at];
    if (!token) continue;
    if (/^["“‘']$/.test(token.text)) {
      nickname = tokens[at + 1]?.text ?? null;
      at += 2;
    } else words.push(token.text);
  }
  // Secretary of State alone
  if (words.length > 1 && isTitle(tokens[start]) && tokens[start + 1]?.norm === 'of' && !honorific) return null;
  const head = tokens[start];
  const close = tokens[to - 1];
  if (!head || !close || words.length === 0) return null;
  const isLoneTitle = words.length === 1 && !honorific && isTitle(head) && !isSurnameHere(tokens, start);
  if ((isLoneTitle && !mayBeSurname(tokens, start)) || (words.length === 1 && head.text.length < 2)) return null;
  // A New Hampshire Republican and a Supreme Court Justice are not named.
  if (words.length > 1 && !honorific && isSomebody(tokens[end - 1], isBody)) return null;
  if (words.length === 1 && isState(tokens, start)) return null;
  const titles: string[] = [];
  for (let at = honorific ? from + 1 : from; at < start; at++) titles.push(tokens[at]?.norm ?? '');
  if (isPartOfName(head.norm)) titles.push(head.norm);
  return {
    start: honorific && start === from + 1 ? honorific.start : head.start,
    end: close.end,
    from,
    to,
    words,
    wordsStart: head.start,
    nickname,
    generation,
    honorific: honorific?.text ?? null,
    // Mr and Mrs Alan Lane: the first name is not that of whom the second honorific means.
    gender:
      honorific && !(tokens[from - 1]?.norm === 'and' && isHonorific(tokens[from - 2]))
        ? genderOf(honorific.norm)
        : null,
    titles,
    isBody,
    isWeak: isLoneTitle,
  };
}

/** Denver, [Colo.] · (D-[Va.]) */
function isState(tokens: readonly Token[], at: number): boolean {
  return /^[,(]$/.test(tokens[at - 1]?.text ?? '') && /^\p{Lu}[\p{L}.]*\.$/u.test(tokens[at]?.text ?? '');
}

/** MAYOR ALMA REYES: the tag of a transcript, in which capitals make no word an acronym. */
function isLoudTag(tokens: readonly Token[], from: number, to: number): boolean {
  if (from > 0 || to < 2 || tokens[to]?.text !== ':') return false;
  return tokens.slice(from, to).every(({ text }) => text === text.toUpperCase());
}

function hasBodyName(tokens: readonly Token[], from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (isBodyName(tokens[at]?.text ?? '')) return true;
  return false;
}
