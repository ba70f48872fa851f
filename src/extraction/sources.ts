import type { Span } from '../article/article.ts';
import type { Cast, Reference } from './cast.ts';
import type { Place } from './joined-stretches.ts';
import { isPeople } from './name-words.ts';
import type { Passage } from './passage.ts';
import { isPeopleWord, isPersonWord } from './person-words.ts';
import type { Run } from './phrases.ts';
import { isSpeakingNoun, isUnnamedTag } from './speaker-labels.ts';
import type { Token } from './token.ts';
import { type Determiner, describedBy, type Trait } from './traits.ts';

/** What the words of a source are, before it is known who is meant. */
export type Source =
  /** "Mayor Alma Reyes, who …" */
  | { readonly kind: 'name'; readonly reference: Reference }
  /** "he"; `at` is its place. */
  | { readonly kind: 'pronoun'; readonly at: number; readonly norm: string }
  /** "the mayor", with whatever is tied to it left out. */
  | { readonly kind: 'description'; readonly run: Run; readonly trait: Trait; readonly determiner: Determiner }
  /** "the Wells museum": a body whose name ends in a common noun. */
  | { readonly kind: 'body'; readonly name: Span }
  /** "Reyes and Lane", "Republicans", "critics": nobody by name. */
  | { readonly kind: 'others' };

const OTHERS: Source = { kind: 'others' };

const PRONOUNS = new Set(
  'he she they it i we you who which that one others many some most both everyone him her them this these those'.split(
    ' ',
  ),
);

/** Reads the words that are credited. */
export function readSource(passage: Passage, place: Place, cast: Cast): Source {
  const { tokens } = passage;
  if (passage.paragraph.role === 'utterance' && isUnnamedTag(tokens.slice(place.from, place.to))) return OTHERS;
  const only = onlyWord(tokens, place);
  const word = tokens[only];
  if (word && PRONOUNS.has(word.norm)) return { kind: 'pronoun', at: only, norm: word.norm };
  // Poll: Reyes leads
  if (word && isSpeakingNoun(word.norm)) return description(tokens, place, cast);
  const head = headOf(tokens, place, cast);
  if (head === 'several') return OTHERS;
  if (head) return isMany(tokens, head) ? OTHERS : { kind: 'name', reference: head };
  return description(tokens, place, cast);
}

function onlyWord(tokens: readonly Token[], { from, to }: Run): number {
  let only = -1;
  for (let at = from; at < to; at++) {
    if (!/[\p{L}\p{N}]/u.test(tokens[at]?.text ?? '')) continue;
    if (only >= 0) return -1;
    only = at;
  }
  return only;
}

/** "Republicans", "Hispanics"; "the Lanes" are many as well. */
function isMany(tokens: readonly Token[], { mention, naming }: Reference): boolean {
  const { words, from, to } = mention;
  const [only] = words;
  if (words.length !== 1 || only === undefined || mention.honorific !== null) return false;
  if (isPeople(only.toLowerCase())) return true;
  const isPerson = naming.kind === 'several' || naming.figure.kind !== 'body';
  return isPerson && tokens[from - 1]?.norm === 'the' && to - from === 1 && only.endsWith('s');
}

/** Where the first noun phrase of a source ends: what follows tells more of it, and names others. */
const CUTTING = new Set(
  'of for from at in on with to by about against among who whom whose which that as and or'.split(' '),
);

const MARK = /^(?:[,;:()–—]|-+)$/;

/**
 * The name that a source is about: at the end of its first noun phrase, or set off behind a description.
 *
 *     US President [Barack Obama] · a spokesman for Boeing, [Ann Lee] · [Wang Chunhui], the director of …
 *     Others, including press freedom group [Reporters Without Borders] and …
 *
 * "a spokesman for Boeing" has none: its head is the spokesman. "Reyes and Lane" are several, and neither is picked.
 */
function headOf(tokens: readonly Token[], place: Place, cast: Cast): Reference | 'several' | null {
  const references = cast.referencesIn(place.paragraph, place);
  if (references.length === 0) return null;
  let from = place.from;
  let next = 0;
  for (let at = place.from; at <= place.to; at++) {
    const isEnd = at === place.to || MARK.test(tokens[at]?.text ?? '');
    if (!isEnd) continue;
    while (next < references.length && (references[next]?.mention.to ?? 0) <= from) next++;
    // A mason, standing beside Edith Nance, …: what is said of the mason names somebody else.
    if (at > from && (from === place.from || isApposition(tokens, from, references[next]))) {
      const found = headIn(tokens, { from, to: at }, references, next);
      const isList = found === 'several' || (found !== null && isFirstOfMany(tokens, at, place, references));
      if (found && isList) return tokens[from]?.norm === 'including' && found !== 'several' ? found : 'several';
      if (found) return found;
    }
    from = at + 1;
  }
  return null;
}

/** Whether nothing but nouns stands between the comma and the name: “…, a spokeswoman, Ann Lee” */
function isApposition(tokens: readonly Token[], from: number, reference: Reference | undefined): boolean {
  const to = Math.min(reference?.mention.from ?? from, from + 12);
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.norm !== 'including' && (token?.pos === 'VERB' || token?.pos === 'AUX' || token?.pos === 'ADP'))
      return false;
  }
  return true;
}

/** “Lane, Dow and Reyes”: the comma stands between names. */
function isFirstOfMany(
  tokens: readonly Token[],
  comma: number,
  place: Place,
  references: readonly Reference[],
): boolean {
  if (tokens[comma]?.text !== ',' || comma >= place.to) return false;
  const next = references.find(({ mention }) => mention.from === comma + 1)?.mention;
  // Jo Lane, Wells mayor and farmer, is one.
  if (!next || !/^(?:,|and|or)$/.test(tokens[next.to]?.norm ?? '')) return false;
  for (let at = comma + 1; at < place.to; at++)
    if (tokens[at]?.norm === 'and' || tokens[at]?.norm === 'or') return true;
  return false;
}

function headIn(
  tokens: readonly Token[],
  { from, to }: Run,
  references: readonly Reference[],
  first: number,
): Reference | 'several' | null {
  let index = first;
  for (let at = from; at <= to; at++) {
    while ((references[index]?.mention.to ?? Number.POSITIVE_INFINITY) < at) index++;
    const reference = references[index];
    const isInside = reference !== undefined && reference.mention.from <= at && at < reference.mention.to;
    const isCut = at === to || CUTTING.has(tokens[at]?.norm ?? '');
    if (!isCut || (isInside && at < to)) continue;
    const ends =
      reference && reference.mention.from < at && (reference.mention.to === at || isInside) ? reference : null;
    if (at < to && ends && /^(?:and|or)$/.test(tokens[at]?.norm ?? '')) {
      return tokens[from]?.norm === 'including' ? ends : 'several';
    }
    return ends;
  }
  return null;
}

/** The first noun phrase of a source as a description: “the mayor” of “the mayor of Wells, who …”. */
function description(tokens: readonly Token[], place: Place, cast: Cast): Source {
  let to = place.from;
  while (to < place.to && !MARK.test(tokens[to]?.text ?? '') && !CUTTING.has(tokens[to]?.norm ?? '')) to++;
  const run = { from: place.from, to };
  const named = bodyName(tokens, { ...place, to }, cast);
  if (named) return { kind: 'body', name: named };
  const described = describedBy(tokens, run);
  const noun = described?.trait.noun ?? '';
  if (!described || isPeopleWord(noun) || !/^\p{L}/u.test(noun)) return OTHERS;
  const apposed = to === place.to && isPersonWord(noun) ? apposedName(tokens, place, cast) : null;
  if (apposed) return { kind: 'name', reference: apposed };
  return { kind: 'description', run, ...described };
}

/** “his wife, [Jo Lane], said”, where the source was read without her name. */
function apposedName(tokens: readonly Token[], { paragraph, to }: Place, cast: Cast): Reference | null {
  if (tokens[to]?.text !== ',') return null;
  const [next] = cast.referencesIn(paragraph, { from: to + 1, to: to + 2 });
  if (next?.mention.from !== to + 1 || next.mention.titles.length > 0) return null;
  const closing = tokens[next.mention.to];
  return closing === undefined || /^[,.;”"]$/.test(closing.text) ? next : null;
}

/** Common nouns with which the name of an institution ends, where a newsroom does not print them with a capital. */
const INSTITUTIONS = new Set(
  `museum council university college hospital school library theatre theater court parliament ministry department agency
  commission committee society association foundation institute union bank board church zoo`.split(/\s+/),
);

/** “the [Calder museum]”, “the [Harrow Valley council]” */
function bodyName(tokens: readonly Token[], { paragraph, from, to }: Place, cast: Cast): Span | null {
  const noun = tokens[to - 1];
  if (!noun || !INSTITUTIONS.has(noun.norm) || noun.pos === 'PROPN') return null;
  const [only, second] = cast.referencesIn(paragraph, { from, to });
  if (!only || second || only.mention.to !== to - 1 || only.mention.honorific) return null;
  const isWhole = only.mention.from === from || (only.mention.from === from + 1 && tokens[from]?.norm === 'the');
  return isWhole ? { start: only.mention.start, end: noun.end } : null;
}
