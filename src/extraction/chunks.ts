import { isPossessive } from './function-words.ts';
import { isSpeakingPronoun } from './phrases.ts';
import { isPossessiveMark, type Token } from './token.ts';
import { isTimeWord } from './words-of-time.ts';

/** The base noun phrases of a paragraph, by place; a word that is in none has -1 in both. */
export interface Chunks {
  /** Where the noun phrase that holds the word starts. */
  readonly from: Int32Array;
  /** Behind its last word. */
  readonly to: Int32Array;
}

/**
 * Cuts a paragraph's words into base noun phrases, from left to right: a determiner, what modifies, the head.
 *
 *     [Mayor Alma Reyes] · [three former city officials] · [the city's own report] · [47%] of [voters] · [she] · [Some] say
 *
 * Text chunking after Abney, "Parsing by Chunks" (1991): a chunk ends with its head; what follows the head
 * ("of the city", "who left") is no part of it. Words of time stand by themselves: [Trump] [Tuesday].
 */
export function chunksOf(tokens: readonly Token[]): Chunks {
  const from = new Int32Array(tokens.length).fill(-1);
  const to = new Int32Array(tokens.length).fill(-1);
  for (let at = 0; at < tokens.length; ) {
    const end = chunkEnd(tokens, at);
    if (end === at) {
      at++;
      continue;
    }
    from.fill(at, at, end);
    to.fill(end, at, end);
    at = end;
  }
  return { from, to };
}

/** Words that mostly stand before a noun and by themselves are one: some said, both left. */
const QUANTIFIERS = new Set(
  'some many most all both few several others none each either neither half such any enough plenty more'.split(' '),
);
const OBJECT_PRONOUNS = new Set(
  `him her them me us himself herself itself themselves myself yourself ourselves somebody someone anybody anyone nobody
  everybody everyone nothing something everything`.split(/\s+/),
);
const DEMONSTRATIVES = new Set('this that these those'.split(' '));

function chunkEnd(tokens: readonly Token[], start: number): number {
  const first = tokens[start];
  if (!first) return start;
  let at = start;
  if (first.norm === 'all' || first.norm === 'both' || first.norm === 'half' || first.norm === 'such') {
    if (isDeterminer(tokens[at + 1])) at++;
  }
  const determined = isDeterminer(tokens[at]);
  if (determined) {
    at++;
    // the few, his many, no other
    while (QUANTIFIERS.has(tokens[at]?.norm ?? '') && tokens[at]?.pos !== 'NOUN') at++;
  } else if (isPronoun(first)) return start + 1;
  const body = at;
  const isTime = isTimeWord(tokens[at]?.norm ?? '');
  let head = -1;
  for (; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) break;
    if (head >= 0 && isTimeWord(token.norm) !== isTime && token.norm !== "'s") {
      if (!isTime || token.pos === 'VERB') break;
      if (tokens[head]?.norm !== "'s" && token.pos === 'PROPN') break;
    }
    if (isHead(token)) {
      if (token.pos === 'NUM' && head >= 0 && tokens[head]?.pos !== 'NUM' && tokens[head]?.pos !== 'PROPN') break;
      head = at;
    } else if (!modifies(tokens, at, body, determined)) break;
  }
  // the rich, a third
  const last = tokens[at - 1];
  const isBare = head < 0 && at > body && last?.pos === 'ADJ' && tokens[at]?.pos !== 'NOUN';
  if (isBare && (first.norm === 'the' || first.norm === 'a')) return at;
  if (head < 0) return determined && isAlone(first) ? body : start;
  // The possessive mark is no head: the city's | said
  while (head > body && tokens[head]?.norm === "'s") head--;
  return head + 1;
}

function isPronoun(token: Token): boolean {
  return (
    (isSpeakingPronoun(token) && !QUANTIFIERS.has(token.norm) && token.norm !== 'one') ||
    OBJECT_PRONOUNS.has(token.norm)
  );
}

/** Determiners and quantifiers that are nouns where none follows. */
function isAlone(token: Token): boolean {
  return (
    QUANTIFIERS.has(token.norm) ||
    DEMONSTRATIVES.has(token.norm) ||
    token.norm === 'one' ||
    token.norm === 'another' ||
    token.norm === 'her'
  );
}

function isDeterminer(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    ((token.pos === 'DET' && token.norm !== 'that') ||
      isPossessive(token.norm) ||
      (QUANTIFIERS.has(token.norm) && token.pos !== 'NOUN') ||
      token.norm === 'another' ||
      token.norm === 'no')
  );
}

function isHead(token: Token): boolean {
  return (
    token.pos === 'NOUN' ||
    token.pos === 'PROPN' ||
    token.pos === 'NUM' ||
    token.text === '%' ||
    token.norm === "'s" ||
    (token.pos === 'X' && /^\p{L}/u.test(token.text)) ||
    (token.pos === 'ADJ' && /^\p{Lu}/u.test(token.text)) ||
    token.norm === 'others'
  );
}

function modifies(tokens: readonly Token[], at: number, body: number, determined: boolean): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  const before = tokens[at - 1];
  if (!token || !next) return false;
  if (token.pos === 'ADJ') return true;
  if (isPossessiveMark(token)) return true;
  if (token.norm === '&' || token.text === '/') return before !== undefined && isHead(before) && isHead(next);
  if (token.text === '$' || token.text === '£' || token.text === '€') return next.pos === 'NUM';
  // a recently elected mayor
  if (token.pos === 'ADV') return determined && (next.pos === 'ADJ' || isParticiple(next)) && isBase(tokens, at + 2);
  // the base chief: a word between a determiner and a noun is no verb
  if (token.pos === 'VERB' && at === body && determined && isHead(next)) return true;
  // the elected mayor, leading economists
  if (isParticiple(token)) return (determined || before?.pos === 'ADJ') && isBase(tokens, at + 1);
  // current and former officials
  if (token.pos === 'CCONJ') {
    return at > body && before?.pos === 'ADJ' && (next.pos === 'ADJ' || isParticiple(next)) && isBase(tokens, at + 2);
  }
  // a small, quiet town
  if (token.text === ',') return at > body && before?.pos === 'ADJ' && next.pos === 'ADJ' && isBase(tokens, at + 2);
  return false;
}

function isBase(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return token !== undefined && (token.pos === 'ADJ' || token.pos === 'CCONJ' || isHead(token));
}

function isParticiple(token: Token): boolean {
  return token.pos === 'VERB' && /(?:ed|ing|en|own)$/.test(token.norm);
}
