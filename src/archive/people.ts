import { z } from 'zod';
import type { PrintedRole } from '../extraction/people.ts';
import { speakersOf } from '../extraction/people.ts';
import { ArchiveError } from './archive.ts';
import type { ColumnValue } from './column-values.ts';
import type { AddedVersion } from './course.ts';
import type { JournalNote } from './journal.ts';
import { storableJson } from './keepable-text.ts';
import type { Audience } from './standing.ts';

/** Somebody who is credited with words in one article, by the fullest name that it prints. */
export interface Appearance {
  /** The name as it is compared between articles, see `personName`. */
  readonly name: string;
  readonly printed: string;
  /** How many passages of the article are credited to the name. */
  readonly passages: number;
  /** What the article says that they are, as printed. */
  readonly roles: readonly PrintedRole[];
  readonly articleId: string;
  readonly sha256: string;
  readonly headline: string | null;
  readonly outlet: string | null;
  readonly publishedAt: string | null;
}

/** A name of the register, and how many current articles credit somebody of that name. */
export interface RegisteredName {
  readonly name: string;
  /** As one of the articles prints it. */
  readonly printed: string;
  readonly articles: number;
  readonly passages: number;
}

/** Whom a ruling is about: a name, and where several have it the role or the article. */
export interface PersonKey {
  readonly name: string;
  /** The name as it was typed or printed. */
  readonly printed: string;
  /** A role as printed; null where none was given. */
  readonly role: string | null;
  /** The only article in which the name is meant; null where it is meant in all. */
  readonly articleId: string | null;
}

/** What the desk says of two names: that they are one person's, or that they are not. */
export interface NewRuling {
  readonly kind: 'same' | 'different';
  readonly one: PersonKey;
  readonly other: PersonKey;
  /** What shows it, in the words of whoever rules. */
  readonly why: string | null;
  readonly by: string;
}

/** A ruling as it was written down. */
export interface Ruling extends NewRuling {
  /** Counts up; a later ruling has a higher number. */
  readonly n: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  /** Present where it was taken back. */
  readonly undone: { readonly by: string; readonly at: string } | null;
}

/**
 * Who is credited in which articles, and what the desk has ruled about them. Names are linked nowhere in here: that is
 * worked out from it when somebody asks.
 */
export interface PeopleRegister {
  /** The articles that credit somebody of these very names and may be served, newest first, at most `most` a name. */
  appearances(names: readonly string[], most: number, audience: Audience): Promise<readonly Appearance[]>;
  /** Names that hold all of these normalised words, those of the most articles first; all names where there are none. */
  namesWith(words: readonly string[], most: number, audience: Audience): Promise<readonly RegisteredName[]>;
  /** Writes a ruling down. */
  rule(ruling: NewRuling): Promise<Ruling>;
  /** Takes a ruling back, and writes that down; throws an ArchiveError where there is none, or it is taken back. */
  undoRuling(n: number, by: string): Promise<Ruling>;
  /** The newest rulings about any of these names, or about all, newest first; those taken back are among them. */
  rulings(names: readonly string[] | 'all', most: number): Promise<readonly Ruling[]>;
}

/** Columns of the table `people`. */
export const PEOPLE_COLUMNS = 'version, name, printed, published, passages, roles';

/** What is written into them for the speakers of a version. */
export function peopleValues({ version, article, extraction }: AddedVersion): readonly (readonly ColumnValue[])[] {
  return speakersOf(article.text, extraction).map(({ name, printed, passages, roles }) => {
    const column = JSON.stringify(roles.map(({ start, end, text }) => [start, end, text]));
    return [version, name, printed, article.publishedAt ?? '', passages, column];
  });
}

/** The rows of the table `name_words`: each word of each name, once. */
export function nameWordValues(people: readonly (readonly ColumnValue[])[]): readonly (readonly [string, string])[] {
  const names = new Set(people.map(([, name]) => String(name)));
  return [...names]
    .flatMap((name) => [...new Set(name.split(' '))].map((word): [string, string] => [word, name]))
    .sort(([a, b], [c, d]) => (a < c || (a === c && b < d) ? -1 : 1));
}

const Roles = z.array(z.tuple([z.int(), z.int(), z.string()]));

/** The columns of an appearance in the SQL of every store. */
export const APPEARANCE_COLUMNS = `
  people.name, people.printed, people.passages, people.roles, versions.article AS "articleId", versions.sha256,
  versions.headline, versions.outlet, versions.published_at AS "publishedAt"`;

/** A row of APPEARANCE_COLUMNS. */
export const AppearanceRow = z
  .object({
    name: z.string(),
    printed: z.string(),
    passages: z.number(),
    roles: z.string().transform((column) => Roles.parse(JSON.parse(column))),
    articleId: z.string(),
    sha256: z.string(),
    headline: z.string().nullable(),
    outlet: z.string().nullable(),
    publishedAt: z.string().nullable(),
  })
  .transform(({ roles, ...row }): Appearance => {
    return { ...row, roles: roles.map(([start, end, text]) => ({ start, end, text })) };
  });

/** A row of a registered name. */
export const RegisteredNameRow: z.ZodType<RegisteredName> = z.object({
  name: z.string(),
  printed: z.string(),
  articles: z.number(),
  passages: z.number(),
});

const Key: z.ZodType<PersonKey> = z.object({
  name: z.string(),
  printed: z.string(),
  role: z.string().nullable(),
  articleId: z.string().nullable(),
});
const KeyColumn = z.string().transform((column) => Key.parse(JSON.parse(column)));

/** The columns of a ruling in the SQL of every store; tables rulings and undone_rulings. */
export const RULING_COLUMNS = `
  rulings.n, rulings.kind, rulings.one, rulings.other, rulings.why, rulings.who AS "by", rulings.at,
  undone_rulings.who AS "undoneBy", undone_rulings.at AS "undoneAt"`;

/** A row of RULING_COLUMNS. */
export const RulingRow = z
  .object({
    n: z.number(),
    kind: z.enum(['same', 'different']),
    one: KeyColumn,
    other: KeyColumn,
    why: z.string().nullable(),
    by: z.string(),
    at: z.string(),
    undoneBy: z.string().nullable(),
    undoneAt: z.string().nullable(),
  })
  .transform(({ undoneBy, undoneAt, ...ruling }): Ruling => {
    return { ...ruling, undone: undoneBy === null ? null : { by: undoneBy, at: undoneAt ?? '' } };
  });

/** The ruling that a store found under a number; throws an ArchiveError where it found none. */
export function foundRuling(n: number, found: Ruling | undefined): Ruling {
  if (!found) throw new ArchiveError(`There is no ruling ${n}.`);
  return found;
}

/** Throws an ArchiveError where a ruling has been taken back. */
export function requireInForce({ n, undone }: Ruling): void {
  if (undone) throw new ArchiveError(`The ruling ${n} has been taken back already, on ${undone.at}.`);
}

/** What is written into the columns kind, one_name, other_name, one, other, why, who, at. */
export function rulingValues({ kind, one, other, why, by }: NewRuling, at: string): readonly (string | null)[] {
  return [kind, one.name, other.name, storableJson(one), storableJson(other), why, by, at];
}

/** The line that a ruling has in the log of everything that was done. */
export function noteOfRuling({ n, kind, one, other, why, by, undone }: Ruling): JournalNote {
  const deed = undone ? 'ruling-undone' : kind === 'same' ? 'said-to-be-one' : 'said-to-be-two';
  const what = `ruling ${n}: ${keyInWords(one)} and ${keyInWords(other)}`;
  return { deed, by: undone?.by ?? by, articleId: null, what, why: undone ? null : why };
}

/** Whom a key means: “Alma Reyes” (the mayor) */
export function keyInWords({ printed, role, articleId }: PersonKey): string {
  const where = [...(role === null ? [] : [role]), ...(articleId === null ? [] : [`in the article ${articleId}`])];
  return `“${printed}”${where.length > 0 ? ` (${where.join(', ')})` : ''}`;
}
