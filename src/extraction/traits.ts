import { isPossessive } from './function-words.ts';
import { isBelongingWord, titleInFull } from './name-words.ts';
import { isGroupWord } from './person-words.ts';
import type { Run } from './phrases.ts';
import type { Token } from './token.ts';

/** What an article says somebody or some body is: "the former mayor of Wells" is a mayor, formerly. */
export interface Trait {
  /** The noun, lower case: mayor. */
  readonly noun: string;
  /** The words before it, lower case: republican, presidential. */
  readonly qualifiers: readonly string[];
  readonly isFormer: boolean;
  /** Whether the noun is one for bodies: agency. */
  readonly isBody: boolean;
  /** Whether the article sets the name off behind it, so that there is no other: the mayor, Alma Reyes, */
  readonly isDefinite: boolean;
}

const FORMER = new Set('former then late ex one-time onetime retired outgoing previous'.split(' '));
const IDLE = new Set(
  "the a an of and or 's ’ - longtime current new old veteran his her its their our my own popular embattled".split(
    ' ',
  ),
);

/** A trait by its noun and the words before that. */
export function traitOf(noun: string, qualifiers: readonly string[], isDefinite = false): Trait {
  const full = titleInFull(noun);
  return {
    noun: full.replace(/^ex-/, ''),
    qualifiers: qualifiers.map(titleInFull).filter((word) => !FORMER.has(word) && !IDLE.has(word)),
    isFormer: full.startsWith('ex-') || qualifiers.some((word) => FORMER.has(word)),
    isBody: isGroupWord(full),
    isDefinite,
  };
}

/**
 * Whether a description can be of one to whom an article gives a trait.
 *
 *     the senator · Republican senator          yes
 *     the transport minister · the minister, …  yes: the article has no other minister
 *     the mayor · former mayor                  no
 *     the Russian president · President …       no
 */
export function fits(description: Trait, trait: Trait): boolean {
  if (description.noun !== trait.noun || description.isFormer !== trait.isFormer) return false;
  const { qualifiers } = description;
  if (qualifiers.some(isLesser) !== trait.qualifiers.some(isLesser)) return false;
  if (qualifiers.every((word) => trait.qualifiers.includes(word))) return true;
  return trait.isDefinite && trait.qualifiers.length === 0 && !qualifiers.some(isBelongingWord);
}

const LESSER = new Set('vice deputy assistant associate shadow acting attorney junior co'.split(' '));

/** A vice president is no president. */
function isLesser(word: string): boolean {
  return LESSER.has(word);
}

/** The words of a noun phrase beyond which a description is no longer read. */
const LONGEST = 12;

/** How a description starts: with "the", with "a", with whose it is, or bare as in a headline. */
export type Determiner = 'the' | 'a' | 'its' | 'his' | 'none' | 'other';

/** A noun phrase, without what is tied to it, as a description: “the former mayor”, “the company’s chief executive”. */
export function describedBy(
  tokens: readonly Token[],
  { from, to }: Run,
): { readonly trait: Trait; readonly determiner: Determiner } | null {
  const first = tokens[from];
  const noun = tokens[to - 1];
  if (!first || !noun || to - from > LONGEST) return null;
  let determiner = determinerOf(first);
  let start = determiner === 'none' ? from : from + 1;
  for (let at = start; at < to - 1; at++) {
    if (tokens[at]?.norm !== "'s") continue;
    // Whose it is does not tell who: but the chief executive of a company is the only one.
    determiner = determiner === 'the' && /^\p{Ll}/u.test(tokens[at - 1]?.text ?? '') ? 'its' : 'other';
    start = at + 1;
  }
  const qualifiers: string[] = [];
  for (let at = start; at < to - 1; at++) qualifiers.push(tokens[at]?.norm ?? '');
  return { trait: traitOf(noun.norm, qualifiers), determiner };
}

function determinerOf({ norm, pos }: Token): Determiner {
  if (norm === 'the' || norm === 'its') return norm;
  if (norm === 'a' || norm === 'an' || norm === 'one' || norm === 'another') return 'a';
  if (isPossessive(norm)) return 'his';
  return pos === 'DET' ? 'other' : 'none';
}
