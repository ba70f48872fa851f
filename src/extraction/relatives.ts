import type { Cast, Reference } from './cast.ts';
import { type Passage, sentenceAt } from './passage.ts';
import type { Token } from './token.ts';

/** How far before "who" its name may stand, in words. */
const REACH = 16;

/**
 * Whom "who" or "which" at a place means: the name right before it, or before the one aside between them.
 *
 *     [Harris], who said … · [Harris], a farmer from Wells, who said …
 */
export function antecedentOfRelative(passage: Passage, at: number, cast: Cast): Reference | null {
  const { tokens, paragraph } = passage;
  const sentence = sentenceAt(passage, at);
  if (!sentence) return null;
  const low = Math.max(sentence.from, at - REACH);
  const references = cast.referencesIn(paragraph.index, { from: low, to: at });
  const last = references.at(-1);
  if (!last) return null;
  const end = tokens[at - 1]?.text === ',' ? at - 1 : at;
  if (isFit(last, tokens[at]?.norm === 'who') && !isTied(tokens[last.mention.from - 1], references.length)) {
    if (last.mention.to === end) return last;
  }
  if (last.mention.to === end && references.length > 1) {
    // Jo Lane of Wells, who said
    const before = references.at(-2);
    if (before && isFit(before, true) && before.mention.to === last.mention.from - 1) return before;
  }
  if (end === at) return null;
  // Jo Lane, a friend of Ann Dow, who said: either of the two may be meant.
  const people = references.filter((reference) => isFit(reference, true));
  const [only, second] = people;
  if (!only || second) return null;
  const { to } = only.mention;
  if (tokens[to]?.text !== ',' || tokens[to + 1]?.pos === 'PROPN') return null;
  for (let between = to + 1; between < end; between++) if (tokens[between]?.text === ',') return null;
  return only;
}

/** "who" is a person, "which" is a body. */
function isFit({ naming }: Reference, isPerson: boolean): boolean {
  return naming.kind === 'one' && (naming.figure.kind === 'body') !== isPerson;
}

/** a graduate of Wells Law School who; with nobody else before it, the name may still be the one that is meant. */
function isTied(before: Token | undefined, names: number): boolean {
  return before?.norm === 'of' || (before?.pos === 'ADP' && names > 1 && before.norm === 'in');
}
