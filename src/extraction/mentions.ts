import type { Span } from '../article/article.ts';
import { type Name, namesIn } from './names.ts';
import type { Passage } from './passage.ts';
import type { Run } from './phrases.ts';
import { type Portrait, portraitOf } from './portraits.ts';
import { speechVerb } from './speech-words.ts';
import { isPossessiveMark, type Token } from './token.ts';

/** What a name or a pronoun does in its clause, as far as its neighbours show; mutual is what two do to each other. */
export type Part = 'subject' | 'mutual' | 'possessor' | 'other';

/** A name at its place in an article. */
export interface NameMention extends Name {
  readonly paragraph: number;
  /** The sentence it stands in, and which of its paragraph that is. */
  readonly sentence: Span;
  readonly sentenceIndex: number;
  /** Whether it stands in quotation marks: spoken of, not speaking. */
  readonly isQuoted: boolean;
  /** Whether most words have a capital, or it is the headline: there two names may look like one. */
  readonly isHeadline: boolean;
  /** Whether it begins the sentence, where common words have a capital as well. */
  readonly isFirst: boolean;
  /** Whether its last word is tagged as a common word. */
  readonly isNoun: boolean;
  readonly part: Part;
  readonly portrait: Portrait;
}

/** The names in a paragraph, in printed order; those of a dateline, a byline or a credit are nobody of the story. */
export function mentionsIn(passage: Passage): readonly NameMention[] {
  const { tokens, paragraph } = passage;
  if (isCredit(passage)) return [];
  const dateline = datelineEnd(passage);
  return passage.sentences.flatMap((run, sentenceIndex) => {
    const isHeadline = paragraph.role === 'headline' || isTitled(tokens, run);
    const first = tokens[run.from];
    const last = tokens[run.to - 1];
    if (!first || !last || run.to <= dateline) return [];
    const sentence = { start: first.start, end: last.end };
    const low = Math.max(run.from, dateline);
    return withPeers(tokens, namesIn(tokens, { from: low, to: run.to })).map(({ name, peer }): NameMention => {
      const own = partOf(tokens, name, run);
      return {
        start: name.start,
        end: name.end,
        from: name.from,
        to: name.to,
        words: name.words,
        wordsStart: name.wordsStart,
        nickname: name.nickname,
        generation: name.generation,
        honorific: name.honorific,
        gender: name.gender,
        titles: name.titles,
        isBody: name.isBody,
        isWeak: name.isWeak,
        sentence,
        sentenceIndex,
        paragraph: paragraph.index,
        isQuoted: passage.quotedAt[name.from] !== -1,
        isHeadline,
        isNoun: tokens[name.to - 1]?.pos !== 'PROPN',
        isFirst: name.from === low || opensBefore(passage, name.from),
        part: own === 'other' && peer && partOf(tokens, peer, run) === 'subject' ? 'subject' : own,
        portrait: portraitOf(tokens, name, run),
      };
    });
  });
}

/** Whether a mark that opens something stands right before a word: behind one that closes, a name is no first word. */
function opensBefore({ tokens, quotedAt }: Passage, at: number): boolean {
  const mark = tokens[at - 1]?.text ?? '';
  if (/^[:(—–-]+$/.test(mark)) return true;
  return /^(?:[“"‘'«]|``|'')$/.test(mark) && quotedAt[at] !== -1;
}

/** Words up to which a sentence may be a title over some paragraphs. */
const LONGEST_TITLE = 20;

/** Mayor Reyes Opens Bridge at Last · TRUMP WINS */
function isTitled(tokens: readonly Token[], { from, to }: Run): boolean {
  if (to - from > LONGEST_TITLE || to - from < 3 || tokens[to - 1]?.text === '.') return false;
  let [capitals, small] = [0, 0];
  for (let at = from; at < to && small * 5 <= to - from; at++) {
    const { text, norm } = tokens[at] ?? { text: '', norm: '' };
    if (text !== norm) capitals += text.length > 3 || text === text.toUpperCase() ? 1 : 0;
    else if (text.length > 3 && /^\p{Ll}/u.test(text)) small++;
  }
  return capitals >= 3 && small * 5 <= capitals;
}

/** Names with the one that is named together with them: [Jo Lane] and [Ann Dow] */
function withPeers(
  tokens: readonly Token[],
  names: readonly Name[],
): readonly { name: Name; peer: Name | undefined }[] {
  const isJoined = (one: Name | undefined, other: Name | undefined) =>
    one !== undefined && other !== undefined && other.from === one.to + 1 && tokens[one.to]?.norm === 'and';
  return names.map((name, index) => {
    const [before, after] = [names[index - 1], names[index + 1]];
    return { name, peer: isJoined(before, name) ? before : isJoined(name, after) ? after : undefined };
  });
}

/** Words within which a dateline ends. */
const LONGEST_DATELINE = 14;

/** TRENTON, N.J. (AP) — · WASHINGTON — · Mexico City (AFP) – */
function datelineEnd({ tokens, sentences }: Passage): number {
  const isCapital = /^\p{Lu}[\p{Lu}.]+$/u.test(tokens[0]?.text ?? '');
  let hasAgency = false;
  const high = Math.min(LONGEST_DATELINE, tokens.length, isCapital ? tokens.length : (sentences[0]?.to ?? 0));
  for (let at = 0; at < high; at++) {
    const token = tokens[at];
    if (!token || token.pos === 'VERB' || token.pos === 'AUX') return 0;
    if (token.text === '(') hasAgency = /^\p{Lu}{2}/u.test(tokens[at + 1]?.text ?? '');
    if (/^(?:—|–|--|-)$/.test(token.text)) return at > 0 && (isCapital || hasAgency) ? at + 1 : 0;
  }
  return 0;
}

/** By Jo Lane · Photo by Jo Lane · Reporting by Jo Lane; editing by Ann Dow · Jo Lane contributed to this report. */
function isCredit({ tokens }: Passage): boolean {
  if (tokens.length > 40) return false;
  const first = tokens[0]?.norm === '(' ? tokens[1] : tokens[0];
  if (first?.norm === 'by' && tokens.length <= 14) return !tokens.some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  if (
    /^(?:photo|photograph|photos|picture|image|credit|reporting|editing|writing|follow|contact)$/.test(
      first?.norm ?? '',
    )
  ) {
    return tokens.slice(0, 4).some(({ norm }) => /^(?:by|:|credit|at|on)$/.test(norm));
  }
  return tokens.some(
    ({ norm }, at) =>
      norm === 'contributed' &&
      tokens[at + 1]?.norm === 'to' &&
      /^(?:report|story|article)$/.test(tokens[at + 3]?.norm ?? ''),
  );
}

/** How far the verb of a name is looked for. */
const REACH = 24;

/**
 * What a name or another noun phrase does in its clause.
 *
 *     [Jo Lane] spoke · [Jo Lane], a farmer, spoke · said [Jo Lane]      subject
 *     [Lane]’s farm                                                      possessor
 */
export function partOf(tokens: readonly Token[], { from, to }: Run, sentence: Run): Part {
  const next = tokens[to];
  if (next && to < sentence.to && isPossessiveMark(next)) return 'possessor';
  if (isGoverned(tokens, from, sentence)) return 'other';
  if (isSaidBefore(tokens, from, sentence)) return 'subject';
  let at = /^(?:of|from)$/.test(tokens[to]?.norm ?? '') ? placeEnd(tokens, to, sentence) : to;
  const mark = tokens[at]?.text;
  if (mark === ',' || mark === '(' || mark === '—' || mark === '–') {
    // Its owner, Jo Lane, spoke
    const isSetOff = mark === ',' && tokens[from - 1]?.text === ',' && tokens[from - 2]?.pos !== 'PROPN';
    if (isSetOff && isVerbAt(tokens, at + 1, sentence)) return 'subject';
    // Lane met Jo Dow, who lost, and left: whom he met is no subject.
    if (tokens[from - 1]?.pos === 'VERB') return 'other';
    at = asideEnd(tokens, at, sentence);
    if (at < 0) return 'other';
  }
  while (at < sentence.to && (tokens[at]?.pos === 'ADV' || REFLEXIVE.has(tokens[at]?.norm ?? ''))) at++;
  const verb = tokens[at];
  if (!verb || at >= sentence.to) return 'other';
  if (verb.pos === 'AUX') return 'subject';
  // Lane met Dow: either of them may be the one of whom more is told.
  if (MUTUAL.has(verb.norm) && /^(?:PROPN|DET|NOUN|PRON|ADJ)$/.test(tokens[at + 1]?.pos ?? '')) return 'mutual';
  return (verb.pos === 'VERB' && !/ing$/.test(verb.norm)) || speechVerb(verb.norm)?.form === 'past'
    ? 'subject'
    : 'other';
}

/** Jo Lane [of Wells, D.C.,] spoke */
function placeEnd(tokens: readonly Token[], from: number, sentence: Run): number {
  let at = from + 1;
  while (at < Math.min(sentence.to, from + 8)) {
    const token = tokens[at];
    const isComma = token?.text === ',' && tokens[at + 1]?.pos === 'PROPN';
    if (!token || (token.pos !== 'PROPN' && token.pos !== 'DET' && !isComma && token.pos !== 'NOUN')) break;
    at++;
  }
  return at;
}

function isVerbAt(tokens: readonly Token[], from: number, sentence: Run): boolean {
  let at = from;
  while (at < sentence.to && tokens[at]?.pos === 'ADV') at++;
  const pos = at < sentence.to ? tokens[at]?.pos : undefined;
  return pos === 'VERB' || pos === 'AUX';
}

/** Lane [herself] said */
const REFLEXIVE = new Set(['himself', 'herself', 'itself']);

/** What two do to each other. */
const MUTUAL = new Set(
  'met meets meet married marries faced faces fought fights debated debates joined joins'.split(' '),
);

/** Whether the noun phrase stands behind a preposition or a verb: with the campaign manager [Jo Lane] */
function isGoverned(tokens: readonly Token[], from: number, sentence: Run): boolean {
  for (let at = from - 1; at >= Math.max(sentence.from, from - 8); at--) {
    const token = tokens[at];
    if (!token) return false;
    if (token.pos === 'ADP') return token.norm !== 'like' && token.norm !== 'unlike' && !isSubordinating(tokens, at);
    if (
      token.pos !== 'NOUN' &&
      token.pos !== 'ADJ' &&
      token.pos !== 'DET' &&
      token.pos !== 'PROPN' &&
      token.norm !== "'s"
    )
      return false;
  }
  return false;
}

/** "after Lane spoke": the tagger takes it for a preposition at times. */
function isSubordinating(tokens: readonly Token[], at: number): boolean {
  return /^(?:after|before|since|until|as|that|than|while|because)$/.test(tokens[at]?.norm ?? '');
}

/** …,” said [Jo Lane] */
function isSaidBefore(tokens: readonly Token[], from: number, sentence: Run): boolean {
  for (let at = from - 1; at >= Math.max(sentence.from, from - 6); at--) {
    const token = tokens[at];
    if (!token) return false;
    if (token.pos === 'VERB')
      return speechVerb(token.norm)?.frame === 'clause' && /^[,”"’'?!—–]$/.test(tokens[at - 1]?.text ?? '');
    if (
      token.pos !== 'NOUN' &&
      token.pos !== 'ADJ' &&
      token.pos !== 'DET' &&
      token.norm !== "'s" &&
      token.pos !== 'PROPN'
    )
      return false;
  }
  return false;
}

/** Behind the mark that closes an aside; -1 where none does soon. */
function asideEnd(tokens: readonly Token[], open: number, sentence: Run): number {
  const mark = tokens[open]?.text === '(' ? ')' : (tokens[open]?.text ?? ',');
  for (let at = open + 1; at < Math.min(sentence.to, open + REACH); at++) {
    if (tokens[at]?.text !== mark) continue;
    const next = tokens[at + 1];
    if (next && (next.pos === 'VERB' || next.pos === 'AUX' || next.pos === 'ADV')) return at + 1;
    if (mark === ')') return at + 1;
  }
  return -1;
}
