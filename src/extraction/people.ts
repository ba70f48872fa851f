import { overlaps, type Span } from '../article/article.ts';
import { isBodyName } from './name-words.ts';
import { nameWords, personName } from './person-name.ts';
import type { Extraction } from './quotation.ts';

/** What somebody is, as an article prints it: "the mayor of Bristow". */
export interface PrintedRole extends Span {
  readonly text: string;
}

/** A speaker of one article, by the fullest name that it prints. */
export interface Speaker {
  /** The name as it is compared between articles, see `personName`. */
  readonly name: string;
  /** The name as printed. */
  readonly printed: string;
  /** How many passages are credited to the name. */
  readonly passages: number;
  /** In printed order. */
  readonly roles: readonly PrintedRole[];
}

/**
 * The people whom an article credits with words, and what it says that they are. Bodies are left out: the name of a
 * ministry is nobody's.
 *
 *     “…,” said [Alma Reyes], {the mayor of Bristow}. {Mayor} [Reyes] left.
 *
 * Misses: a role that the article prints of two people word for word ("a farmer") stands with the first of them; a
 * pronoun or a verb between name and role ("She was the mayor").
 */
export function speakersOf(text: string, { quotations, facts }: Extraction): readonly Speaker[] {
  const speakers = new Map<string, { printed: string; passages: number; roles: PrintedRole[] }>();
  for (const { speaker } of quotations) {
    const name = speaker === null ? '' : personName(speaker);
    if (speaker === null || name === '' || isBody(speaker)) continue;
    const known = speakers.get(name);
    if (known) known.passages++;
    else speakers.set(name, { printed: speaker, passages: 1, roles: [] });
  }
  const names = [...speakers.keys()];
  for (const { kind, span, of = [] } of facts) {
    if (kind !== 'role') continue;
    for (const [index, person] of of.entries()) {
      const name = whoIs(text.slice(person.start, person.end), names);
      const role = name === null ? null : roleOf(text, span, person, of[index - 1]);
      const roles = name === null ? undefined : speakers.get(name)?.roles;
      if (!roles || role === null) continue;
      if (!roles.some((other) => personName(other.text) === personName(role.text))) roles.push(role);
    }
  }
  return [...speakers].map(([name, speaker]) => ({ name, ...speaker }));
}

function isBody(speaker: string): boolean {
  return speaker.split(/\s+/).some(isBodyName);
}

/** The one speaker whose name this is, or a part of it with the surname. */
function whoIs(printed: string, names: readonly string[]): string | null {
  const words = nameWords(printed);
  const last = words.at(-1);
  if (last === undefined) return null;
  if (names.includes(words.join(' '))) return words.join(' ');
  const fitting = names.filter((name) => {
    const full = name.split(' ');
    return full.at(-1) === last && words.every((word) => full.includes(word));
  });
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** What a passage says of the person whose name stands in it or before it: the passage without names. */
function roleOf(text: string, span: Span, person: Span, before: Span | undefined): PrintedRole | null {
  if (!overlaps(span, person)) return trimmed(text, span);
  const start = before && overlaps(span, before) ? before.end : span.start;
  return trimmed(text, { start, end: person.start }) ?? trimmed(text, { start: person.end, end: span.end });
}

/** A span without commas, blanks and a joining "and" at its ends; null where nothing is left. */
function trimmed(text: string, { start, end }: Span): PrintedRole | null {
  const printed = text.slice(start, Math.max(start, end));
  const lead = /^(?:[\s,;&–—-]|and\b)*/.exec(printed)?.[0].length ?? 0;
  const role = printed.slice(lead).replace(/[\s,;:–—-]+$/, '');
  return role === '' ? null : { start: start + lead, end: start + lead + role.length, text: role };
}
