import { isDash } from './function-words.ts';
import type { Passage } from './passage.ts';
import { hasVerb, nounPhraseAfter, nounPhraseBefore, type Run } from './phrases.ts';
import { isSomebody, type KnownNames, readLabel } from './speaker-labels.ts';
import { speechVerb } from './speech-words.ts';
import { isPossessiveMark, type Token } from './token.ts';

/** Who is printed beside words as the one who said them, with a mark for a verb or none. */
export interface Credit {
  readonly source: Run;
  readonly cue: Run | null;
  readonly rule: string;
  /** Whether a noun says that it is an answer: nothing else in the sentence tells better whose. */
  readonly isAnswer?: boolean;
}

const LEADING = new Set(['and', 'but', 'then', 'now', 'also', ',', 'more', 'this', 'next']);

/**
 * Who stands before the colon at `colon` with no verb of saying.
 *
 *     {Alma Reyes}: “…” · And from {Chairwoman Reyes}: “…” · Here is {Reyes} in May: “…” · The river rises - {Jo Lane}: “…”
 *
 * @param low where the sentence starts, or the words in quotation marks before it end
 */
export function creditBeforeColon(passage: Passage, colon: number, low: number, known: KnownNames): Credit | null {
  const { tokens } = passage;
  const cue = { from: colon, to: colon + 1 };
  let from = Math.max(low, dashBefore(passage, colon) + 1);
  while (from < colon && LEADING.has(tokens[from]?.norm ?? '')) from++;
  const answer = answerBefore(tokens, from, colon, known);
  if (answer) return answer;
  // Stated Jo Lane: “…”
  const verb = speechVerb(tokens[from]?.norm ?? '');
  const isInverted = verb !== undefined && (verb.form === 'past' || verb.form === 'present');
  const label = readLabel(tokens, isInverted ? from + 1 : from, colon);
  if (label && isSomebody(label, known)) {
    if (isInverted) return { source: label.speaker, cue: { from, to: from + 1 }, rule: 'a verb, a name and a colon' };
    return { source: label.speaker, cue, rule: 'a name and a colon' };
  }
  const given = givenAfter(tokens, from, colon);
  const end = given < 0 ? -1 : nounPhraseAfter(tokens, given, colon);
  if (given >= 0 && end > given && names(tokens, { from: given, to: end }, known)) {
    return { source: { from: given, to: end }, cue, rule: '“from” or “here is” before a colon' };
  }
  const start = nounPhraseBefore(tokens, colon, from);
  const before = tokens[start - 1]?.norm;
  if (start > from && (before === 'by' || before === 'from') && names(tokens, { from: start, to: colon }, known)) {
    return { source: { from: start, to: colon }, cue, rule: '“by” or “from” and a colon' };
  }
  return null;
}

/** The place of the dash behind which the few words before the colon at `colon` stand; -1 where there is none. */
export function dashBefore({ tokens }: Passage, colon: number): number {
  if (tokens[colon]?.text !== ':') return -1;
  for (let at = colon - 1; at > Math.max(0, colon - NEAR); at--) if (isDash(tokens[at]?.text ?? '')) return at;
  return -1;
}

/** How many words a name before a colon is looked for in. */
const NEAR = 16;

/** What somebody gives in words: Lane’s **reply**: “…” */
const ANSWERS = new Set(
  'answer reply response message verdict reaction retort explanation warning comment conclusion advice'.split(' '),
);

function answerBefore(tokens: readonly Token[], from: number, colon: number, known: KnownNames): Credit | null {
  if (!ANSWERS.has(tokens[colon - 1]?.norm ?? '')) return null;
  let at = colon - 2;
  while (at > Math.max(from, colon - 5) && !isPossessiveMark(tokens[at])) at--;
  if (!isPossessiveMark(tokens[at])) return null;
  const label = readLabel(tokens, from, at);
  if (!label || label.speaker.to !== at || !isSomebody(label, known)) return null;
  return { source: label.speaker, cue: { from: colon - 1, to: colon }, rule: 'an answer and a colon', isAnswer: true };
}

/** Where the one is printed whom “from …” or “here is …” gives; -1 where neither stands at `from`. */
function givenAfter(tokens: readonly Token[], from: number, colon: number): number {
  const first = tokens[from]?.norm;
  if (first === 'from') return from + 1;
  const second = tokens[from + 1]?.norm;
  if ((first === 'here' || first === 'there') && (second === 'is' || second === "'s") && from + 2 < colon)
    return from + 2;
  return -1;
}

function names(tokens: readonly Token[], run: Run, known: KnownNames): boolean {
  const start = tokens[run.from]?.pos === 'DET' ? run.from + 1 : run.from;
  const first = tokens[start];
  if (!first) return false;
  if (/^\p{Lu}/u.test(first.text)) {
    const label = readLabel(tokens, start, run.to);
    return label !== null && isSomebody(label, known);
  }
  return DOCUMENTS.has(tokens[run.to - 1]?.norm ?? '');
}

/** What words are copied from: From the report: “…” */
const DOCUMENTS = new Set(
  'report statement letter memo email e-mail study transcript ruling decision order indictment complaint post release'.split(
    ' ',
  ),
);

/** How many words a line behind a dash may have that gives a name and who that is. */
const LONGEST_LINE = 20;

/**
 * Who is printed behind the dash at `dash`, up to `high`.
 *
 *     “…” - {Commissioner Lane} · “…” —{Jo Lane}, mayor · and in a line of its own: — {Jo Lane}, Springfield
 */
export function creditBehindDash(passage: Passage, dash: number, high: number, known: KnownNames): Credit | null {
  if (!isDash(passage.tokens[dash]?.text ?? '')) return null;
  const source = nameOfLine(passage, dash + 1, high, known);
  return source && { source, cue: { from: dash, to: dash + 1 }, rule: 'a dash and a name' };
}

/** Who is named by a line that has nothing else: Jo Lane, mayor of Springfield. Null where it says more. */
export function nameOfLine(passage: Passage, from: number, high: number, known: KnownNames): Run | null {
  const { tokens } = passage;
  let end = high;
  while (end > from && /^[.,)\]"”]$/.test(tokens[end - 1]?.text ?? '')) end--;
  if (end <= from || end - from > LONGEST_LINE) return null;
  let comma = from;
  while (comma < end && tokens[comma]?.text !== ',' && tokens[comma]?.text !== '(') comma++;
  const label = readLabel(tokens, from, comma);
  if (!label || !isSomebody(label, known) || hasVerb(tokens, { from, to: comma })) return null;
  return label.speaker.to === comma || tokens[label.speaker.to]?.pos === 'ADP' ? label.speaker : null;
}
