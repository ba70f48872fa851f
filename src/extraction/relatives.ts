import type { Cast, Figure, Reference } from './cast.ts';
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
  const isBeside = last.mention.to === end;
  if (tokens[at]?.norm === 'which') return isBeside && kindOf(last) === 'body' ? last : null;
  const people = references.filter((reference) => kindOf(reference) === 'person');
  const isTied = isPreposition(tokens[last.mention.from - 1]);
  if (isBeside && kindOf(last) === 'person') {
    // Jo Lane, a friend of Ann Dow, who said: either of the two may be meant.
    const isEither =
      people.length > 1 && tokens[last.mention.from - 1]?.norm === 'of' && !isGoingOn(tokens, people.at(-2));
    return isEither ? null : last;
  }
  if (isBeside && kindOf(last) === 'unknown' && !(isTied && people.length > 0)) return last;
  // Jo Lane of Wells, who … / Jo Lane, a teacher at the Wells Law School who …
  const [only, second] = people;
  if (!only || second || (end === at && !isBeside)) return null;
  const { to } = only.mention;
  const isJoined = to === last.mention.from - 1;
  if (isBeside && !isJoined && kindOf(last) === 'unknown' && last.mention.words.length > 1) return null;
  if (isGoingOn(tokens, only)) return null;
  for (let between = to + 1; between < end; between++) if (tokens[between]?.text === ',') return null;
  return only;
}

function kindOf({ naming }: Reference): Figure['kind'] | null {
  return naming.kind === 'one' ? naming.figure.kind : null;
}

function isPreposition(token: Token | undefined): boolean {
  return token?.pos === 'ADP';
}

/** Whether the sentence goes on behind a name with neither an aside about its bearer nor a place: Lane thanked … */
function isGoingOn(tokens: readonly Token[], reference: Reference | undefined): boolean {
  const to = reference?.mention.to ?? 0;
  if (tokens[to]?.text === ',') return tokens[to + 1]?.pos === 'PROPN';
  return !/^(?:of|from)$/.test(tokens[to]?.norm ?? '');
}
