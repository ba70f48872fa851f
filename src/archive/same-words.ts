import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Entry, EntryKind } from '../extraction/entry.ts';
import type { AttributionStatus } from '../extraction/quotation.ts';
import { EntryRow } from './rows.ts';
import type { Audience } from './standing.ts';

/** An entry as one of several that print the same words, with where its article is to be read. */
export interface Printing {
  readonly entry: Entry;
  readonly url: string | null;
}

/** The articles that credit the same words to one name, or to nobody by name. */
export interface PrintedCredit {
  /** The fullest name that each of them prints, or null. */
  readonly speaker: string | null;
  /** How many articles; exact however many there are. */
  readonly articles: number;
  /** The first of them: the fullest attribution first, then the earliest publication; an article stands here once. */
  readonly printings: readonly Printing[];
}

/** Where the words of one entry are printed, that entry's own article included. */
export interface Printings {
  /** The entry that was asked about. */
  readonly id: string;
  /** How many articles print the words; exact however many there are. */
  readonly articles: number;
  /** The most frequent credits first, at most `MOST_CREDITS`. */
  readonly credits: readonly PrintedCredit[];
}

/** How many credits of the same words are told apart. */
export const MOST_CREDITS = 12;

/** The part of a store that knows which entries print the same words. */
export interface SameWords {
  /**
   * Which current articles print the very words of these entries, whoever is credited: words in quotation marks are
   * compared with words in quotation marks, paraphrases with paraphrases, statements with statements of one source.
   * Articles that may not be served are left out. Ids that nothing has are left out of the answer.
   *
   * @param most how many printings are listed for each credit
   */
  sameWords(ids: readonly string[], most: number, audience: Audience): Promise<readonly Printings[]>;
}

/** What is compared with what: a quotation is never the same as a paraphrase, even in the same words. */
const SORTS: Readonly<Record<Exclude<EntryKind, `fact/${string}`>, string>> = {
  direct: 'quoted',
  mixed: 'quoted',
  indirect: 'paraphrased',
  term: 'term',
  slogan: 'term',
  headline: 'headline',
};

/** What the key and the order of printings are made of. */
export type Credited = Pick<Entry, 'kind' | 'speaker' | 'status' | 'printedSource'>;

/**
 * A number that is the same for entries which print the same words: 52 bits of a SHA-256 over their sort and their
 * normalised words, for a fact its source as well. Among a million different texts two coincide once in ten thousand
 * archives; a store compares the words themselves of what it lists.
 *
 * @param norm the entry's words, normalised
 * @param source the printed source, normalised
 */
export function wordsKey(kind: EntryKind, norm: string, source: string): number {
  const sort = kind.startsWith('fact/') ? `stated by ${source}` : SORTS[kind as keyof typeof SORTS];
  return Number.parseInt(createHash('sha256').update(`${sort}\n${norm}`).digest('hex').slice(0, 13), 16);
}

/** The statuses by how much they tell of who spoke. */
const BY_STATUS: Readonly<Record<AttributionStatus, number>> = {
  named: 0,
  'described-resolved': 1,
  'pronoun-resolved': 1,
  'surname-only': 2,
  described: 3,
  'pronoun-unresolved': 4,
  none: 5,
};

/**
 * How full an attribution is, the smaller the fuller: by its status, then by the words of the name, then by the words
 * of the printed source ("Alma Reyes, the mayor of Bristow" tells more than "Alma Reyes").
 */
export function emptinessOf({ speaker, status, printedSource }: Credited): number {
  const missing = (text: string) => 9 - Math.min(9, text === '' ? 0 : text.split(/\s+/).length);
  return BY_STATUS[status] * 100 + missing(speaker ?? '') * 10 + missing(printedSource);
}

/** One printing among those of the same words: its row, its credit and how many articles share that, and all of them. */
export interface ListedPrinting {
  readonly n: number;
  readonly speaker: string | null;
  readonly articles: number;
  readonly total: number;
}

/** An entry whose words are looked for: its id, the key of its words, and the words. */
export const AskedRow = z.object({ id: z.string(), words: z.number(), norm: z.string() });

/** A row of a listed printing. */
export const ListedRow: z.ZodType<ListedPrinting> = z.object({
  n: z.number(),
  speaker: z.string().nullable(),
  articles: z.number(),
  total: z.number(),
});

/** A row of ENTRY_COLUMNS with its number `n` and its article's `url`, as that number and the printing. */
export const PrintingRow = z
  .looseObject({ n: z.number(), url: z.string().nullable() })
  .transform((row): [number, Printing] => [row.n, { entry: EntryRow.parse(row), url: row.url }]);

/**
 * The printings of one entry's words.
 *
 * @param listed in order: by credit, and within a credit as printings are listed
 * @param printings the rows that print these very words
 */
export function groupPrintings(
  id: string,
  listed: readonly ListedPrinting[],
  printings: ReadonlyMap<number, Printing>,
): Printings {
  const credits = new Map<string | null, PrintedCredit>();
  for (const { n, speaker, articles } of listed) {
    const credit = credits.get(speaker) ?? { speaker, articles, printings: [] };
    const printing = printings.get(n);
    credits.set(speaker, printing ? { ...credit, printings: [...credit.printings, printing] } : credit);
  }
  return { id, articles: listed[0]?.total ?? 0, credits: [...credits.values()] };
}
