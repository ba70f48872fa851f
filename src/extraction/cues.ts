import { insideOf, type Passage, quotedStretch } from './passage.ts';
import { isSpeakingPronoun, nounPhraseAfter, nounPhraseBefore, type Run } from './phrases.ts';
import { isParticleOf, needsParticle, type SpeechVerb, speechVerb } from './speech-words.ts';
import { isPossessiveMark, type Token } from './token.ts';
import { isNamedDay, isTimeWord } from './words-of-time.ts';

/** A verb of saying where it stands, with the helping words before it. */
export interface Cue {
  readonly verb: SpeechVerb;
  /** Place of the verb. */
  readonly at: number;
  /** Place of the first helping word: **has** also said. */
  readonly from: number;
  /** Behind the verb and its particle. */
  readonly to: number;
}

/** The verb of saying at `at`, or null where the word is none there. */
export function cueAt(tokens: readonly Token[], at: number, low: number): Cue | null {
  const token = tokens[at];
  const verb = token && speechVerb(token.norm);
  if (!token || !verb) return null;
  const next = tokens[at + 1];
  const particle = next !== undefined && isParticleOf(verb, next.norm);
  if (needsParticle(verb) && !particle) return null;
  if (!isVerbHere(tokens, at, verb, low)) return null;
  let from = at;
  let helped = false;
  let passive = false;
  while (from - 1 >= low) {
    const before = tokens[from - 1];
    if (!before) break;
    if (DENIALS.has(before.norm)) return null;
    if (before.pos === 'AUX') {
      helped = true;
      if (BE.has(before.norm) && verb.form === 'past') passive = true;
    } else if (before.norm === 'to' && verb.form === 'base') {
      if (!WENT_ON.has(tokens[from - 2]?.norm ?? '')) return null;
    } else if (before.pos !== 'ADV' && !(before.pos === 'VERB' && WENT_ON.has(before.norm))) break;
    from--;
  }
  if (passive || (verb.form === 'base' && helped && isDoubtful(tokens, from, at))) return null;
  return { verb, at, from, to: particle ? at + 2 : at + 1 };
}

const DENIALS = new Set(['not', "n't", 'never', 'nor', 'neither', 'cannot']);
const BE = new Set('is are was were be been being get got gets am'.split(' '));
const WENT_ON = new Set(['on', 'went', 'continued', 'goes', 'continues', 'proceeded', 'came']);

/** Words that make it open whether anything was said: might say, should ask, would tell. */
const OPEN = new Set('should could might may must ought'.split(' '));

function isDoubtful(tokens: readonly Token[], from: number, at: number): boolean {
  for (let index = from; index < at; index++) if (OPEN.has(tokens[index]?.norm ?? '')) return true;
  return false;
}

function isVerbHere(tokens: readonly Token[], at: number, verb: SpeechVerb, low: number): boolean {
  const token = tokens[at];
  const before = at > low ? tokens[at - 1] : undefined;
  const next = tokens[at + 1];
  if (!token) return false;
  if (before && (before.pos === 'DET' || before.norm === "'s" || isPossessiveMark(before))) return false;
  if (next?.pos === 'NOUN' && before?.pos === 'ADP' && verb.form === 'past') return false;
  if (token.pos === 'VERB') return true;
  if (verb.form === 'ing') return token.pos === 'NOUN' && (before === undefined || BEFORE_ING.has(before.norm));
  if (token.pos !== 'NOUN' && token.pos !== 'ADJ' && token.pos !== 'PROPN') return false;
  const after = next?.norm ?? '';
  const subject = before !== undefined && (before.pos === 'PROPN' || isSpeakingPronoun(before));
  return subject && verb.form !== 'base' && AFTER_VERB.has(after);
}

const BEFORE_ING = new Set([',', 'while', 'by', 'after', 'when', 'before', 'in']);
const AFTER_VERB = new Set([
  'that',
  ':',
  ',',
  '.',
  '"',
  '“',
  'he',
  'she',
  'it',
  'they',
  'the',
  'a',
  'his',
  'her',
  'for',
  'on',
]);

/** Who stands before the verb as the one who speaks, or null. */
export function subjectBefore(passage: Passage, cue: Cue, sentence: Run, low: number): Run | null {
  const { tokens } = passage;
  const before = tokens[cue.from - 1];
  if (!before || cue.from <= low) return null;
  if (before.text === ',' || before.text === '–' || before.text === '—' || before.text === '--') {
    return subjectBeforeAside(passage, cue.from - 1, sentence, low);
  }
  const from = nounPhraseBefore(tokens, cue.from, low);
  if (from >= 0 && passage.quotedAt[from] === -1) return widened(passage, { from, to: cue.from }, low);
  // Joseph “Joe” Smith said
  return null;
}

/** Not parted by a name in quotation marks: Joseph “Joe” Smith. */
function widened(passage: Passage, run: Run, low: number): Run {
  const { tokens } = passage;
  const stretch = quotedStretch(passage, run.from - 1);
  if (!stretch || stretch.close !== run.from - 1 || stretch.close - stretch.open > 4) return run;
  const first = tokens[stretch.open - 1];
  if (first?.pos !== 'PROPN' || tokens[run.from]?.pos !== 'PROPN') return run;
  const from = nounPhraseBefore(tokens, stretch.open, low);
  return from >= 0 ? { from, to: run.to } : run;
}

/**
 * The subject where an aside stands between it and the verb: Hugh Hill, a doctor, said.
 *
 * The aside is left out, except where it gives the name or the members: Trump’s manager, Kellyanne Conway, said.
 */
function subjectBeforeAside(passage: Passage, comma: number, sentence: Run, low: number): Run | null {
  const { tokens } = passage;
  const mark = tokens[comma]?.text ?? ',';
  const start = clauseStart(passage, sentence, low, comma);
  const end = nounPhraseAfter(tokens, start, comma);
  if (end === start || tokens[end]?.text !== mark || end >= comma) return null;
  const aside = tokens[end + 1];
  if (!aside || aside.norm === 'and' || aside.norm === 'but') return null;
  const described = tokens[end - 1]?.pos !== 'PROPN';
  const including = aside.norm === 'including';
  const named = aside.pos === 'PROPN' && nounPhraseAfter(tokens, end + 1, comma) >= end + 3;
  return { from: start, to: including || (described && named) ? comma : end };
}

const LEADING = new Set(['and', 'but', 'so', 'yet', 'or', 'then', 'meanwhile', 'however', 'still', 'later', 'instead']);

/** Where the main clause starts, behind “On Monday,” and “While …,”. */
export function clauseStart(passage: Passage, sentence: Run, low: number, high: number): number {
  const { tokens } = passage;
  let at = Math.max(sentence.from, low);
  for (let steps = 0; steps < 4; steps++) {
    while (at < high && (LEADING.has(tokens[at]?.norm ?? '') || tokens[at]?.text === ',')) at++;
    const first = tokens[at];
    if (!first) return at;
    const introduces =
      first.pos === 'ADP' ||
      first.pos === 'SCONJ' ||
      first.pos === 'ADV' ||
      isNamedDay(first.norm) ||
      (first.pos === 'VERB' && /(?:ing|ed)$/.test(first.norm)) ||
      INTRODUCING.has(first.norm);
    if (!introduces) return at;
    const comma = nextComma(passage, at, high);
    if (comma < 0) return at;
    at = comma + 1;
  }
  return at;
}

const INTRODUCING = new Set([
  'while',
  'when',
  'as',
  'if',
  'after',
  'before',
  'since',
  'although',
  'though',
  'last',
  'earlier',
]);

function nextComma(passage: Passage, from: number, high: number): number {
  for (let at = from; at < high; at++) {
    if (passage.tokens[at]?.text === ',' && passage.quotedAt[at] === -1) return at;
  }
  return -1;
}

/** Who stands behind the verb as the one who speaks: said Mayor Reyes. Null where that is no subject. */
export function subjectAfter(passage: Passage, cue: Cue, sentence: Run): Run | null {
  const { tokens } = passage;
  const from = cue.to;
  const first = tokens[from];
  if (!first || passage.quotedAt[from] !== -1 || isTimeWord(first.norm)) return null;
  let to = nounPhraseAfter(tokens, from, sentence.to);
  if (to === from) return null;
  const stretch = quotedStretch(passage, to);
  if (stretch && stretch.open === to && stretch.close - to <= 4 && tokens[stretch.close + 1]?.pos === 'PROPN') {
    const rest = nounPhraseAfter(tokens, stretch.close + 1, sentence.to);
    if (rest > stretch.close + 1) to = rest;
  }
  const next = tokens[to];
  const ends =
    !next ||
    to >= sentence.to ||
    next.pos === 'PUNCT' ||
    next.pos === 'ADP' ||
    next.pos === 'SCONJ' ||
    isTimeWord(next.norm) ||
    next.pos === 'ADV' ||
    next.norm === 'who';
  if (!ends || isPossessiveMark(next)) return null;
  const described = tokens[to - 1]?.pos !== 'PROPN';
  if (described && next?.text === ',' && tokens[to + 1]?.pos === 'PROPN') {
    const name = nounPhraseAfter(tokens, to + 1, sentence.to);
    if (name >= to + 3) return { from, to: name };
  }
  return { from, to };
}

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
    const hearer = hearerAfter(tokens, at, sentence.to);
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
    const timed = token.pos === 'ADV' || isTimeWord(token.norm) || isTimeWord(tokens[at + 1]?.norm ?? '');
    if (!anchored && !timed && circumstanceAfter(passage, end, sentence) === end) break;
    at = end;
  }
  return { to: at, heard };
}

function hearerAfter(tokens: readonly Token[], at: number, high: number): number {
  const first = tokens[at];
  if (!first) return at;
  if (['him', 'her', 'them', 'me', 'us', 'you', 'it'].includes(first.norm)) return at + 1;
  return nounPhraseAfter(tokens, at, high);
}

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
  end = at + 1;
  if (token.norm === 'when' || token.norm === 'while' || token.norm === 'as') return at;
  const noun = nounPhraseAfter(tokens, end, sentence.to);
  if (noun > end) {
    let close = noun;
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

/** The words in quotation marks that start at `at`, or null. */
export function quotedFrom(passage: Passage, at: number): Run | null {
  const stretch = quotedStretch(passage, at);
  return stretch && stretch.open === at ? insideOf(stretch) : null;
}
