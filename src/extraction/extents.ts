import { type Passage, quotedStretch } from './passage.ts';
import { nounPhraseBefore, type Run } from './phrases.ts';
import { GLOSS_NOUNS, speechVerb } from './speech-words.ts';
import type { Token } from './token.ts';

/** How far what was said goes. */
export interface Extent {
  readonly to: number;
  /** Whether the words in quotation marks at its end go on behind the sentence. */
  readonly goesOn: boolean;
}

/**
 * Where the words that start at `from` end.
 *
 * They go to the end of the sentence, unless the reporter takes over before: “…, a nod to …”, “…, adding that …”,
 * “… and called for …”, “…, according to …”, “…, who …” behind a phrase.
 */
export function extentFrom(passage: Passage, from: number, sentence: Run, isPhrase: boolean): Extent {
  const { tokens } = passage;
  for (let at = from; at < sentence.to; at++) {
    const stretch = quotedStretch(passage, at);
    if (stretch) {
      if (stretch.close >= sentence.to) return { to: Math.min(stretch.close, tokens.length), goesOn: true };
      at = Math.max(at, stretch.close);
      const next = tokens[at + 1];
      const ended = tokens[stretch.close - 1];
      const comma = ended?.text === ',' && next !== undefined && next.pos !== 'PUNCT' ? at : -1;
      if (comma >= 0 && takesOver(passage, comma, sentence, isPhrase)) return { to: at, goesOn: false };
      continue;
    }
    if (at > from && takesOver(passage, at, sentence, isPhrase)) return { to: at, goesOn: false };
  }
  return { to: sentence.to, goesOn: false };
}

/** Whether at the comma, dash or “and” at `at` the reporter goes on in another voice. */
function takesOver(passage: Passage, at: number, sentence: Run, isPhrase: boolean): boolean {
  const { tokens } = passage;
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || at + 1 >= sentence.to) return false;
  if (token.text === ';') return true;
  const pause = token.text === ',' || passage.quotedAt[at] !== -1;
  if (token.norm === 'and' || token.norm === 'but') return saysAgain(tokens, at + 1, sentence.to);
  if (!pause) return false;
  if (next.norm === 'according') return true;
  if (speechVerb(next.norm)?.form === 'ing' && !NOT_SPEAKING.has(next.norm)) return true;
  if (next.norm === 'and' || next.norm === 'but' || next.norm === 'then') {
    if (saysAgain(tokens, at + 2, sentence.to)) return true;
    return next.norm === 'but' && speaksSoon(tokens, at + 2, sentence.to);
  }
  if (isGloss(tokens, at + 1, sentence.to)) return true;
  if (attributionEnds(tokens, at + 1, sentence.to)) return true;
  if (isPhrase && RELATIVES.has(next.norm)) return true;
  return (
    (next.norm === 'while' || next.norm === 'though' || next.norm === 'although') &&
    speaksSoon(tokens, at + 2, sentence.to)
  );
}

const RELATIVES = new Set(['which', 'who', 'whom', 'whose', 'where']);
const NOT_SPEAKING = new Set(['reading', 'calling', 'posting', 'recalling', 'ordering', 'detailing']);

/** “… and also called for”: a verb of saying without a subject of its own. */
function saysAgain(tokens: readonly Token[], from: number, high: number): boolean {
  let at = from;
  while (at < high && (tokens[at]?.pos === 'ADV' || tokens[at]?.pos === 'AUX')) at++;
  const token = tokens[at];
  const verb = token && speechVerb(token.norm);
  return (
    token !== undefined &&
    verb !== undefined &&
    token.pos === 'VERB' &&
    (verb.form === 'past' || verb.form === 'present')
  );
}

/** Whether another one speaks within the next words: “…, but Mr Lee said”. */
function speaksSoon(tokens: readonly Token[], from: number, high: number): boolean {
  for (let at = from; at < Math.min(from + 9, high); at++) {
    const token = tokens[at];
    if (!token || token.text === ',') return false;
    const verb = speechVerb(token.norm);
    if (verb && token.pos === 'VERB') return nounPhraseBefore(tokens, at, from - 1) >= 0;
    if (token.pos === 'VERB') return false;
  }
  return false;
}

/** “…, Li said.”: who said it and the verb, and then a mark or the end. */
function attributionEnds(tokens: readonly Token[], from: number, high: number): boolean {
  for (let at = from + 1; at < Math.min(from + 7, high); at++) {
    const token = tokens[at];
    if (!token || token.pos === 'PUNCT') return false;
    if (token.pos !== 'VERB') continue;
    const verb = speechVerb(token.norm);
    if (!verb || verb.form === 'ing' || verb.frame === 'act') return false;
    const next = tokens[at + 1];
    const ends = at + 1 >= high || next === undefined || next.text === ',' || next.text === '.';
    return ends && nounPhraseBefore(tokens, at, from) === from;
  }
  return false;
}

/** “a nod to …”, “an apparent reference to …”, “a move that …” */
function isGloss(tokens: readonly Token[], from: number, high: number): boolean {
  const article = tokens[from]?.norm;
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
