import type { Entry, EntryKind } from '../extraction/entry.ts';

/** A word with the ways in which it may stand in the archive; any of them will do. */
export type WordGroup = readonly string[];

/** One way of fetching candidates. Words are normalised (article/words.ts). */
export type CandidateQuery =
  /** Entries with any of the groups, best first (bm25 or the like). */
  | { readonly kind: 'any'; readonly groups: readonly WordGroup[]; readonly limit: number }
  /** Entries with all of the groups; from three groups on, all but any one will do. Newest first. */
  | { readonly kind: 'all'; readonly groups: readonly WordGroup[]; readonly limit: number }
  /** Entries with one of the phrases, tried in order until `enough` are found. */
  | {
      readonly kind: 'phrases';
      readonly phrases: readonly (readonly string[])[];
      readonly enough: number;
      readonly limit: number;
    }
  /** Every entry that the filter lets through, newest article first, in printed order. */
  | { readonly kind: 'every'; readonly limit: number };

/** Narrows what is looked at; every given part must hold. */
export interface EntryFilter {
  readonly kinds?: readonly EntryKind[];
  readonly articleId?: string;
  /** ISO dates, both inclusive, against `publishedAt`; an article without a date is left out. */
  readonly since?: string;
  readonly until?: string;
  /** Normalised words, each of which must stand in the outlet's name or the headline. */
  readonly inWords?: readonly string[];
  /** Normalised words, each of which must stand in the speaker's name or the printed source. */
  readonly byWords?: readonly string[];
  /** The channel asked from: only there are articles seen that are restricted to it. */
  readonly channel?: string;
}

/** A word of the archive and in how many entries it stands, as text or as speaker. */
export interface Term {
  readonly term: string;
  readonly frequency: number;
}

/** An entry as far as it is ranked: its normalised words, and what settles ties. */
export interface Candidate {
  readonly id: string;
  readonly kind: EntryKind;
  /** The words said, normalised (article/words.ts), one blank between. */
  readonly norm: string;
  /** The words of speaker and printed source, likewise. */
  readonly spk: string;
  readonly publishedAt: string | null;
}

/** What search needs of a store. The stores in archive/ satisfy it by shape. */
export interface EntryIndex {
  /** Sum of document frequencies that an `any` query may come to: all of those rows are read and ranked. */
  readonly rankable: number;
  /** How many entries there are in all. */
  entryCount(): Promise<number>;
  /** In how many entries each word stands; words that stand nowhere are left out. */
  frequencies(words: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /**
   * For each word the terms that share a deletion neighbour with it: one letter away, or two from seven letters
   * on (SymSpell's idea). More come back than are wanted; the caller measures the distance.
   */
  neighbours(words: readonly string[]): Promise<ReadonlyMap<string, readonly Term[]>>;
  /** Entries of current versions only, each once, in the order in which the queries found them. */
  candidates(queries: readonly CandidateQuery[], filter: EntryFilter): Promise<readonly Candidate[]>;
  /** The entries with these ids, of whatever version, in the order of the ids; there may be fewer. */
  entries(ids: readonly string[]): Promise<readonly Entry[]>;
}

/** The first entries that a filter lets through, newest article first, in printed order. */
export async function everyEntry(index: EntryIndex, filter: EntryFilter, limit: number): Promise<readonly Entry[]> {
  const found = await index.candidates([{ kind: 'every', limit }], filter);
  return index.entries(found.map(({ id }) => id));
}
