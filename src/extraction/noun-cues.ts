import { startsClause } from './complements.ts';
import { extentFrom } from './extents.ts';
import { isBe, isPossessive } from './function-words.ts';
import type { Passage } from './passage.ts';
import type { Run } from './phrases.ts';
import { opensAt, type Statement } from './statement.ts';
import { isPossessiveMark } from './token.ts';

/** Nouns that name what somebody said, and what was said stands behind them with “that”. */
const SAYING_NOUNS = new Set(
  `claim claims argument assertion assertions contention allegation allegations accusation accusations statement warning
  warnings promise pledge vow announcement admission suggestion insistence declaration complaint prediction assurance
  assurances charge charges denial observation remark remarks acknowledgment acknowledgement proposal demand conclusion view opinion finding`.split(
    /\s+/,
  ),
);

/** How far before the noun the one whose words they are may stand, in words. */
const REACH = 6;

/**
 * What somebody is said to have said by a noun, or null.
 *
 *     {the mayor’s} argument that [rents are too low] · {his} warning that [Britain would wait]
 *
 * Without a possessor the article does not say whose words they are, and nothing is taken.
 *
 * Misses: “a claim by Mr Lee that …”, “the view among doctors that …”.
 */
export function sayingNoun(passage: Passage, at: number, sentence: Run): Statement | null {
  const { tokens } = passage;
  const noun = tokens[at];
  if (noun?.pos !== 'NOUN' || !SAYING_NOUNS.has(noun.norm)) return null;
  const source = possessorOf(passage, at, sentence);
  const that = tokens[at + 1];
  if (!source || !that || isAllusion(passage, source)) return null;
  // his argument is that …
  const from = isBe(that.norm) ? at + 3 : at + 2;
  if (tokens[from - 1]?.norm !== 'that' || from >= sentence.to) return null;
  if (!opensAt(passage, from) && !startsClause(passage, from, sentence.to)) return null;
  const complement = 'that' as const;
  const to = extentFrom(passage, from, sentence, { form: 'base', complement, isSubordinate: true, isRelative: false });
  if (to <= from) return null;
  const cue = { from: at, to: at + 1 };
  return { kind: 'statement', content: [{ from, to }], source, cue, trails: false, rule: 'a noun of saying' };
}

const ALLUSIONS = new Set('nod reference allusion hint jab swipe dig'.split(' '));

/** “…, a nod to China’s argument that …”: the reporter says what words allude to, and not that these were said. */
function isAllusion({ tokens }: Passage, source: Run): boolean {
  const link = tokens[source.from - 1]?.norm;
  return (link === 'to' || link === 'at') && ALLUSIONS.has(tokens[source.from - 2]?.norm ?? '');
}

/** Whose the noun at `at` is: [the mayor]’s own argument, [his] argument. */
function possessorOf({ tokens, chunks, quotedAt }: Passage, at: number, sentence: Run): Run | null {
  const start = chunks.from[at] ?? -1;
  for (let place = at - 1; place >= Math.max(sentence.from, at - REACH, start); place--) {
    const token = tokens[place];
    if (!token || quotedAt[place] !== -1) return null;
    if (isPossessive(token.norm)) return { from: place, to: place + 1 };
    if (isPossessiveMark(token) && place > start && start >= 0) return { from: start, to: place };
  }
  return null;
}
