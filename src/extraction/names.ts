import type { Span } from '../article/article.ts';
import { isRoleWord } from './facts/fact-words.ts';
import type { Run } from './phrases.ts';
import type { Token } from './token.ts';

/** What an honorific tells of the one it stands with; null where it tells nothing. */
export type Gender = 'masculine' | 'feminine' | null;

/** A name as it is printed at one place. */
export interface Name extends Span {
  /** The words of the name alone: no honorific, no title. */
  readonly words: readonly string[];
  /** "Mr" as printed, else null. */
  readonly honorific: string | null;
  readonly gender: Gender;
  /** The titles right before the name, lower case: "mayor" of "Mayor Alma Reyes". */
  readonly titles: readonly string[];
  /** Whether a word of it shows that a body is named: "Bank of England", "NATO", "GreatFire.org". */
  readonly isBody: boolean;
}

const MASCULINE = new Set(['mr', 'mr.', 'messrs', 'messrs.', 'sir', 'lord', 'monsieur', 'herr', 'señor']);
const FEMININE = new Set(['mrs', 'mrs.', 'ms', 'ms.', 'miss', 'dame', 'lady', 'madame', 'frau', 'señora']);
const EITHER = new Set(['dr', 'dr.', 'mx', 'mx.', 'prof', 'prof.']);

/** Small words that stand inside names: Ludwig van Beethoven, Mohammed bin Salman, Bank of England. */
const PARTICLES = new Set(
  'de del della di da dos das du van von der den ter bin ibn al el la le of & without and for'.split(' '),
);
/** Of these, the ones that join only where the name so far is that of a body: "Bank of England", "Doctors Without Borders". */
const BODY_PARTICLES = new Set(['of', '&', 'and', 'for']);

/** Words that are printed with a capital and are no names. */
const CAPITALISED = new Set(
  `i the a an this that these those he she it they we you his her its their our my but and or so yet in on at by for from
  with as if when while after before since because although though however meanwhile there here what who why how where
  monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december yesterday today tomorrow mr mrs ms others both many some most all no one according asked
  internet twitter`.split(/\s+/),
);

/** Whether a word may be part of a name: it is printed with a capital and is not one that always or often is. */
export function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}[\p{L}\p{M}\p{N}'’.&-]*$/u.test(token.text) && !CAPITALISED.has(token.norm);
}

function genderOf(norm: string): Gender {
  return MASCULINE.has(norm) ? 'masculine' : FEMININE.has(norm) ? 'feminine' : null;
}

export function isHonorific(token: Token | undefined): boolean {
  return token !== undefined && (MASCULINE.has(token.norm) || FEMININE.has(token.norm) || EITHER.has(token.norm));
}

/**
 * The names in a run of words, in printed order.
 *
 *     US President [Barack Obama] · [Mr Xi] · [Mohammed bin Salman] · [Institute of Ports] · [Reporters Without Borders]
 *
 * Misses: names printed in small letters (danah boyd), and two names without a mark between them.
 */
export function namesIn(tokens: readonly Token[], { from, to }: Run): readonly Name[] {
  const names: Name[] = [];
  for (let at = from; at < to; at++) {
    const honorific = isHonorific(tokens[at]) && isNameWord(tokens[at + 1]) && at + 1 < to ? tokens[at] : undefined;
    const start = honorific ? at + 1 : at;
    if (!honorific && !isNameStart(tokens, at)) continue;
    const end = nameEnd(tokens, start, to);
    const name = nameOf(tokens, start, end, honorific);
    if (name) names.push(name);
    at = end - 1;
  }
  return names;
}

/** A common word at the start of a sentence has a capital as well: there the tagger decides. */
function isNameStart(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!isNameWord(token)) return false;
  const isFirst = at === 0 || /^[.!?“"‘'(:–—]$/.test(tokens[at - 1]?.text ?? '');
  return (
    !isFirst ||
    token?.pos === 'PROPN' ||
    isNameWord(tokens[at + 1]) ||
    /^(?:\p{Lu}|\p{L}.*\p{Lu})/u.test(token?.text.slice(1) ?? '')
  );
}

function nameEnd(tokens: readonly Token[], start: number, to: number): number {
  let end = start + 1;
  while (end < to) {
    const token = tokens[end];
    if (isNameWord(token)) end++;
    else if (isNickname(tokens, end, to)) end += 3;
    else if (
      PARTICLES.has(token?.norm ?? '') &&
      isNameWord(tokens[end + 1]) &&
      end + 1 < to &&
      joins(tokens, start, end)
    )
      end += 2;
    else break;
  }
  return end;
}

/** William “Bill” Weld */
function isNickname(tokens: readonly Token[], at: number, to: number): boolean {
  const quoted = /^["“‘']$/.test(tokens[at]?.text ?? '') && /^["”’']$/.test(tokens[at + 2]?.text ?? '');
  return quoted && at + 3 < to && isNameWord(tokens[at + 1]) && isNameWord(tokens[at + 3]);
}

function joins(tokens: readonly Token[], start: number, at: number): boolean {
  const particle = tokens[at]?.norm ?? '';
  if (!BODY_PARTICLES.has(particle)) return true;
  return tokens.slice(start, at).some((token) => isBodyName(token.text));
}

const BODIES =
  /^(?:bank|university|college|institute|department|ministry|office|bureau|board|council|committee|commission|association|agency|society|federation|union|league|house|court|church|center|centre|school|museum|library|party|army|navy|foundation|fund|organi[sz]ation|chamber|conference|congress|parliament|senate|assembly|government|administration|group|company|corporation|inc\.?|corp\.?|ltd\.?|llc|plc|news|times|post|journal|press|police|authority|service|trust|network|coalition|alliance|campaign|movement|institution|academy|hospital|team|club|states|nations|kingdom|republic|emirates)$/i;

/** Whether a word of a name shows that a body, not a person, is named. */
export function isBodyName(word: string): boolean {
  return BODIES.test(word) || /^[A-Z]{2,}$/.test(word) || /\.(?:com|org|net|gov|edu)$/i.test(word);
}

function nameOf(tokens: readonly Token[], start: number, end: number, honorific: Token | undefined): Name | null {
  let behind = start;
  while (behind < end && isTitle(tokens[behind])) behind++;
  // US President Barack Obama is no body for the sake of "US"; US Steel and the US Senate are.
  const telling = tokens.slice(start, behind).every((token) => isBodyName(token.text)) ? start : behind;
  const isBody = tokens.slice(telling, end).some((token) => isBodyName(token.text));
  const first = isBody ? start : behind;
  const titles = tokens.slice(start, first).map((token) => token.norm);
  const words = tokens.slice(first, end);
  const head = honorific ?? words[0];
  const last = words.at(-1);
  if (!head || !last) return null;
  return {
    start: head.start,
    end: last.end,
    words: words.map((word) => word.text),
    honorific: honorific?.text ?? null,
    gender: honorific ? genderOf(honorific.norm) : null,
    titles,
    isBody,
  };
}

/** "President", "Sen.", "US" before a name; a nationality counts, for it is no part of the name. */
function isTitle(token: Token | undefined): boolean {
  if (!token || PLURAL.test(token.norm)) return false;
  return (
    isRoleWord(token.norm.replace(/\.$/, '')) ||
    ABBREVIATED.has(token.norm) ||
    /^(?:U\.?S\.?|U\.?K\.?|EU|UN)$/.test(token.text) ||
    (token.pos === 'ADJ' && /(?:an|ese|ish|ic|i)$/.test(token.norm))
  );
}

/** Titles are those of one person: "Reporters" begins the name of a body. */
const PLURAL = /\p{L}{2}[^s]s$/u;

const ABBREVIATED = new Set(
  'sen. sens. rep. reps. gov. gov pres. gen. col. lt. sgt. capt. cpl. maj. adm. cmdr. rev. hon. vice prime first lady'.split(
    ' ',
  ),
);
