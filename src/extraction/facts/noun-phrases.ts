import { CAPITAL, MONTH, NUMBER, VERB, WEEKDAY } from './fact-words.ts';
import { isIn, isPossessive, norm, type Words } from './words.ts';

/** Words in a noun phrase that is looked at, at most. */
const LONGEST = 12;

/** Participles that tie something else to a number: 16 involving trade. */
const TYING = new Set('involving including concerning regarding using having being containing based'.split(' '));

/** Plurals that hardly ever describe another noun. */
const PLURALS = new Set('people men women children'.split(' '));

/** The place behind the last noun of a run of adjectives and nouns from `start` on; -1 where it holds no noun. */
export function nounEnd(words: Words, start: number, limit: number): number {
  let noun = -1;
  let common = false;
  for (let at = start; at < Math.min(limit, start + LONGEST); at++) {
    const token = words.tokens[at];
    if (!token || isIn(words, at, WEEKDAY | MONTH)) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN') {
      // three requests Monday; two times Alma: a name behind a common noun begins something else
      if (common && isIn(words, at, CAPITAL)) break;
      common ||= token.pos === 'NOUN' && !isIn(words, at, CAPITAL);
      noun = at + 1;
      // 700 million people use it: the tagger takes the verb for a noun.
      if (PLURALS.has(token.norm)) break;
    } else if (
      token.pos !== 'ADJ' &&
      !isPossessive(words, at) &&
      // Washington’s 44 delegates
      !(token.pos === 'NUM' && isPossessive(words, at - 1)) &&
      !(token.pos === 'VERB' && noun < 0 && /(?:ed|ing)$/.test(token.norm) && !TYING.has(token.norm))
    )
      break;
  }
  return noun;
}

/** 120 countries and regions: the second noun is counted with the first, unless a clause of its own begins. */
export function withSecondNoun(words: Words, end: number, limit: number): number {
  if (norm(words, end) !== 'and' && norm(words, end) !== 'or') return end;
  const start = end + 1;
  if (isIn(words, start, NUMBER)) return end;
  const second = nounEnd(words, start, limit);
  if (second < 0 || words.tokens[second - 1]?.pos === 'PROPN') return end;
  return isIn(words, second, VERB) || words.tokens[second]?.pos === 'ADV' ? end : second;
}

/** Where the thing ends that "of" at `of` ties to an amount: of the voters; `of` itself where nothing is tied. */
export function withOf(words: Words, of: number, limit: number, skip = 1): number {
  if ((skip === 1 && norm(words, of) !== 'of') || of + skip >= limit) return of;
  let start = of + skip;
  while (start < limit && start < of + 4 && /^(?:DET|PRON)$/.test(words.tokens[start]?.pos ?? '')) start++;
  const noun = nounEnd(words, start, limit);
  return noun < 0 ? of : withSecondNoun(words, noun, limit);
}
