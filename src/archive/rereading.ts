import { z } from 'zod';
import type { KeptArticle } from './archive.ts';
import { type AddedVersion, type PlacedEntry, placedEntries } from './course.ts';
import { spansColumn } from './rows.ts';

/** A current version that older rules have read. */
export interface OutdatedVersion {
  /** Its number in the store; a later version has a higher one. */
  readonly n: number;
  readonly kept: KeptArticle;
}

/**
 * Reading again what older rules have read: by `keep`, with what the text yields now.
 *
 * An entry with the same words in the same place and of the same kind keeps its id. One that is no longer read is
 * retired: it can still be verified, and stands in no index and no count.
 */
export interface Rereading {
  /**
   * Current versions that were read by older rules than these, in the order of their numbers.
   *
   * @param after only versions with a higher number
   */
  outdated(rules: number, after: number, limit: number): Promise<readonly OutdatedVersion[]>;
  /** Whether later rules no longer read the entry with this id. */
  isRetired(id: string): Promise<boolean>;
}

/** An entry as a store holds it. */
export interface HeldEntry {
  readonly n: number;
  readonly id: string;
  readonly version: number;
  readonly kind: string;
  /** The column with its spans. */
  readonly spans: string;
}

/** A row of a held entry. */
export const HeldEntryRow: z.ZodType<HeldEntry> = z.object({
  n: z.number(),
  id: z.string(),
  version: z.number(),
  kind: z.string(),
  spans: z.string(),
});

/** What reading versions again comes to. */
export interface Replacement {
  /** Entries that are read as before, or with another speaker: their number and id stay. */
  readonly kept: readonly { readonly n: number; readonly entry: PlacedEntry }[];
  readonly added: readonly PlacedEntry[];
  /** The numbers of those that are no longer read. */
  readonly retired: readonly number[];
}

/** Compares what is held of versions with what they are read as now. */
export function replacementOf(held: readonly HeldEntry[], reread: readonly AddedVersion[]): Replacement {
  const before = new Map(held.map((entry) => [placeKey(entry), entry]));
  const kept: { n: number; entry: PlacedEntry }[] = [];
  const added: PlacedEntry[] = [];
  for (const entry of placedEntries(reread)) {
    const key = placeKey({ ...entry, spans: spansColumn(entry) });
    const same = before.get(key);
    before.delete(key);
    if (same) kept.push({ n: same.n, entry: { ...entry, id: same.id } });
    else added.push(entry);
  }
  return { kept, added, retired: [...before.values()].map(({ n }) => n) };
}

const Spans = z.tuple([z.array(z.number())], z.unknown());

function placeKey({ version, kind, spans }: Pick<HeldEntry, 'version' | 'kind' | 'spans'>): string {
  const [content] = Spans.parse(JSON.parse(spans));
  return `${version} ${kind} ${content.join(' ')}`;
}
