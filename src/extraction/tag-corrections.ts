import { speechVerb } from './speech-words.ts';
import { stampEnd } from './time-stamps.ts';
import type { PartOfSpeech, Token } from './token.ts';

/** Mends in place what the tagger often gets wrong about names and about verbs of saying, by the words beside them. */
export function correctTags(tokens: Token[]): void {
  const isTitleCase = capitalsPrevail(tokens);
  const stamp = stampEnd(tokens);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    // 16.05 Port Lane says …: the time is no part of the name behind it.
    const pos = at < stamp ? 'X' : correctionOf(tokens, at, isTitleCase);
    if (pos && pos !== token.pos) tokens[at] = { ...token, pos };
  }
}

function correctionOf(tokens: readonly Token[], at: number, isTitleCase: boolean): PartOfSpeech | null {
  const token = tokens[at];
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!token) return null;
  if (token.pos === 'VERB' || token.pos === 'AUX' || token.pos === 'ADV') {
    if (isTitleCase || !isCapitalised(token)) return null;
    // Senator Ted Cruz left. / the Associated Press / Lane, Josh Dow and others
    if (before && (/^[,;–—]$/.test(before.text) ? token.pos === 'VERB' : before.pos !== 'PUNCT')) return 'PROPN';
    // Ted Cruz said so. Grant Young, a strategist, said so.
    const isName = next?.pos === 'PROPN' && !speechVerb(token.norm) && token.pos === 'VERB';
    if (isName && (startsClause(tokens, at + 2) || (!before && tokens[at + 2]?.text === ','))) return 'PROPN';
    return null;
  }
  // De Blasio left.
  if (token.pos === 'X') return isCapitalised(token) ? 'PROPN' : null;
  if (token.pos !== 'NOUN' && token.pos !== 'ADJ' && token.pos !== 'PROPN') return null;
  if (!mayAnnounce(token, before, next)) return null;
  const verb = speechVerb(token.norm);
  if (!verb || verb.form === 'ing') return null;
  if (verb.form === 'base') return token.pos === 'NOUN' && isBaseVerb(tokens, at) ? 'VERB' : null;
  // Tweeted Jo Lane: “…”
  if ((!before || /^[.?!]$/.test(before.text)) && next?.pos === 'PROPN' && INVERTED.test(token.norm)) return 'VERB';
  if (!next || !before || (isCapitalised(token) && !isTitleCase)) return null;
  // The ad claims that … / the document states: “…”
  const announces = next.norm === 'that' || next.text === ':' || next.norm === '"' || SUBJECTS.has(next.norm);
  if (announces && isSubject(tokens, at)) return 'VERB';
  // “…,” reports USA Today.
  if (before.norm === '"' && next.pos === 'PROPN') return 'VERB';
  return null;
}

/** Whether a word has a neighbour that may make it a verb of saying: few words have, and the rest is dear. */
function mayAnnounce(token: Token, before: Token | undefined, next: Token | undefined): boolean {
  if (!before || before.norm === '"' || before.norm === 'who' || token.norm === 'say') return true;
  if (before.pos === 'PUNCT' && /^[.?!]$/.test(before.text)) return true;
  return (
    next !== undefined && (next.norm === 'that' || next.norm === '"' || next.text === ':' || SUBJECTS.has(next.norm))
  );
}

/** What a clause begins with that stands behind a verb, and never behind a noun: the candidate claims **his** worth is … */
const SUBJECTS = new Set('he she it they his her their its'.split(' '));

/** Verbs of saying that begin a sentence before who says it. */
const INVERTED = /^(?:said|wrote|\p{L}+ed)$/u;

/** Six in ten **say** they stay. / critics who **claim** to know / groups **note** that it rains */
function isBaseVerb(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (!before || !next) return false;
  if (before.norm === 'who') return true;
  // Some **say** it is late.
  if (tokens[at]?.norm === 'say' && /^(?:some|many|most|all|few|both)$/.test(before.norm)) return true;
  if (tokens[at]?.norm === 'say') return before.pos === 'NOUN' || before.pos === 'NUM' || before.pos === 'PROPN';
  return (next.norm === 'that' || SUBJECTS.has(next.norm)) && before.pos === 'NOUN' && /[^s]s$/.test(before.norm);
}

function isCapitalised(token: Token): boolean {
  const first = token.text.charCodeAt(0);
  if (first >= 0x61 && first <= 0x7a) return false;
  return /^\p{Lu}\p{Ll}/u.test(token.text);
}

function startsClause(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token?.pos === 'AUX' || (token?.pos === 'VERB' && !isCapitalised(token));
}

/** Whether a noun phrase with an article, or a name, stands right before: **The ad** claims, **the White House** says. */
function isSubject(tokens: readonly Token[], at: number): boolean {
  const last = tokens[at - 1];
  if (last?.pos === 'PRON') return /^(?:he|she|it|they|who|which|that|we|i|you)$/.test(last.norm);
  if (last?.pos === 'PROPN') return true;
  if (last?.pos !== 'NOUN') return false;
  for (let index = at - 2; index >= Math.max(0, at - 5); index--) {
    const { pos } = tokens[index] ?? {};
    if (pos === 'DET') return true;
    if (pos !== 'ADJ' && pos !== 'NOUN' && pos !== 'PROPN') return false;
  }
  return false;
}

/** Whether nouns and verbs begin with capitals, as in headlines: there a capital tells nothing. */
function capitalsPrevail(tokens: readonly Token[]): boolean {
  let capitals = 0;
  let small = 0;
  for (const { text, pos } of tokens) {
    const first = text.charCodeAt(0);
    if (first >= 0x41 && first <= 0x5a) capitals++;
    else if (first >= 0x61 && first <= 0x7a && (pos === 'NOUN' || pos === 'VERB' || pos === 'ADJ')) small++;
  }
  return small * 4 < capitals;
}
