import { COMMA, DASH, NUMBER } from './fact-words.ts';
import type { Stretch } from './voices.ts';
import { isIn, norm, type Words } from './words.ts';

/**
 * Groups in `within` with the members that are listed.
 *
 *     [Many large firms – including Alma, Bristow and Carr] – sent delegates.
 *     The fair drew 2,000 guests, [including mayors, engineers, and painters] from 12 countries.
 *
 * A counted group is a figure by itself, so its list stands alone. "Others, including …" names no group.
 * Misses: "among them", lists behind a colon.
 */
export function findMemberships(words: Words, within: Stretch): readonly Stretch[] {
  const memberships: Stretch[] = [];
  for (let at = within.from; at < within.to; at++) {
    const opener = openerAt(words, at, within);
    if (opener === 0) continue;
    const to = listEnd(words, at + opener, within.to);
    const group = groupBefore(words, at, within.from);
    if (to < 0 || group.kind === 'nobody') continue;
    memberships.push({ from: group.kind === 'group' ? group.from : at, to });
    at = to - 1;
  }
  return memberships;
}

/** How many words open a list here: including, such as; 0 where none do. */
function openerAt(words: Words, at: number, within: Stretch): number {
  if (norm(words, at) === 'including' && at > within.from) return 1;
  return norm(words, at) === 'such' && norm(words, at + 1) === 'as' && at > within.from ? 2 : 0;
}

/** The place behind the last member; -1 where there is only one. Members are nouns with what is before them. */
function listEnd(words: Words, start: number, limit: number): number {
  let members = 0;
  let end = start;
  for (let at = start; at < limit; ) {
    const next = memberEnd(words, at, limit);
    if (next === at) break;
    members++;
    end = next;
    at = afterLink(words, next);
    if (at === next) break;
  }
  return members > 1 ? end : -1;
}

function memberEnd(words: Words, start: number, limit: number): number {
  let noun = start;
  for (let at = start; at < limit; at++) {
    const token = words.tokens[at];
    if (!token) break;
    if (token.pos === 'NOUN' || token.pos === 'PROPN' || (token.pos === 'X' && /^\p{L}/u.test(token.text)))
      noun = at + 1;
    else if (token.norm === 'of' && noun > start) continue;
    else if (!/^(?:ADJ|DET|NUM|PART)$/.test(token.pos) && !/^(?:his|her|its|their)$/.test(token.norm)) {
      // Reporters Without Borders
      if (!(token.pos === 'ADP' && /^\p{Lu}/u.test(token.text))) break;
    }
  }
  return noun;
}

/** The place behind a comma, an "and", or both. */
function afterLink(words: Words, at: number): number {
  let next = at;
  if (isIn(words, next, COMMA)) next++;
  if (/^(?:and|or|&)$/.test(norm(words, next))) next++;
  return next;
}

type Group = { readonly kind: 'group'; readonly from: number } | { readonly kind: 'counted' | 'unnamed' | 'nobody' };

/** The noun phrase that is listed out, before the comma or dash. */
function groupBefore(words: Words, opener: number, low: number): Group {
  let last = opener - 1;
  if (isIn(words, last, COMMA | DASH)) last--;
  if (/^(?:others|those|them|ones)$/.test(norm(words, last))) return { kind: 'nobody' };
  let from = last + 1;
  let counted = false;
  while (from > low && from > last - 10) {
    const before = words.tokens[from - 1];
    if (!before || !/^(?:NOUN|PROPN|ADJ|DET|NUM|PART)$/.test(before.pos)) break;
    counted ||= isIn(words, from - 1, NUMBER);
    from--;
  }
  if (from > last) return { kind: 'nobody' };
  const named = words.tokens[last]?.pos === 'NOUN' || words.tokens[last]?.pos === 'PROPN';
  if (!named) return { kind: 'unnamed' };
  return counted ? { kind: 'counted' } : { kind: 'group', from };
}
