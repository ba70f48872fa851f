import type { Entry, EntryKind } from '../extraction/entry.ts';

/*
 * What search asks of a store, in the words of search/entry-index.ts: this room does not know search, so the shape is
 * written down here once more, and a test holds the two together.
 */

/** One way of fetching candidates; each group holds the ways in which one word may stand in the archive. */
export type CandidateQuery =
  | { readonly kind: 'any'; readonly groups: readonly (readonly string[])[]; readonly limit: number }
  /** From three groups on, all but any one will do. */
  | { readonly kind: 'all'; readonly groups: readonly (readonly string[])[]; readonly limit: number }
  | {
      readonly kind: 'phrases';
      readonly phrases: readonly (readonly string[])[];
      readonly enough: number;
      readonly limit: number;
    }
  | { readonly kind: 'every'; readonly limit: number };

/** Narrows what is looked at; every given part must hold. */
export interface EntryFilter {
  readonly kinds?: readonly EntryKind[];
  readonly articleId?: string;
  /** ISO dates, both inclusive. */
  readonly since?: string;
  readonly until?: string;
  readonly inWords?: readonly string[];
  readonly byWords?: readonly string[];
  /** The channel asked from: only there are articles seen that are restricted to it. */
  readonly channel?: string;
}

/** A word of the archive and in how many entries it stands. */
export interface Term {
  readonly term: string;
  readonly frequency: number;
}

/** An entry as far as it is ranked: its normalised words, and what settles ties. */
export interface Candidate {
  readonly id: string;
  readonly kind: EntryKind;
  /** The words said, normalised, one blank between. */
  readonly norm: string;
  /** The words of speaker and printed source, likewise. */
  readonly spk: string;
  readonly publishedAt: string | null;
}

/** The part of a store that candidates are fetched from. */
export interface CandidateIndex {
  /** Sum of document frequencies that an any-of-these query may come to: all of those rows are read and ranked. */
  readonly rankable: number;
  entryCount(): Promise<number>;
  frequencies(words: readonly string[]): Promise<ReadonlyMap<string, number>>;
  neighbours(words: readonly string[]): Promise<ReadonlyMap<string, readonly Term[]>>;
  candidates(queries: readonly CandidateQuery[], filter: EntryFilter): Promise<readonly Candidate[]>;
  entries(ids: readonly string[]): Promise<readonly Entry[]>;
}
