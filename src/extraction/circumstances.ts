import { startsClause } from './complements.ts';
import type { Cue } from './cues.ts';
import type { Passage } from './passage.ts';
import { nounPhraseAfter, type Run } from './phrases.ts';
import type { Token } from './token.ts';
import { isTimeWord } from './words-of-time.ts';

/** What stands between a verb of saying and what was said. */
export interface Gap {
  /** Where what was said may start. */
  readonly to: number;
  /** Whether somebody told stood in it: told **the council**. */
  readonly heard: boolean;
}

/** Skips the ones told, days and circumstances behind a verb: told reporters in Ohio on Tuesday. */
export function gapAfter(passage: Passage, cue: Cue, sentence: Run): Gap {
  const { tokens } = passage;
  let at = cue.to;
  let heard = false;
  if (cue.verb.frame === 'hearer' && passage.quotedAt[at] === -1) {
    const hearer = Math.max(hearerAfter(tokens, at, sentence.to), thatAfter(passage, at, sentence));
    heard = hearer > at;
    at = hearer;
  }
  for (let steps = 0; steps < 8 && at < sentence.to; steps++) {
    const token = tokens[at];
    if (!token || passage.quotedAt[at] !== -1) break;
    const end = circumstanceAfter(passage, at, sentence);
    if (end === at) break;
    const beyond = tokens[end];
    const anchored =
      end >= sentence.to || !beyond || beyond.pos === 'PUNCT' || beyond.norm === 'that' || passage.quotedAt[end] !== -1;
    // wrote in both listings he was honoured
    const followed = beyond !== undefined && SUBJECTS.has(beyond.norm) && startsClause(passage, end, sentence.to);
    const timed = token.pos === 'ADV' || isTimeWord(token.norm) || isTimeWord(tokens[at + 1]?.norm ?? '');
    if (!anchored && !timed && !followed && circumstanceAfter(passage, end, sentence) === end) break;
    at = end;
  }
  return { to: at, heard };
}

/** Where “that” follows those who are told and where: told a town hall in Salem, New Hampshire, on Monday [that] … */
function thatAfter({ tokens, quotedAt }: Passage, from: number, sentence: Run): number {
  for (let at = from; at < Math.min(from + 16, sentence.to); at++) {
    const token = tokens[at];
    if (!token || quotedAt[at] !== -1 || token.pos === 'VERB' || token.pos === 'AUX') return from;
    if (token.norm === 'that' && at > from) return at;
  }
  return from;
}

function hearerAfter(tokens: readonly Token[], at: number, high: number): number {
  const first = tokens[at];
  if (!first) return at;
  if (['him', 'her', 'them', 'me', 'us', 'you', 'it'].includes(first.norm)) return at + 1;
  return nounPhraseAfter(tokens, at, high);
}

const SUBJECTS = new Set('he she they it we i there'.split(' '));

const CIRCUMSTANCES = new Set(
  'in on at during to after before from via through with by of when while as following about'.split(' '),
);

/** The end of a day, an adverb or a phrase of place, time or manner that starts at `at`; `at` where there is none. */
function circumstanceAfter(passage: Passage, at: number, sentence: Run): number {
  const { tokens } = passage;
  const token = tokens[at];
  if (!token || at >= sentence.to || passage.quotedAt[at] !== -1) return at;
  if (
    token.pos === 'ADV' &&
    token.norm !== 'how' &&
    token.norm !== 'why' &&
    token.norm !== 'when' &&
    token.norm !== 'where'
  ) {
    return at + 1;
  }
  let end = at;
  if (token.norm === 'last' || token.norm === 'this' || token.norm === 'earlier' || token.norm === 'late') end++;
  if (isTimeWord(tokens[end]?.norm ?? '')) {
    while (end < sentence.to && isTimeWord(tokens[end]?.norm ?? '')) end++;
    if (tokens[end]?.pos === 'NUM') end++;
    return end;
  }
  if (!CIRCUMSTANCES.has(token.norm)) return at;
  // at least six planes
  if (token.norm === 'at' && ['least', 'most'].includes(tokens[at + 1]?.norm ?? '')) return at;
  end = at + 1;
  if (token.norm === 'when' || token.norm === 'while' || token.norm === 'as') return at;
  const noun = nounPhraseAfter(tokens, end, sentence.to);
  if (noun > end) {
    let close = noun;
    // in a report published on Monday
    const told = tokens[close];
    if (told?.pos === 'VERB' && /(?:ed|ent|iven)$/.test(told.norm)) {
      const end = circumstanceAfter(passage, close + 1, sentence);
      if (end > close + 1) close = end;
    }
    while (close < sentence.to && isTimeWord(tokens[close]?.norm ?? '')) close++;
    return close;
  }
  while (
    end < sentence.to &&
    (isTimeWord(tokens[end]?.norm ?? '') || tokens[end]?.pos === 'NUM' || tokens[end]?.pos === 'DET')
  )
    end++;
  return end > at + 1 ? end : at;
}
