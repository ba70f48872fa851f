import { wordsBefore } from './according.ts';
import { gapAfter } from './circumstances.ts';
import { startsClause } from './complements.ts';
import type { Cue } from './cues.ts';
import { extentFrom, PLAIN } from './extents.ts';
import { type Passage, quotedStretch } from './passage.ts';
import { hasVerb, type Run } from './phrases.ts';
import { speakerAfter, speakerBefore } from './speakers.ts';
import { needsMarks, speechVerb } from './speech-words.ts';
import { type Context, closesBefore, closingPlace, isPause, isTitle, opensAt, type Statement } from './statement.ts';
import { subjectStartingAt } from './subjects.ts';

/**
 * What was said before the reporting words, or around them.
 *
 *     “[The river will rise],” {she} said. · [The river will rise], said {Mayor Alma Reyes}, who …
 *     [The river], {she} said, [will rise]. · “[It will rise],” {she} said, “[and soon].”
 */
export function trailing(context: Context, cue: Cue): Statement | null {
  const { passage, sentence, low, floor } = context;
  const { tokens } = passage;
  const own = speakerInMiddle(passage, cue, low) ?? speakerBefore(passage, cue, low);
  // “…,” Ann Lee, a nurse, told the paper: the paper is told, and does not tell.
  const mayInvert = cue.verb.form !== 'ing' && cue.verb.frame !== 'hearer' && !(own && closesBefore(passage, own.from));
  const inverted = mayInvert && isPause(passage, cue.from - 1) ? speakerAfter(passage, cue, sentence) : null;
  const source = inverted ?? own;
  if (!source || (cue.verb.frame === 'act' && !TRAILING_ACTS.has(cue.verb.lemma))) return null;
  const first = Math.min(source.from, cue.from);
  // “…, as the mayor says.”
  const start = tokens[first - 1]?.norm === 'as' && isPause(passage, first - 2) ? first - 1 : first;
  if (!isPause(passage, start - 1) || (start <= sentence.from && !closesBefore(passage, start))) return null;
  const quotedBefore = closesBefore(passage, start) && !isTitleBefore(passage, start, sentence);
  // “…” was said by who stands before it.
  if (quotedBefore && low > sentence.from && low >= start - 2) return null;
  // Without marks, “…, said Mayor Reyes” has to end there; with a comma before it, it may be the end of a list of deeds.
  const behind = inverted
    ? gapAfter(
        passage,
        { ...cue, to: behindSpeaker(passage, inverted, sentence), verb: { ...cue.verb, frame: 'clause' } },
        sentence,
      ).to
    : gapAfter(passage, cue, sentence).to;
  const next = tokens[behind];
  const isOver = behind >= sentence.to || !next;
  const pauses = isOver || (next.pos === 'PUNCT' && passage.quotedAt[behind] === -1 && next.text !== ':');
  const cut =
    quotedBefore &&
    !pauses &&
    (pausedByComma(passage, start) || (!startsWords(passage, behind) && !endedSentence(passage, start)));
  if (!pauses && !cut) return null;
  const from = wordsBefore(passage, start, floor);
  const words = { from, to: start };
  const goes = next?.text === ',' && behind + 1 < sentence.to;
  const isEnd = isOver || next.text === '.';
  const isLong = start - from > 5 && (isEnd || /ing$/.test(tokens[behind + 1]?.norm ?? ''));
  const isWhole = quotedBefore || isLong || hasVerb(tokens, { from: Math.max(from, start - REACH), to: start });
  if (!quotedBefore && needsMarks(cue.verb)) return null;
  // Asked by a reader, she said, “No.”
  if (!quotedBefore && next?.text === ',' && opensAt(passage, behind + 1) && isFronted(passage, from)) return null;
  if (!isWhole && !(goes && !inverted && startsHere(passage, words, opensAt(passage, behind + 1)))) return null;
  const content = [words];
  const joined = goes && (tokens[behind + 1]?.norm === 'and' || tokens[behind + 1]?.norm === 'but') ? behind + 2 : -1;
  if (quotedBefore && joined > 0 && opensAt(passage, joined)) {
    content.push({ from: joined - 1, to: extentFrom(passage, joined, sentence, PLAIN) });
  } else if (
    goes &&
    (opensAt(passage, behind + 1) || (!quotedBefore && !inverted && goesOn(passage, behind + 1, sentence, isWhole)))
  ) {
    content.push({ from: behind + 1, to: extentFrom(passage, behind + 1, sentence, PLAIN) });
  } else if (!isWhole) return null;
  const rule = inverted ? 'verb and speaker behind the words' : 'speaker and verb behind the words';
  return { kind: 'statement', content, source, cue: { from: cue.at, to: cue.to }, trails: true, rule };
}

const TRAILING_ACTS = new Set(['ask', 'point', 'inquire']);

/**
 * Who speaks where the reporting words with an aside in them part what was said:
 *
 *     The shop, {its owner, Tove Lind}, says, has flour for a month.
 */
function speakerInMiddle(passage: Passage, cue: Cue, low: number): Run | null {
  const { tokens } = passage;
  if (tokens[cue.from - 1]?.text !== ',' || tokens[cue.to]?.text !== ',') return null;
  const own = speakerBefore(passage, cue, low);
  if (!own || isPause(passage, own.from - 1)) return null;
  for (let at = own.from + 1; at < cue.from - 2; at++) {
    if (tokens[at]?.text !== ',' || passage.quotedAt[at] !== -1) continue;
    const inner = speakerBefore(passage, cue, at + 1);
    return inner?.from === at + 1 ? inner : null;
  }
  return null;
}

/** How many words before the reporting words are looked through for a verb. */
const REACH = 200;

/** Whether a run has words at all: “The editorial, sources said, …” */
function startsHere({ tokens }: Passage, { from, to }: Run, opens: boolean): boolean {
  for (let at = from; at < Math.min(to, from + 12); at++) {
    const token = tokens[at];
    if (!token || !/\p{L}/u.test(token.text)) continue;
    // However, she said, “No.”
    if (!opens || (token.pos !== 'ADV' && token.pos !== 'CCONJ')) return true;
  }
  return false;
}

/** Behind all that is said of a speaker who stands behind the verb: said Ann Lee, a nurse at the clinic, … */
function behindSpeaker(passage: Passage, speaker: Run, sentence: Run): number {
  if (passage.tokens[speaker.to]?.pos === 'PUNCT') return speaker.to;
  return Math.max(speaker.to, subjectStartingAt(passage, speaker.from, sentence.to));
}

const NOT_SAID = new Set('who which according but while though although whose where'.split(' '));

/**
 * Whether the words behind “…, he said,” are more of what was said.
 *
 * Where what stands before is no whole clause they have to be; else a clause of its own must begin.
 */
function goesOn(passage: Passage, at: number, sentence: Run, isWhole: boolean): boolean {
  const token = passage.tokens[at];
  if (!token) return false;
  const verb = speechVerb(token.norm);
  if (verb?.form === 'ing') return false;
  if (!isWhole) return !(token.norm === 'who' || token.norm === 'which' || token.norm === 'according');
  if (token.pos === 'VERB' && /ing$/.test(token.norm)) return token.norm === 'including';
  if (token.norm === 'and')
    return !speechVerb(passage.tokens[at + 1]?.norm ?? '') && startsClause(passage, at + 1, sentence.to);
  return !NOT_SAID.has(token.norm) && !(token.norm === 'on' && passage.tokens[at + 1]?.norm === 'condition');
}

/** “… in Nice.” He said he had …: what was quoted ended its sentence, and another one begins. */
function endedSentence({ tokens, quotedAt }: Passage, start: number): boolean {
  const last = quotedAt[start - 1] === -1 ? undefined : tokens[start - 2];
  return last?.text === '.' && /^\p{Lu}/u.test(tokens[start]?.text ?? '');
}

/** “That’s my job,” she said on the show “Here’s the Thing”: the comma in the first marks tells that she said that. */
function pausedByComma({ tokens, quotedAt }: Passage, start: number): boolean {
  return quotedAt[start - 1] !== -1 && tokens[start - 2]?.text === ',';
}

/** Whether words tell when or how something was said, and are none of it: asked by a reader; in a statement; when he left. */
function isFronted({ tokens }: Passage, from: number): boolean {
  const first = tokens[from];
  if (!first) return false;
  return first.pos === 'ADP' || first.pos === 'SCONJ' || (first.pos === 'VERB' && /(?:ed|ing)$/.test(first.norm));
}

/** On CBS’s “Face the Nation,” she said …: a title in the middle of a sentence is not what was said. */
function isTitleBefore(passage: Passage, start: number, sentence: Run): boolean {
  const at = closingPlace(passage, start);
  const stretch = quotedStretch(passage, at);
  return stretch !== undefined && stretch.open > sentence.from + 1 && isTitle(passage, stretch);
}

function startsWords(passage: Passage, at: number): boolean {
  const token = passage.tokens[at];
  return token?.norm === 'that' || passage.quotedAt[at] !== -1 || token?.text === ':';
}
