import { isBe } from './function-words.ts';
import { type Passage, sentenceAt } from './passage.ts';
import type { Run } from './phrases.ts';
import type { Quoted } from './quotation-marks.ts';
import { clauseStart } from './speakers.ts';
import { speechVerb } from './speech-words.ts';
import { isTitle, type Statement } from './statement.ts';
import { subjectEndingAt, subjectStartingAt } from './subjects.ts';

/** Fewer words in quotation marks are not taken for a quotation by their place alone. */
const FEWEST = 3;
/** How far from the marks the reporting words are looked for, in words. */
const REACH = 40;

/**
 * Who is credited with words in quotation marks by place, whatever the verb is.
 *
 *     “[They are here for free stuff],” {Bennett} shot back. · {Billy Joel} sings, “[Don’t go changing].”
 *
 * English sets a comma inside the marks, or one or a colon before them, where the clause beside them says who spoke.
 */
export function besideQuote(passage: Passage, stretch: Quoted): Statement | null {
  if (countWords(passage, stretch) < FEWEST || stretch.close > passage.tokens.length || isTitle(passage, stretch))
    return null;
  return behind(passage, stretch) ?? before(passage, stretch);
}

function countWords({ tokens }: Passage, { open, close }: Quoted): number {
  let count = 0;
  for (let at = open + 1; at < close && count < FEWEST; at++)
    if (/^[\p{L}\p{N}]/u.test(tokens[at]?.text ?? '')) count++;
  return count;
}

/** “…,” Bennett shot back. / “…,” thundered the mayor. */
function behind(passage: Passage, stretch: Quoted): Statement | null {
  const { tokens, quotedAt } = passage;
  const last = tokens[stretch.close - 1]?.text;
  const from = tokens[stretch.close + 1]?.text === ',' ? stretch.close + 2 : stretch.close + 1;
  const isInside = last === ',' || last === '?' || last === '!';
  if (!isInside && from === stretch.close + 1) return null;
  const first = tokens[from];
  if (!first || quotedAt[from] !== -1) return null;
  if (first.pos === 'VERB' && !/ing$/.test(first.norm)) {
    // Behind a comma outside the marks any clause may go on: under the slogan “…”, drew 2,000 guests
    if (!isInside && !speechVerb(first.norm)) return null;
    const end = subjectStartingAt(passage, from + 1, tokens.length);
    const next = tokens[end];
    if (end === from + 1 || (next && next.pos !== 'PUNCT' && next.pos !== 'ADP')) return null;
    return statement(stretch, { from: from + 1, to: end }, { from, to: from + 1 }, true);
  }
  if (
    /^\p{Ll}/u.test(first.text) &&
    first.pos !== 'DET' &&
    first.pos !== 'PRON' &&
    first.pos !== 'NOUN' &&
    first.pos !== 'ADJ'
  ) {
    return null;
  }
  const high = Math.min(from + 24, tokens.length);
  const spoken = verbOfSaying(passage, from, high);
  for (let at = spoken ?? from + 1; at < high; at++) {
    const token = tokens[at];
    if (!token || quotedAt[at] !== -1 || token.text === '.') return null;
    if (at !== spoken && (token.pos !== 'VERB' || /ing$/.test(token.norm))) continue;
    let end = at;
    if (isBe(tokens[at - 1]?.norm)) return null;
    while (end > from && (tokens[end - 1]?.pos === 'ADV' || tokens[end - 1]?.pos === 'AUX')) end--;
    const subject = subjectEndingAt(passage, end, from);
    if (subject?.from === from) return statement(stretch, subject, { from: at, to: at + 1 }, true);
    // Whatever the words are taken for: Trump spokeswoman Hope Hicks said
    if (at === spoken && end > from) return statement(stretch, { from, to: end }, { from: at, to: at + 1 }, true);
  }
  return null;
}

/** The first verb of saying between `from` and `high`, if nothing but words stands before it. */
function verbOfSaying({ tokens, quotedAt }: Passage, from: number, high: number): number | null {
  for (let at = from + 1; at < high; at++) {
    const token = tokens[at];
    if (!token || token.pos === 'PUNCT' || quotedAt[at] !== -1) return null;
    const verb = speechVerb(token.norm);
    if (verb && verb.form !== 'ing' && verb.form !== 'base' && verb.frame !== 'act' && token.pos !== 'NOUN') return at;
  }
  return null;
}

/** Billy Joel sings, “…” / Trump went even further: “…” */
function before(passage: Passage, stretch: Quoted): Statement | null {
  const { tokens, quotedAt } = passage;
  const { open } = stretch;
  const mark = tokens[open - 1]?.text;
  const first = tokens[open + 1];
  if ((mark !== ',' && mark !== ':') || !first || !/^[\p{Lu}\p{N}]/u.test(first.text)) return null;
  const sentence = sentenceAt(passage, open - 1);
  if (!sentence) return null;
  let low = Math.max(sentence.from, open - REACH);
  for (let at = open - 2; at >= low; at--) if (quotedAt[at] !== -1) low = at + 1;
  const start = clauseStart(passage, { from: low, to: open }, low, open - 1);
  // a message that said, “…”: the verb right before the mark
  const near = tokens[open - 2];
  const nearSubject = near?.pos === 'VERB' && speechVerb(near.norm) ? subjectEndingAt(passage, open - 2, start) : null;
  if (nearSubject) return statement(stretch, nearSubject, { from: open - 2, to: open - 1 }, false);
  for (let at = start; at < open - 1; at++) {
    const token = tokens[at];
    if (token?.pos !== 'VERB' || /ing$/.test(token.norm)) continue;
    let end = at;
    while (end > start && (tokens[end - 1]?.pos === 'ADV' || tokens[end - 1]?.pos === 'AUX')) end--;
    const subject = subjectEndingAt(passage, end, start);
    if (subject) return statement(stretch, subject, { from: at, to: at + 1 }, false);
  }
  return null;
}

function statement(stretch: Quoted, source: Run, cue: Run, trails: boolean): Statement {
  const content = { from: Math.max(stretch.open, 0), to: stretch.close + 1 };
  const rule = trails ? 'a speaker behind the quotation' : 'a speaker and a comma or colon before the quotation';
  return { kind: 'statement', content: [content], source, cue, trails, rule };
}
