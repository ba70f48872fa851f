import { isDash } from './function-words.ts';
import { type Passage, quotedStretch } from './passage.ts';
import type { Run } from './phrases.ts';
import { speechVerb } from './speech-words.ts';
import type { Token } from './token.ts';
import { isTimeWord } from './words-of-time.ts';

/** How far back or on the words of one subject are looked for, in words. */
const REACH = 70;

/**
 * Who stands right before the verb at `end` as its subject, with all that tells more of them, or null.
 *
 *     [Mayor Alma Reyes] said · [Hugh Hill, a doctor at the clinic,] said · [officials who have seen the plan] say
 *     [A report published Wednesday] said · [Democrats — and some Republicans —] say
 *
 * The nearest noun phrase counts, unless a longer one that starts further left ends with it.
 *
 * @param low nothing further left is looked at
 */
export function subjectEndingAt(passage: Passage, end: number, low: number): Run | null {
  const { chunks, tokens, quotedAt } = passage;
  const bound = Math.max(low, end - REACH);
  const adjacent = chunks.from[end - 1] ?? -1;
  let best = adjacent >= bound && !isTimeChunk(passage, adjacent) ? adjacent : -1;
  for (let at = end - 1; at >= bound; at--) {
    const token = tokens[at];
    if (!token) break;
    if (quotedAt[at] !== -1) {
      const stretch = quotedStretch(passage, at);
      if (!stretch || stretch.close - stretch.open > 6 || stretch.open <= bound) break;
      at = stretch.open;
      continue;
    }
    if (token.text === ')') {
      const open = opening(tokens, at, bound);
      if (open < 0) break;
      at = open;
      continue;
    }
    if (STOPS.has(token.text)) break;
    if (chunks.from[at] !== at || isTimeChunk(passage, at) || !startsClause(passage, at, bound)) continue;
    if (reaches(passage, at, end)) best = at;
  }
  if (best >= 0) return { from: best, to: end };
  return isLoneName(passage, end - 1, bound) ? { from: end - 1, to: end } : null;
}

/** “Jolly said”: a capital before the verb and nothing else that could speak, whatever the word is taken for. */
function isLoneName({ tokens, quotedAt }: Passage, at: number, bound: number): boolean {
  const token = tokens[at];
  if (!token || at < bound || quotedAt[at] !== -1 || !/^\p{Lu}\p{Ll}/u.test(token.text)) return false;
  if (token.pos === 'CCONJ' || token.pos === 'SCONJ' || token.pos === 'ADP' || token.pos === 'DET') return false;
  return at === bound || tokens[at - 1]?.pos === 'PUNCT' || quotedAt[at - 1] !== -1;
}

const STOPS = new Set([';', ':', '?', '!', '.', '…', '...']);

/** Whether a noun phrase is a day or a while and nobody: last week, Tuesday. */
function isTimeChunk({ chunks, tokens }: Passage, from: number): boolean {
  const last = tokens[(chunks.to[from] ?? 0) - 1];
  return last !== undefined && isTimeWord(last.norm);
}

const CONJUNCTIONS = new Set(
  'that while when as if after before since because although though whereas whether until unless like than'.split(' '),
);

/** Whether a clause may begin at `at`: nothing governs the noun phrase there. */
function startsClause({ tokens, quotedAt, chunks }: Passage, at: number, bound: number): boolean {
  const before = tokens[at - 1];
  if (!before || at <= bound || quotedAt[at - 1] !== -1) return true;
  // the time in front of an entry: 16.05 The fire chief says …
  if (before.pos === 'NUM' && at - 1 === bound) return true;
  if (before.pos === 'PUNCT' || before.pos === 'CCONJ' || before.pos === 'SCONJ' || before.pos === 'ADV') return true;
  if (CONJUNCTIONS.has(before.norm)) return true;
  if (before.pos === 'VERB') return speechVerb(before.norm) !== undefined || CLAUSE_TAKERS.has(before.norm);
  return chunks.from[at - 1] !== -1 && isTimeWord(before.norm);
}

const CLAUSE_TAKERS = new Set(
  'believe believes believed think thinks thought know knows knew hope hopes hoped'.split(' '),
);

/** Whether the noun phrase that starts at `from` ends, with all that tells more of it, just at `end`. */
function reaches(passage: Passage, from: number, end: number): boolean {
  const { chunks, tokens, quotedAt } = passage;
  let at = chunks.to[from] ?? end;
  let steps = 0;
  while (at < end && steps++ < 24) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (!token) return false;
    const noun = at + 1 < end ? chunkAt(passage, at + 1) : -1;
    if (quotedAt[at] !== -1) {
      // Joseph “Joe” Smith · the group “Friends of the River”
      const stretch = quotedStretch(passage, at);
      if (!stretch || stretch.close >= end || stretch.close - stretch.open > 7) return false;
      at = stretch.close + 1;
      if (chunkAt(passage, at) > at) at = Math.min(chunkAt(passage, at), end);
    } else if (token.text === '(') {
      const close = closing(tokens, at, end, ')');
      if (close < 0) return false;
      at = close + 1;
    } else if (isDash(token.text) || token.text === ',') {
      const close = asideEnd(passage, at, end);
      const list = token.text === ',' ? listEnd(passage, at, end) : -1;
      if (close < 0 && list < 0) return false;
      at = close >= 0 ? close + 1 : list;
    } else if (token.norm === 'who' || token.norm === 'that' || token.norm === 'which' || token.norm === 'whose') {
      return isRelative(passage, at, end);
    } else if (token.pos === 'ADP' || (token.norm === 'of' && noun > 0)) {
      if (isTimeWord(next?.norm ?? '') && noun < 0) at += 2;
      else if (noun > 0) at = noun;
      else if (next?.pos === 'VERB' && /ing$/.test(next.norm)) at += 2;
      else return false;
    } else if (token.pos === 'CCONJ') {
      // signed by forty people and sent to the museum
      if (noun < 0 && !(next && next.pos === 'VERB' && isParticiple(next))) return false;
      at = noun < 0 ? at + 1 : noun;
    } else if (token.pos === 'VERB') {
      // published Wednesday, briefed on the matter, known as Bob; not: offered the man a job
      if (!isParticiple(token) || !(at + 1 >= end || isOblique(next) || /ing$/.test(token.norm))) return false;
      at++;
    } else if (
      token.pos === 'ADV' ||
      isTimeWord(token.norm) ||
      token.norm === 'themselves' ||
      token.norm === 'himself'
    ) {
      at++;
    } else if (token.norm === 'herself' || token.norm === 'itself' || token.pos === 'ADJ' || token.pos === 'NUM') at++;
    else if (token.norm === 'to' && tokens[at - 1]?.norm === 'close') at++;
    else if (chunkAt(passage, at) > at && (isTimeChunk(passage, at) || /ing$/.test(tokens[at - 1]?.norm ?? '')))
      at = chunkAt(passage, at);
    else return false;
  }
  return at === end;
}

/** Behind the noun phrase that starts at `at`; -1 where none starts there. */
function chunkAt({ chunks }: Passage, at: number): number {
  return chunks.from[at] === at ? (chunks.to[at] ?? -1) : -1;
}

function isParticiple(token: Token): boolean {
  return /(?:ed|ing|en|ent|own|ound|eld|ade|ept|ought)$/.test(token.norm) && !speechVerb(token.norm);
}

function isOblique(token: Token | undefined): boolean {
  return (
    token !== undefined && (token.pos === 'ADP' || token.pos === 'ADV' || isTimeWord(token.norm) || token.text === ',')
  );
}

function closing(tokens: readonly Token[], open: number, end: number, mark: string): number {
  for (let at = open + 1; at < end && at < open + 16; at++) if (tokens[at]?.text === mark) return at;
  return -1;
}

function opening(tokens: readonly Token[], close: number, low: number): number {
  for (let at = close - 1; at >= low && at > close - 16; at--) if (tokens[at]?.text === '(') return at;
  return -1;
}

/**
 * The mark that closes the aside which opens at `open`: the last of its kind right before `end`.
 *
 *     Hugh Hill[,] a doctor at the clinic[,] said · Jane Roe[,] who runs a bakery in York[,] said
 */
function asideEnd({ tokens, quotedAt }: Passage, open: number, end: number): number {
  const mark = tokens[open];
  const last = tokens[end - 1];
  if (!mark || !last || end - 1 <= open + 1) return -1;
  const same = isDash(mark.text) ? isDash(last.text) : last.text === ',';
  if (!same) return -1;
  for (let at = open + 1; at < end - 1; at++) {
    const token = tokens[at];
    if (!token) return -1;
    // “He left, she added, and others, he said”: another clause is no aside.
    if (at === open + 1 && (token.norm === 'and' || token.norm === 'but') && !isDash(mark.text)) return -1;
    if (token.pos === 'VERB' && quotedAt[at] === -1 && speechVerb(token.norm)?.form === 'past') {
      const before = tokens[at - 1]?.norm ?? '';
      if (before !== 'who' && before !== 'which' && before !== 'he' && before !== 'she') return -1;
    }
  }
  return end - 1;
}

/** Behind “, Smith and Jones” or “, Smith, and Jones” where a list goes on at the comma; -1 where none does. */
function listEnd(passage: Passage, comma: number, end: number): number {
  const { tokens } = passage;
  let at = comma;
  for (let items = 0; items < 12; items++) {
    if (tokens[at]?.text === ',') at++;
    const isLast = tokens[at]?.norm === 'and' || tokens[at]?.norm === 'or';
    if (isLast) at++;
    const behind = chunkAt(passage, at);
    if (behind < 0 || behind > end) return -1;
    if (isLast) return behind;
    at = behind;
    const next = tokens[at];
    if (!next || (next.text !== ',' && next.norm !== 'and' && next.norm !== 'or')) return -1;
  }
  return -1;
}

/** How long a relative clause in a subject may be, in words. */
const RELATIVE_REACH = 24;

const THINKING = new Set('think thinks thought believe believes believed know knows knew feel feels felt'.split(' '));

/** Whether “who …” up to `end` is one relative clause: it has a verb of its own, and no further clause in it. */
function isRelative({ tokens, chunks }: Passage, who: number, end: number): boolean {
  let verbs = 0;
  for (let at = who + 1; at < Math.min(end, who + RELATIVE_REACH + 1); at++) {
    const token = tokens[at];
    if (!token) return false;
    if (token.text === ',' || token.norm === 'that' || THINKING.has(token.norm)) return false;
    if (token.pos !== 'VERB' && token.pos !== 'AUX') continue;
    // should be, to be shunned, and left: one clause; gathered steam: the main verb
    const before = tokens[at - 1];
    const isOwn = before?.pos === 'AUX' || before?.norm === 'to' || before?.pos === 'ADV' || before?.pos === 'CCONJ';
    if (verbs > 0 && !isOwn && !/ing$/.test(token.norm)) return false;
    verbs++;
    if (speechVerb(token.norm) && chunks.from[at + 1] === at + 1 && (chunks.to[at + 1] ?? 0) === end) return false;
  }
  return verbs > 0 && end - who <= RELATIVE_REACH;
}

/**
 * The end of the noun phrase that starts at `from`, with all that tells more of its head; `from` where none starts.
 *
 * @param appositions whether a name may be told more of behind a comma; where a clause follows it may not
 *
 *     said [Ann Lee, a nurse at the clinic, ]who … · according to [two officials briefed on the matter]
 */
export function subjectStartingAt(passage: Passage, from: number, high: number, appositions = true): number {
  const { chunks, tokens } = passage;
  if (chunks.from[from] !== from) return from;
  let at = chunks.to[from] ?? from;
  for (let steps = 0; steps < 8 && at < high; steps++) {
    const token = tokens[at];
    const next = tokens[at + 1];
    const noun = at + 1 < high ? chunkAt(passage, at + 1) : -1;
    if (!token || !next) break;
    if (token.pos === 'ADP' && noun > 0 && token.norm !== 'in' && token.norm !== 'on' && token.norm !== 'at') at = noun;
    else if (token.text === '(') {
      const close = closing(tokens, at, high, ')');
      if (close < 0) break;
      at = close + 1;
    } else if (appositions && token.text === ',' && noun > 0 && isApposition(next) && !isVerb(tokens[noun])) at = noun;
    else if (
      (token.pos === 'VERB' && isParticiple(token) && isOblique(next)) ||
      (token.pos === 'ADJ' && next.pos === 'ADP')
    )
      at++;
    else break;
  }
  return Math.min(at, high);
}

function isVerb(token: Token | undefined): boolean {
  return token?.pos === 'VERB' || token?.pos === 'AUX';
}

/** A name is told more of by “a nurse”, “the mayor”, “chief economist”; another name stands for itself. */
function isApposition(token: Token): boolean {
  return (
    token.norm === 'a' ||
    token.norm === 'an' ||
    token.norm === 'the' ||
    (token.pos === 'NOUN' && !isTimeWord(token.norm))
  );
}
