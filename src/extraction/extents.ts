import { type Complement, startsClause } from './complements.ts';
import { isBe, isDash } from './function-words.ts';
import { type Passage, quotedStretch } from './passage.ts';
import type { Run } from './phrases.ts';
import { GLOSS_NOUNS, speechVerb, type VerbForm } from './speech-words.ts';
import { subjectEndingAt } from './subjects.ts';

/** How the words of saying stand, as far as it decides where what was said ends. */
export interface Setting {
  /** The form of the verb of saying: what is joined to it by “and” has the same. */
  readonly form: VerbForm;
  readonly complement: Complement;
  /** Whether the words of saying are in a clause of their own before the main one: **When she said** …, he left. */
  readonly isSubordinate: boolean;
  /** Whether they are in a relative clause: a plan that critics **say** … */
  readonly isRelative: boolean;
}

/** How what goes on behind words that trail is read. */
export const PLAIN: Setting = { form: 'past', complement: 'clause', isSubordinate: false, isRelative: false };

/**
 * Where the words that start at `from` end.
 *
 * They go to the end of the sentence, unless the reporter takes over before: “…, a nod to …”, “…, adding that …”,
 * “… and called for …”, “…, according to …”, “…, but critics say …”. A long quotation may end behind the sentence.
 */
export function extentFrom(passage: Passage, from: number, sentence: Run, setting: Setting): number {
  const { tokens } = passage;
  // Before a clause has its verb, a comma is one of its own: he said the mayor, despite it all, left
  let isOpen = setting.complement === 'clause' || setting.complement === 'that' || setting.complement === 'question';
  for (let at = from; at < sentence.to; at++) {
    const stretch = quotedStretch(passage, at);
    if (isOpen && !stretch && isFiniteVerb(passage, at)) isOpen = false;
    if (stretch) {
      if (stretch.close - stretch.open > 3) isOpen = false;
      // what the board calls “smart mooring” is a rope
      if (at === from && setting.isRelative && stretch.close < sentence.to) return stretch.close + 1;
      if (stretch.close >= sentence.to) return Math.min(stretch.close, tokens.length);
      at = Math.max(at, stretch.close);
      const next = tokens[at + 1];
      const ended = tokens[stretch.close - 1];
      const pauses = ended?.text === ',' && next !== undefined && next.pos !== 'PUNCT';
      if (pauses && !isOpen && takesOverAtPause(passage, at + 1, sentence, setting)) return at;
      continue;
    }
    if (at > from && !isOpen && takesOver(passage, at, sentence, setting)) return at;
  }
  return sentence.to;
}

/** Whether a verb stands at `at` that can be a clause’s own: no participle, no infinitive. */
function isFiniteVerb({ tokens }: Passage, at: number): boolean {
  const token = tokens[at];
  if (token?.pos === 'AUX') return true;
  return token?.pos === 'VERB' && !/ing$/.test(token.norm) && tokens[at - 1]?.norm !== 'to';
}

/** Whether at the mark or conjunction at `at` the reporter goes on in another voice. */
function takesOver(passage: Passage, at: number, sentence: Run, setting: Setting): boolean {
  const { tokens } = passage;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || at + 1 >= sentence.to) return false;
  if (token.text === ';') return true;
  if (token.text === ',') return takesOverAtPause(passage, at + 1, sentence, setting);
  if (isDash(token.text)) return takesOverAtDash(passage, at, sentence);
  if (token.norm === 'and' || token.norm === 'but' || token.norm === 'then') {
    return saysAgain(passage, at + 1, sentence, setting) || speaks(passage, at + 1, sentence.to);
  }
  if (token.norm === 'while' || token.norm === 'whereas') return startsClause(passage, at + 1, sentence.to);
  return isPhrase(setting) && isOccasion(passage, at, sentence);
}

function isPhrase({ complement }: Setting): boolean {
  return complement === 'phrase' || complement === 'gerund';
}

const RELATIVES = new Set(['which', 'who', 'whom', 'whose', 'where']);
const CONTRASTS = new Set(['while', 'though', 'although', 'whereas']);
const NOT_SPEAKING = new Set(['reading', 'posting', 'recalling', 'ordering', 'detailing']);
const ASIDES = new Set(['compared', 'despite', 'just', 'although', 'prompting', 'drawing']);

/** Whether the reporter goes on at `at`, behind a comma. */
function takesOverAtPause(passage: Passage, at: number, sentence: Run, setting: Setting): boolean {
  const { tokens } = passage;
  const next = tokens[at];
  if (!next) return false;
  const { norm } = next;
  const high = sentence.to;
  if (norm === 'according' || ASIDES.has(norm)) return true;
  if (speechVerb(norm)?.form === 'ing' && !NOT_SPEAKING.has(norm)) return true;
  if (setting.isRelative && (next.pos === 'AUX' || (next.pos === 'VERB' && !/ing$/.test(norm)))) return true;
  if ((setting.isSubordinate || setting.isRelative) && startsClause(passage, at, high)) return true;
  if (norm === 'and' || norm === 'but' || norm === 'or' || norm === 'then') {
    if (saysAgain(passage, at + 1, sentence, setting) || speaks(passage, at + 1, high)) return true;
    if (norm === 'but' && actsAgain(passage, at + 1)) return true;
    return (
      norm === 'but' && (isPhrase(setting) || setting.complement === 'quote') && startsClause(passage, at + 1, high)
    );
  }
  // which he called a mistake
  if (RELATIVES.has(norm) && speaks(passage, at + 1, high, true)) return true;
  if (CONTRASTS.has(norm)) return startsClause(passage, at + 1, high);
  if (isGloss(passage, at, high) || isInvertedCue(passage, at) || speaks(passage, at, high)) return true;
  return isPhrase(setting) && RELATIVES.has(norm);
}

const AT_DASH = new Set('and but though although while even noting adding saying calling despite something'.split(' '));

function takesOverAtDash(passage: Passage, at: number, sentence: Run): boolean {
  const next = passage.tokens[at + 1];
  if (!next) return false;
  if (next.norm === 'a' || next.norm === 'an') return true;
  return AT_DASH.has(next.norm) || speechVerb(next.norm)?.form === 'ing' || isGloss(passage, at + 1, sentence.to);
}

/** “… and also called for”: a verb of saying without a subject of its own; behind a phrase any verb of the same form. */
function saysAgain({ tokens }: Passage, from: number, sentence: Run, setting: Setting): boolean {
  let at = from;
  while (at < sentence.to && (tokens[at]?.pos === 'ADV' || tokens[at]?.pos === 'AUX')) at++;
  const token = tokens[at];
  if (token?.pos !== 'VERB' || at >= sentence.to) return false;
  // and had been told
  if (isBe(tokens[at - 1]?.norm)) return false;
  const verb = speechVerb(token.norm);
  if (setting.form === 'ing') return /ing$/.test(token.norm) && (verb !== undefined || isPhrase(setting));
  if (verb?.form === 'past' || verb?.form === 'present') return verb.form === setting.form || setting.form === 'base';
  return isPhrase(setting) && setting.form === 'past' && /(?:ed|went|made|gave|took|told|left|came)$/.test(token.norm);
}

const PERSONS = new Set('he she they'.split(' '));

/** “…, but he urged them to …”: what the one who said it did next. */
function actsAgain({ tokens }: Passage, from: number): boolean {
  if (!PERSONS.has(tokens[from]?.norm ?? '')) return false;
  let at = from + 1;
  while (tokens[at]?.pos === 'ADV') at++;
  return tokens[at]?.pos === 'VERB' && /(?:ed|went|made|gave|took|told|left|came)$/.test(tokens[at]?.norm ?? '');
}

/** Words within which another one must have spoken. */
const SPEAKS_WITHIN = 16;

/** Whether somebody speaks in the clause that starts at `from`: “…, but Mr Lee said”, “…, and the mayor, who …, said”. */
function speaks(passage: Passage, from: number, high: number, acts = false): boolean {
  const { tokens, quotedAt } = passage;
  for (let at = from; at < Math.min(from + SPEAKS_WITHIN, high); at++) {
    const token = tokens[at];
    if (!token || quotedAt[at] !== -1) return false;
    if (token.pos !== 'VERB') continue;
    const verb = speechVerb(token.norm);
    if (!verb || verb.form === 'ing' || verb.form === 'base') return false;
    if (verb.frame === 'act' && !acts && !PERSONS.has(tokens[from]?.norm ?? '')) return false;
    let start = at;
    // those requests were denied
    if (isBe(tokens[at - 1]?.norm)) return false;
    while (start > from && (tokens[start - 1]?.pos === 'AUX' || tokens[start - 1]?.pos === 'ADV')) start--;
    const subject = start > from ? subjectEndingAt(passage, start, from) : null;
    return subject !== null && subject.from <= from + 2;
  }
  return false;
}

/** “…, said Mayor Reyes”: a verb of saying right behind the pause, with its speaker behind it. */
function isInvertedCue({ tokens }: Passage, at: number): boolean {
  const verb = speechVerb(tokens[at]?.norm ?? '');
  return verb !== undefined && verb.frame !== 'act' && verb.form !== 'ing' && tokens[at]?.pos === 'VERB';
}

/** “a nod to …”, “an apparent reference to …”, “a move that …” */
function isGloss({ tokens }: Passage, from: number, high: number): boolean {
  const article = tokens[from]?.norm;
  // …, claims that the report could not confirm
  if (tokens[from]?.pos === 'NOUN' && article?.endsWith('s') && GLOSS_NOUNS.has(article.slice(0, -1))) {
    return ['that', 'of', 'which'].includes(tokens[from + 1]?.norm ?? '');
  }
  if (article !== 'a' && article !== 'an' && article !== 'the') return false;
  for (let at = from + 1; at < Math.min(from + 4, high); at++) {
    const token = tokens[at];
    if (!token) return false;
    if (GLOSS_NOUNS.has(token.norm)) {
      const next = tokens[at + 1]?.norm ?? '';
      return ['to', 'at', 'that', 'of', 'on', 'against', 'he', 'she', 'they', 'which', 'from'].includes(next);
    }
    if (token.pos !== 'ADJ' && token.pos !== 'NOUN' && token.pos !== 'ADV') return false;
  }
  return false;
}

const OCCASIONS = new Set(
  `statement interview speech email e-mail tweet letter memo post conference briefing rally debate hearing interviews
  appearance telephone editorial essay column op-ed speeches tweets remarks testimony`.split(/\s+/),
);

/** “… in a tweet on Tuesday”, “… during an appearance on …”: where it was said is no part of it. */
function isOccasion({ tokens, chunks }: Passage, at: number, sentence: Run): boolean {
  const norm = tokens[at]?.norm;
  if (norm !== 'in' && norm !== 'during' && norm !== 'at') return false;
  const end = chunks.from[at + 1] === at + 1 ? (chunks.to[at + 1] ?? 0) : 0;
  return end > 0 && end <= sentence.to && OCCASIONS.has(tokens[end - 1]?.norm ?? '');
}
