import { isPossessive } from './function-words.ts';
import { isPossessiveMark, type Token } from './token.ts';
import { isNamedDay, isTimeWord } from './words-of-time.ts';

/** A run of words, by place: from `from` up to, not with, `to`. */
export interface Run {
  readonly from: number;
  readonly to: number;
}

const SUBJECT_PRONOUNS = new Set(
  'he she they it i we you who which that one others many some most both everyone'.split(' '),
);

/** Whether a word can be the one who speaks without any other word: he, who, others. */
export function isSpeakingPronoun(token: Token | undefined): boolean {
  return token !== undefined && SUBJECT_PRONOUNS.has(token.norm);
}

function isModifier(token: Token): boolean {
  return (
    token.pos === 'ADJ' ||
    token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    token.pos === 'NUM' ||
    isPossessiveMark(token) ||
    token.norm === '&' ||
    (token.pos === 'VERB' && /(?:ed|ing)$/.test(token.norm)) ||
    (token.pos === 'X' && /^\p{L}/u.test(token.text))
  );
}

function isHead(token: Token): boolean {
  return (
    token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    token.pos === 'NUM' ||
    (token.pos === 'X' && /^\p{L}/u.test(token.text)) ||
    (token.pos === 'ADJ' && /^\p{Lu}/u.test(token.text)) ||
    isSpeakingPronoun(token)
  );
}

function isDeterminer(token: Token): boolean {
  return token.pos === 'DET' || isPossessive(token.norm) || token.norm === 'another';
}

/** Prepositions that tie a second noun to the first: a spokesman for the mayor. */
const TYING = new Set('of for from in at with on to behind near within against under by'.split(' '));

/** The place where the noun phrase that ends before `end` starts; -1 where no noun phrase ends there. */
export function nounPhraseBefore(tokens: readonly Token[], end: number, low: number): number {
  let start = baseBefore(tokens, end, low);
  if (start < 0) return -1;
  if (end - start === 1 && isSpeakingPronoun(tokens[start])) return start;
  for (let steps = 0; steps < 6; steps++) {
    const link = tokens[start - 1];
    if (!link || start - 1 <= low) break;
    if (link.pos === 'ADP' && TYING.has(link.norm)) {
      const head = tokens[start - 2];
      if (!head || !isHead(head) || head.pos === 'NUM' || isNamedDay(head.norm)) break;
      const next = baseBefore(tokens, start - 1, low);
      if (next < 0) break;
      start = next;
    } else if ((link.norm === 'and' || link.norm === 'or') && start - 2 >= low) {
      const next = baseBefore(tokens, start - 1, low);
      if (next < 0 || isTimeWord(tokens[start - 2]?.norm ?? '')) break;
      const before = tokens[next - 1];
      const fresh = next <= low || before === undefined || before.pos === 'PUNCT' || before.pos === 'SCONJ';
      const names = tokens[start - 2]?.pos === 'PROPN' && tokens[end - 1]?.pos === 'PROPN';
      if (!fresh && !(names && before?.pos !== 'ADP' && before?.pos !== 'VERB')) break;
      start = next;
      while (tokens[start - 1]?.text === ',' && names && start - 2 >= low && tokens[start - 2]?.pos === 'PROPN') {
        const listed = baseBefore(tokens, start - 1, low);
        if (listed < 0) break;
        start = listed;
      }
    } else break;
  }
  return start;
}

/** As nounPhraseBefore, without what is tied to it. */
function baseBefore(tokens: readonly Token[], end: number, low: number): number {
  let at = end - 1;
  if (tokens[at]?.text === ')') {
    const open = bracketBefore(tokens, at, low);
    if (open < 0) return -1;
    at = open - 1;
  }
  const last = tokens[at];
  if (!last || at < low) return -1;
  if (isSpeakingPronoun(last)) {
    const before = tokens[at - 1];
    return before && at - 1 >= low && isDeterminer(before) ? at - 1 : at;
  }
  if (!isHead(last) || isTimeWord(last.norm)) return -1;
  let start = at;
  while (start - 1 >= low) {
    const token = tokens[start - 1];
    if (!token) break;
    if (isDeterminer(token)) {
      start--;
      const wider = tokens[start - 1];
      if (wider && start - 1 >= low && (wider.norm === 'all' || wider.norm === 'both')) start--;
      break;
    }
    if (isNamedDay(token.norm) || (token.pos === 'VERB' && start - 1 === low)) break;
    if (!isModifier(token)) break;
    start--;
  }
  while (start < at && /^(?:['’&]|'s)/.test(tokens[start]?.norm ?? '')) start++;
  return start;
}

function bracketBefore(tokens: readonly Token[], close: number, low: number): number {
  for (let at = close - 1; at >= low && at > close - 12; at--) if (tokens[at]?.text === '(') return at;
  return -1;
}

/** The place where the noun phrase that starts at `start` ends; `start` itself where none starts there. */
export function nounPhraseAfter(tokens: readonly Token[], start: number, high: number): number {
  let end = baseAfter(tokens, start, high);
  if (end === start) return start;
  for (let steps = 0; steps < 6; steps++) {
    const link = tokens[end];
    if (!link || end >= high) break;
    if (link.text === '(') {
      const close = bracketAfter(tokens, end, high);
      if (close < 0) break;
      end = close + 1;
    } else if (link.pos === 'ADP' && tiesAfter(tokens, end, start)) {
      const next = baseAfter(tokens, end + 1, high);
      if (next === end + 1) break;
      end = next;
    } else if (link.norm === 'and' || link.norm === '&') {
      const next = baseAfter(tokens, end + 1, high);
      const verb = tokens[next];
      if (next === end + 1 || verb?.pos === 'VERB' || verb?.pos === 'AUX') break;
      end = next;
    } else break;
  }
  return end;
}

/** “of” and “for” always tie; “in”, “at”, “from” and “with” only to a common noun, and never a time or an occasion. */
function tiesAfter(tokens: readonly Token[], link: number, start: number): boolean {
  const word = tokens[link]?.norm ?? '';
  if (word === 'of' || word === 'for') return true;
  if (!['in', 'at', 'from', 'with'].includes(word)) return false;
  const head = tokens[link - 1];
  if (!head || head.pos === 'PROPN' || link === start + 1) return false;
  for (let at = link + 1; at < link + 4; at++) {
    const norm = tokens[at]?.norm ?? '';
    if (isTimeWord(norm) || OCCASIONS.has(norm)) return false;
  }
  return true;
}

const OCCASIONS = new Set(
  `statement interview speech email e-mail tweet letter memo post conference briefing rally debate hearing press phone
  telephone message`.split(/\s+/),
);

function baseAfter(tokens: readonly Token[], start: number, high: number): number {
  const first = tokens[start];
  if (!first || start >= high) return start;
  let at = start;
  if (first.norm === 'all' || first.norm === 'both') at++;
  const determined = tokens[at];
  if (determined && at < high && isDeterminer(determined)) at++;
  else if (isSpeakingPronoun(first)) return start + 1;
  let head = -1;
  while (at < high) {
    const token = tokens[at];
    if (!token || !isModifier(token)) break;
    if (isTimeWord(token.norm) && head >= 0) break;
    if (token.pos === 'VERB' && head >= 0) break;
    if (isHead(token)) head = at;
    at++;
  }
  if (head < 0) return determined && isSpeakingPronoun(tokens[at]) ? at + 1 : start;
  return head + 1;
}

function bracketAfter(tokens: readonly Token[], open: number, high: number): number {
  for (let at = open + 1; at < high && at < open + 12; at++) if (tokens[at]?.text === ')') return at;
  return -1;
}

/** Whether a run of words holds a verb that could make it a statement. */
export function hasVerb(tokens: readonly Token[], run: Run): boolean {
  for (let at = run.from; at < run.to; at++) {
    const token = tokens[at];
    if (token && (token.pos === 'VERB' || token.pos === 'AUX')) return true;
  }
  return false;
}
