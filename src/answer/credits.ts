import { emptinessOf, type PrintedCredit, type Printing } from '../archive/same-words.ts';
import type { Entry } from '../extraction/entry.ts';
import { nameWords } from '../extraction/person-name.ts';

/** Articles whose credits for the same words can all mean one speaker. */
export interface CreditGroup {
  /** The fullest name that is printed, or null where none of them prints one. */
  readonly speaker: string | null;
  /** The names as the articles print them, null among them where one prints none. */
  readonly speakers: ReadonlySet<string | null>;
  readonly articles: number;
  /** The fullest attribution first, then the earliest publication. */
  readonly printings: readonly Printing[];
}

/** Whether two names can be one speaker's, as far as the names go: "Mr Xi" and "Xi Jinping", not "Al Li" and "Bo Li". */
export function namesAgree(one: string, other: string): boolean {
  const [a, b] = [nameWords(one), nameWords(other)];
  const [shorter, longer] = a.length <= b.length ? [a, b] : [b, a];
  return shorter.length > 0 && shorter.every((word) => longer.includes(word));
}

/**
 * Puts the credits of the same words together as far as they agree, the most articles first.
 *
 * Where all names agree, articles that name nobody go with them. Where they do not, a shorter name goes with a longer
 * one only if there is just one that it fits, and articles that name nobody stand by themselves: whose side they are
 * on, nobody says.
 */
export function creditGroups(credits: readonly PrintedCredit[]): readonly CreditGroup[] {
  const named = credits.filter((credit): credit is Named => credit.speaker !== null);
  const longestFirst = named.toSorted((a, b) => nameWords(b.speaker).length - nameWords(a.speaker).length);
  const groups: Named[][] = [];
  for (const credit of longestFirst) {
    const fitting = groups.filter((group) => group.every(({ speaker }) => namesAgree(speaker, credit.speaker)));
    const [group] = fitting;
    if (group && fitting.length === 1) group.push(credit);
    else groups.push([credit]);
  }
  const nameless = credits.filter(({ speaker }) => speaker === null);
  const all = groups.length === 1 ? [[...groups.flat(), ...nameless]] : [...groups, nameless];
  return all
    .filter((group) => group.length > 0)
    .map(grouped)
    .sort((a, b) => b.articles - a.articles || fullestFirst(a.printings[0]?.entry, b.printings[0]?.entry));
}

type Named = PrintedCredit & { readonly speaker: string };

function grouped(credits: readonly PrintedCredit[]): CreditGroup {
  return {
    speaker: credits[0]?.speaker ?? null,
    speakers: new Set(credits.map(({ speaker }) => speaker)),
    articles: credits.reduce((sum, { articles }) => sum + articles, 0),
    printings: credits.flatMap(({ printings }) => printings).toSorted((a, b) => fullestFirst(a.entry, b.entry)),
  };
}

/** Of entries that print the same words, the one to show: the fullest attribution, then the earliest publication. */
export function fullestFirst(a: Entry | undefined, b: Entry | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return (
    emptinessOf(a) - emptinessOf(b) ||
    compare(a.publishedAt ?? UNDATED, b.publishedAt ?? UNDATED) ||
    compare(a.articleId, b.articleId) ||
    (a.content[0]?.start ?? 0) - (b.content[0]?.start ?? 0)
  );
}

/** Sorts behind every date. */
const UNDATED = '~';
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
