import type { Cue } from './cues.ts';
import { type Passage, quotedStretch } from './passage.ts';
import { nounPhraseAfter, type Run } from './phrases.ts';
import { subjectEndingAt } from './subjects.ts';
import { isPossessiveMark } from './token.ts';
import { isNamedDay, isTimeWord } from './words-of-time.ts';

/**
 * Who stands before a verb of saying as the one who speaks, or null.
 *
 * An aside behind a name is left out of it, for it tells of the speaker and does not name them; behind a description
 * it stays where it names: Trump’s manager, Kellyanne Conway, said; not: a mason, standing beside Edith Nance, said.
 */
export function speakerBefore(passage: Passage, cue: Cue, low: number): Run | null {
  const run = cue.from <= low ? null : subjectEndingAt(passage, cue.from, low);
  return run && withoutAside(passage, run);
}

function withoutAside({ tokens, chunks }: Passage, run: Run): Run {
  const last = tokens[run.to - 1];
  if (last?.text !== ',' && last?.text !== '—' && last?.text !== '–' && last?.text !== '-') return run;
  const head = chunks.to[run.from] ?? run.to;
  for (let at = head; at < run.to - 1; at++) {
    const token = tokens[at];
    if (!token || token.text !== last.text) continue;
    const first = tokens[at + 1];
    const isNamed = tokens[at - 1]?.pos === 'PROPN' && at === head && first?.norm !== 'including';
    // A mason, standing beside Edith Nance, said: the aside names somebody else
    const tellsOnly =
      first !== undefined && (/^(?:VERB|ADP)$/.test(first.pos) || /(?:ing|^who|^whose)$/.test(first.norm));
    return isNamed || (tellsOnly && first.norm !== 'including' && first.norm !== 'called')
      ? { from: run.from, to: at }
      : run;
  }
  return run;
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
      isTime(passage, at) ||
      (first.pos === 'VERB' && /(?:ing|ed)$/.test(first.norm)) ||
      INTRODUCING.has(first.norm);
    if (!introduces) return at;
    const comma = nextComma(passage, at, high);
    if (comma < 0) return at;
    at = comma + 1;
  }
  return at;
}

/** “Eight years ago, …”, “A day later, …” */
function isTime({ tokens, chunks }: Passage, at: number): boolean {
  const end = chunks.from[at] === at ? (chunks.to[at] ?? at) : at;
  return end > at && isTimeWord(tokens[end - 1]?.norm ?? '');
}

const INTRODUCING = new Set('while when as if after before since although though last earlier'.split(' '));

/** How far on a comma is looked for, in words. */
const REACH = 60;

function nextComma({ tokens, quotedAt }: Passage, from: number, high: number): number {
  for (let at = from; at < Math.min(high, from + REACH); at++) {
    if (tokens[at]?.text === ',' && quotedAt[at] === -1) return at;
  }
  return -1;
}

/**
 * The subject that a second verb shares with the first: [Mayor Reyes] opened the bridge and said …
 *
 * It starts the clause, and its own verb follows it.
 */
export function sharedSubject(passage: Passage, cue: Cue, sentence: Run, low: number): Run | null {
  const { tokens, chunks } = passage;
  const start = clauseStart(passage, sentence, low, cue.from);
  if (chunks.from[start] !== start || start >= cue.from) return null;
  for (let at = chunks.to[start] ?? cue.from; at < Math.min(cue.from, start + REACH); at++) {
    const token = tokens[at];
    if (token?.pos !== 'VERB' && token?.pos !== 'AUX') continue;
    let end = at;
    while (end > start && tokens[end - 1]?.pos === 'ADV') end--;
    const run = subjectEndingAt(passage, end, start);
    if (run?.from === start) return withoutAside(passage, run);
  }
  return null;
}

/** Who stands behind the verb as the one who speaks: said Mayor Reyes. Null where that is no subject. */
export function speakerAfter(passage: Passage, cue: Cue, sentence: Run): Run | null {
  const { tokens, quotedAt } = passage;
  const from = cue.to;
  const first = tokens[from];
  if (!first || quotedAt[from] !== -1 || isTimeWord(first.norm)) return null;
  let to = nounPhraseAfter(tokens, from, sentence.to);
  if (to === from || !endsSpeaker(passage, to, sentence)) to = Math.max(to, namesEnd(passage, from, sentence));
  if (to === from) return null;
  const stretch = quotedStretch(passage, to);
  if (stretch && stretch.open === to && stretch.close - to <= 4 && tokens[stretch.close + 1]?.pos === 'PROPN') {
    const rest = nounPhraseAfter(tokens, stretch.close + 1, sentence.to);
    if (rest > stretch.close + 1) to = rest;
  }
  if (!endsSpeaker(passage, to, sentence)) return null;
  const next = tokens[to];
  const described = tokens[to - 1]?.pos !== 'PROPN';
  if (described && next?.text === ',' && tokens[to + 1]?.pos === 'PROPN') {
    const name = nounPhraseAfter(tokens, to + 1, sentence.to);
    if (name >= to + 3) return { from, to: name };
  }
  return { from, to };
}

/** Whether a speaker may end at `to`: a mark, a circumstance or what tells more of them follows. */
function endsSpeaker({ tokens }: Passage, to: number, sentence: Run): boolean {
  const next = tokens[to];
  if (!next || to >= sentence.to) return true;
  if (isPossessiveMark(next)) return false;
  return (
    next.pos === 'PUNCT' ||
    next.pos === 'ADP' ||
    next.pos === 'SCONJ' ||
    isTimeWord(next.norm) ||
    next.pos === 'ADV' ||
    next.norm === 'who' ||
    // one Democrat familiar with …, the base chief known as Bob
    (next.pos === 'ADJ' && tokens[to + 1]?.pos === 'ADP') ||
    (next.pos === 'VERB' && /(?:ed|ing|en|own)$/.test(next.norm))
  );
}

/** Behind the words with a capital that start at `from`, whatever they are taken for: said Judicial Watch President Tom Fitton. */
function namesEnd({ tokens, quotedAt }: Passage, from: number, sentence: Run): number {
  let at = from;
  if (tokens[at]?.pos === 'DET') at++;
  while (at < sentence.to && quotedAt[at] === -1 && /^[\p{Lu}\p{N}]/u.test(tokens[at]?.text ?? '')) at++;
  return at;
}
