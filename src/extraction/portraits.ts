import { isPossessive } from './function-words.ts';
import { type Gender, genderOf } from './gender.ts';
import type { Name } from './names.ts';
import { isGroupWord, isPersonWord } from './person-words.ts';
import type { Run } from './phrases.ts';
import { speechVerb } from './speech-words.ts';
import { isPossessiveMark, type Token } from './token.ts';
import { type Trait, traitOf } from './traits.ts';

/** What the words right beside a name tell of its bearer. */
export interface Portrait {
  readonly traits: readonly Trait[];
  readonly gender: Gender;
  /** Whether only a person is printed so: with an age, a party in brackets, "who". */
  readonly isPerson: boolean;
  /** Whether hardly any person is printed so: the Pentagon, in Wells. */
  readonly isThing: boolean;
  /** Whether a common noun follows right behind it: the Lane campaign, cheap imports. */
  readonly isModifier: boolean;
}

/** How many words around a name are looked at: longer descriptions are rare, and a bound keeps it cheap. */
const REACH = 12;

/** What the words right beside a name tell of its bearer. */
export function portraitOf(tokens: readonly Token[], name: Name, sentence: Run): Portrait {
  const traits: Trait[] = [];
  const titled = fromTitles(name.titles);
  if (titled) traits.push(titled);
  const before = beforeName(tokens, name, sentence);
  if (before) traits.push(before);
  const after = afterName(tokens, name, sentence);
  if (after) traits.push(after);
  const last = name.words.at(-1)?.toLowerCase() ?? '';
  if (name.isBody && name.words.length > 1 && isGroupWord(last)) traits.push(traitOf(last, []));
  let gender: Gender = name.gender;
  for (const { noun } of traits) gender ??= genderOf(noun);
  return {
    traits,
    gender,
    isPerson: name.honorific !== null || name.generation !== null || isPrintedAsPerson(tokens, name, sentence),
    isModifier: name.to < sentence.to && /^(?:NOUN|ADJ)$/.test(tokens[name.to]?.pos ?? ''),
    isThing: name.honorific === null && name.titles.length === 0 && isPrintedAsThing(tokens, name, sentence),
  };
}

/** [US] [Vice] [President] Jo Lane */
function fromTitles(titles: readonly string[]): Trait | null {
  const noun = titles.at(-1);
  if (noun === undefined || /^(?:republican|democrat|democratic|gop)$/.test(noun)) return null;
  const first = titles.indexOf('of');
  // Secretary of State: the noun is the first of the three.
  const at = first > 0 ? first - 1 : titles.length - 1;
  return traitOf(titles[at] ?? noun, [...titles.slice(0, at), ...titles.slice(at + 1)]);
}

/** campaign manager [Jo Lane] · his wife, [Jo Lane], · the company’s chief executive, [Jo Lane] */
function beforeName(tokens: readonly Token[], name: Name, sentence: Run): Trait | null {
  let at = name.from - 1;
  const isSetOff = tokens[at]?.text === ',';
  if (isSetOff) {
    const closing = tokens[name.to]?.text ?? '.';
    if (!/^[,.;)]$/.test(closing)) return null;
    at--;
  }
  const noun = tokens[at];
  if (!noun || at < sentence.from || !isDescribing(noun)) return null;
  if (noun.pos !== 'NOUN' && noun.pos !== 'ADJ' && noun.pos !== 'PROPN') return null;
  const qualifiers: string[] = [];
  let isDefinite = false;
  for (let back = at - 1; back >= Math.max(sentence.from, at - REACH); back--) {
    const token = tokens[back];
    if (!token) break;
    if (token.pos === 'DET' || isPossessive(token.norm)) {
      isDefinite = token.norm !== 'a' && token.norm !== 'an';
      break;
    }
    if (token.norm === "'s" || isPossessiveMark(token) || token.norm === 'one') {
      isDefinite = true;
      break;
    }
    if (token.pos !== 'NOUN' && token.pos !== 'ADJ' && token.pos !== 'PROPN' && token.pos !== 'PART') break;
    qualifiers.push(token.norm);
  }
  return isSetOff && !isDefinite ? null : traitOf(noun.norm, qualifiers, isSetOff);
}

/** A noun of one person or one body, in small letters. */
function isDescribing({ text, norm }: Token): boolean {
  return /^\p{Ll}/u.test(text) && (isPersonWord(norm) || isGroupWord(norm));
}

/** [Jo Lane], the former mayor of Wells, · [Jo Lane], who is a farmer · [Jo Lane] is the mayor */
function afterName(tokens: readonly Token[], name: Name, sentence: Run): Trait | null {
  let at = name.to;
  const first = tokens[at];
  if (!first || at >= sentence.to) return null;
  if (first.text === ',' || first.text === '(' || first.text === '—' || first.text === '–') at++;
  else if (!/^(?:is|was)$/.test(first.norm)) return null;
  // Jo Lane, 58, a farmer
  if (tokens[at]?.pos === 'NUM' && tokens[at + 1]?.text === ',') at += 2;
  if (/^(?:who|now|himself|herself)$/.test(tokens[at]?.norm ?? '')) at++;
  if (/^(?:is|was)$/.test(tokens[at]?.norm ?? '')) at++;
  const qualifiers: string[] = [];
  let noun: Token | null = null;
  const high = Math.min(sentence.to, at + REACH);
  for (; at < high; at++) {
    const token = tokens[at];
    if (!token) break;
    const isWord = token.pos === 'NOUN' || token.pos === 'ADJ' || token.pos === 'PROPN';
    if (!isWord && token.pos !== 'DET' && token.norm !== "'s" && !isPossessive(token.norm) && token.pos !== 'ADV')
      break;
    if (token.norm === "'s") noun = null;
    if (noun) qualifiers.push(noun.norm);
    noun = isWord ? token : null;
    if (!isWord && token.norm !== "'s" && token.pos !== 'DET') qualifiers.push(token.norm);
  }
  if (!noun || !isDescribing(noun) || !isClosed(tokens, at, sentence)) return null;
  return traitOf(noun.norm, qualifiers);
}

/** Behind Jo Lane, the mayor said: there the mayor is the subject, and no description of her. */
function isClosed(tokens: readonly Token[], from: number, sentence: Run): boolean {
  for (let at = from; at < Math.min(sentence.to, from + REACH); at++) {
    const token = tokens[at];
    if (!token || /^[,.;:)”"—–]$/.test(token.text) || /^(?:who|that|which|whose|where)$/.test(token.norm)) return true;
    if (token.pos === 'VERB' ? !/(?:ing|ed)$/.test(token.norm) || speechVerb(token.norm) : token.pos === 'AUX')
      return false;
  }
  return true;
}

/** [Jo Lane], 58, · [Jo Lane] (D-Mass.) · [Jo Lane], who */
function isPrintedAsPerson(tokens: readonly Token[], { from, to }: Name, sentence: Run): boolean {
  // a farmer from Wells, who …
  if (/^(?:of|from|in|at|near)$/.test(tokens[from - 1]?.norm ?? '')) return false;
  if (to + 1 >= sentence.to) return false;
  const mark = tokens[to]?.text;
  const next = tokens[to + 1];
  if (mark === '(') return /^[DRI]$|^[DRI]-/.test(next?.text ?? '');
  if (mark !== ',') return tokens[to]?.norm === 'who';
  if (/^(?:who|whose|whom)$/.test(next?.norm ?? '')) return true;
  return next?.pos === 'NUM' && /^\d{1,3}$/.test(next.text) && /^[,.]$/.test(tokens[to + 2]?.text ?? '');
}

const PLACING = new Set(['in', 'near', 'outside', 'inside', 'throughout', 'across']);

/** the [Pentagon] said · in [Wells]; but not the [Lane] campaign, nor in [Lane]’s words. */
function isPrintedAsThing(tokens: readonly Token[], { from, to }: Name, sentence: Run): boolean {
  const before = tokens[from - 1];
  const next = tokens[to];
  if (!before || from - 1 < sentence.from) return false;
  const modifies =
    next !== undefined && to < sentence.to && (next.pos === 'NOUN' || next.pos === 'ADJ' || next.norm === "'s");
  if (before.norm === 'the') return !modifies && next?.pos !== 'PROPN' && !/^of$/.test(next?.norm ?? '');
  return PLACING.has(before.norm) && next?.norm !== "'s" && next?.norm !== 'to';
}
