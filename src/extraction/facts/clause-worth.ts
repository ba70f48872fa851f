import { CAPITAL } from './fact-words.ts';
import type { Stretch } from './voices.ts';
import { isIn, type Words } from './words.ts';

/**
 * Whether a clause of the reporter’s holds nothing that a desk could look up.
 *
 *     He’s back. That was not all.                        (no name, no noun, no number)
 *     I never liked the bridge.                            (somebody speaks of themselves, but nobody says who)
 *     City Rejects Bridge Tax Again.                       (a line in headline capitals)
 *     The guest must: …                                    (what is said of it comes behind)
 */
export function saysNothing(words: Words, clause: Stretch): boolean {
  const { tokens } = words;
  const [first, last, next] = [tokens[clause.from], tokens[clause.to - 1], tokens[clause.to]];
  if (last?.pos === 'AUX' && next?.text === ':') return true;
  if (first?.pos === 'VERB' && first.norm.endsWith('ing') && clause.from > 0) return true;
  let named = false;
  let [long, capitals] = [0, 0];
  for (let at = clause.from; at < clause.to; at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.text === 'I' || MINE.has(token.norm)) return true;
    named ||= token.pos === 'NOUN' || token.pos === 'PROPN' || token.pos === 'NUM';
    if (token.text.length < 4) continue;
    long++;
    if (isIn(words, at, CAPITAL)) capitals++;
  }
  return !named || (capitals === long && long > 4);
}

const MINE = new Set(['my', 'me', 'myself']);
