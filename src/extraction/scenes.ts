import type { Span } from '../article/article.ts';
import type { Cast, Figure } from './cast.ts';
import { isPossessive } from './function-words.ts';
import { type Gender, genderOf } from './gender.ts';
import { type Part, partOf } from './mentions.ts';
import { isHonorific, isPeople } from './name-words.ts';
import type { Passage } from './passage.ts';
import { isGroupWord, isPersonWord } from './person-words.ts';
import type { Run } from './phrases.ts';
import type { Token } from './token.ts';
import { type Determiner, describedBy, type Trait } from './traits.ts';

/** Where somebody stands in a sentence. */
interface Standing {
  /** Place of the word. */
  readonly at: number;
  /** Place in the text. */
  readonly start: number;
  readonly part: Part;
}

/** Somebody who is on stage in a sentence: named, described, or only a pronoun. */
export type Appearance = Standing &
  (
    | { readonly kind: 'figure'; readonly figure: Figure; readonly asks: boolean }
    /** A surname that several people share. */
    | { readonly kind: 'several'; readonly gender: Gender }
    | Description
    | { readonly kind: 'pronoun'; readonly gender: Gender }
    | { readonly kind: 'it' }
  );

/** "the mayor", "a farmer": one person or one body. */
export interface Description {
  readonly kind: 'described';
  readonly trait: Trait;
  readonly determiner: Determiner;
  readonly isBody: boolean;
  readonly gender: Gender;
}

/** A sentence as a stage: who appears in it, in printed order. What stands in quotation marks is left out. */
export interface Scene {
  readonly paragraph: number;
  readonly sentence: Span;
  readonly appearances: readonly Appearance[];
  /** Whether it has words of the reporter at all. */
  readonly isTold: boolean;
  /** Where its first clause ends, if that is a subordinate one. */
  readonly fronted: number;
  /** Whether that clause may be about somebody who is named only behind it: While he was away, Lane said … */
  readonly isAhead: boolean;
}

/** A sentence in which more appear is a list, and leaves no pronoun with one reading. */
const MOST = 40;

/** The sentences of a paragraph as scenes. */
export function scenesOf(
  passage: Passage,
  cast: Cast,
  speaks: (paragraph: number, at: number) => boolean,
): readonly Scene[] {
  const { tokens, paragraph } = passage;
  const references = cast.referencesOf(paragraph.index);
  const isSource = (at: number) => speaks(paragraph.index, at);
  let next = 0;
  return passage.sentences.map((run): Scene => {
    const appearances: Appearance[] = [];
    let isTold = false;
    for (let at = run.from; at < run.to; at++) {
      const token = tokens[at];
      if (!token || passage.quotedAt[at] !== -1) continue;
      isTold ||= token.pos !== 'PUNCT';
      while ((references[next]?.mention.to ?? Number.POSITIVE_INFINITY) <= at) next++;
      const reference = references[next];
      if (reference && reference.mention.from <= at) {
        const { part, to, from, start } = reference.mention;
        const { naming, mention } = reference;
        if (naming.kind === 'one') {
          const asks = part === 'subject' && asksAt(tokens, to, run);
          // "Russians" are many, and none of them is "he".
          if (!isPeople(mention.words[0]?.toLowerCase() ?? '')) {
            appearances.push({ kind: 'figure', at: from, start, part, figure: naming.figure, asks });
          }
        } else appearances.push({ kind: 'several', at: from, start, part, gender: mention.gender });
        at = to - 1;
        next++;
        continue;
      }
      const appearance = appearanceAt(tokens, at, run, isSource);
      if (appearance) appearances.push(appearance);
    }
    const first = tokens[run.from];
    const last = tokens[run.to - 1];
    const fronted = frontedEnd(tokens, run);
    const behind = appearances.find(({ at, part }) => at > fronted && part === 'subject');
    return {
      paragraph: paragraph.index,
      sentence: { start: first?.start ?? 0, end: last?.end ?? 0 },
      appearances: appearances.length > MOST ? [] : appearances,
      isTold,
      fronted,
      isAhead: behind !== undefined && behind.kind !== 'pronoun' && behind.kind !== 'it',
    };
  });
}

/** [Lane] had asked Dow whether … */
function asksAt(tokens: readonly Token[], from: number, sentence: Run): boolean {
  for (let at = from; at < Math.min(sentence.to, from + 4); at++) {
    const token = tokens[at];
    if (token?.pos === 'VERB')
      return /^(?:told|tells?|(?:ask|quizz?|press|question|interview|challeng|urg|invit|order)(?:e?d|e?s|ing)?)$/.test(
        token.norm,
      );
  }
  return false;
}

/** While **he** was away, Lane said … */
function frontedEnd(tokens: readonly Token[], { from, to }: Run): number {
  const first = tokens[from];
  if (!first) return from;
  const isFronted =
    first.pos === 'SCONJ' ||
    first.pos === 'ADP' ||
    (first.pos === 'VERB' && /(?:ing|ed)$/.test(first.norm)) ||
    /^(?:when|while|as|if|after|before|since|though|although|asked)$/.test(first.norm);
  if (!isFronted) return from;
  for (let at = from + 1; at < to; at++) if (tokens[at]?.text === ',') return at;
  return from;
}

function appearanceAt(
  tokens: readonly Token[],
  at: number,
  sentence: Run,
  isSource: (at: number) => boolean,
): Appearance | null {
  const token = tokens[at];
  if (!token) return null;
  const { start } = token;
  switch (token.norm) {
    case 'he':
    case 'she':
      return { kind: 'pronoun', at, start, part: 'subject', gender: genderOf(token.norm) };
    case 'his':
      return { kind: 'pronoun', at, start, part: 'possessor', gender: 'masculine' };
    case 'her': {
      const next = tokens[at + 1];
      const isPossessive =
        next !== undefined && (next.pos === 'NOUN' || next.pos === 'ADJ' || next.pos === 'PROPN' || next.pos === 'NUM');
      return { kind: 'pronoun', at, start, part: isPossessive ? 'possessor' : 'other', gender: 'feminine' };
    }
    case 'him':
    case 'himself':
    case 'herself':
      return { kind: 'pronoun', at, start, part: 'other', gender: genderOf(token.norm) };
    case 'it':
      return { kind: 'it', at, start, part: 'subject' };
    default:
      return describedAt(tokens, at, sentence, isSource);
  }
}

/** porter, violinist: mostly somebody; as the subject of a sentence never to be passed over. */
function isMaker(norm: string): boolean {
  return /\p{L}{3}(?:er|or|ist|ian|man|woman)$/u.test(norm);
}

const BE = new Set(['is', 'was', 'be', 'been', 'being', 'became', 'become', 'as', 'are', 'were']);

function isDetermining(token: Token | undefined): boolean {
  return token?.pos === 'DET' || token?.norm === 'one' || token?.norm === 'another' || isPossessive(token?.norm ?? '');
}

/** A noun for one person or body, with its article before it: "the former mayor", "a farmer", "the agency". */
function describedAt(
  tokens: readonly Token[],
  at: number,
  sentence: Run,
  isSource: (at: number) => boolean,
): Appearance | null {
  const noun = tokens[at];
  if (noun?.pos !== 'NOUN') return null;
  const isBody = isGroupWord(noun.norm);
  const isPerson = isPersonWord(noun.norm);
  const speaks = !isBody && !isPerson && isSource(at);
  const isNew = /^(?:a|an|one|another)$/.test(tokens[at - 1]?.norm ?? '');
  if (!isBody && !isPerson && !speaks && !isNew && !isMaker(noun.norm)) return null;
  const next = tokens[at + 1];
  if (next && at + 1 < sentence.to && (next.pos === 'NOUN' || next.pos === 'PROPN')) return null;
  let from = at;
  while (from > sentence.from && at - from < 6) {
    const before = tokens[from - 1];
    if (!before || (before.pos !== 'NOUN' && before.pos !== 'ADJ' && before.pos !== 'PROPN' && before.norm !== "'s"))
      break;
    from--;
  }
  // Born’s cook
  const isOwned = tokens[from]?.pos === 'PROPN' && tokens[at - 1]?.norm === "'s";
  const start = isOwned ? from : from - 1;
  if (start < sentence.from || !(isOwned || isDetermining(tokens[start]))) return null;
  // the mayor, Jo Lane, …
  if (next?.text === ',' && (tokens[at + 2]?.pos === 'PROPN' || isHonorific(tokens[at + 2]))) return null;
  // Jo Lane, the mayor, … / Lane is the mayor
  const before = tokens[start - 1];
  if (before && start > sentence.from) {
    if (BE.has(before.norm)) return null;
    if (before.text === ',' && tokens[start - 2]?.pos === 'PROPN') return null;
  }
  const run = { from: start, to: at + 1 };
  const described = describedBy(tokens, run);
  const part = partOf(tokens, run, sentence);
  if (!described || (!isBody && !isPerson && !speaks && part !== 'subject')) return null;
  return {
    kind: 'described',
    at,
    start: noun.start,
    part,
    isBody,
    gender: genderOf(noun.norm),
    ...described,
  };
}
