import { type Entry, entriesOf } from '../extraction/entry.ts';
import { READING_VERSION } from '../extraction/reading-version.ts';
import { ArchiveError, type Kept, type ReadArticle } from './archive.ts';
import { reasonToRefuse } from './keepable-text.ts';

/** A version that a store holds already, under the number that the store gave it. */
export interface HeldVersion {
  readonly article: string;
  readonly sha256: string;
  readonly n: number;
  readonly isCurrent: boolean;
  /** The rules that read it. */
  readonly reading: number;
}

/** An article that was read, with the number of the new version that it becomes. */
export interface AddedVersion extends ReadArticle {
  readonly version: number;
}

/** An entry with the version that it is of, and its place there in printed order. */
export interface PlacedEntry extends Entry {
  readonly version: number;
  readonly place: number;
}

/** Throws an ArchiveError where one of these articles cannot be kept exactly. */
export function requireKeepable(read: readonly ReadArticle[]): void {
  for (const article of read) {
    const reason = reasonToRefuse(article);
    if (reason) throw new ArchiveError(`${reason} Nothing of this step was kept.`);
  }
}

/**
 * What keeping articles one after the other comes to: which versions are new, and which are current at the end.
 *
 * What an article prints now is its current version, so an article that goes back to an earlier text has that version
 * made current again, with the entries and ids that it had.
 */
export class Course {
  readonly added: AddedVersion[] = [];
  /** Versions held already that older rules had read. */
  readonly reread: AddedVersion[] = [];
  readonly #outdated = new Set<number>();
  readonly #held = new Map<string, number>();
  readonly #before = new Map<string, number>();
  readonly #now = new Map<string, number>();
  readonly #nextNumber: () => number;

  /**
   * @param held every version that the store holds of any of the articles to come
   * @param nextNumber the number of the next new version
   */
  constructor(held: readonly HeldVersion[], nextNumber: () => number) {
    this.#nextNumber = nextNumber;
    for (const { article, sha256, n, isCurrent, reading } of held) {
      if (reading < READING_VERSION) this.#outdated.add(n);
      this.#held.set(versionKey(article, sha256), n);
      if (isCurrent) this.#before.set(article, n);
    }
    for (const [article, n] of this.#before) this.#now.set(article, n);
  }

  take(read: ReadArticle): { readonly kind: Kept['kind']; readonly version: number } {
    const { id, sha256 } = read.article;
    const current = this.#now.get(id);
    const held = this.#held.get(versionKey(id, sha256));
    const isReread = held !== undefined && this.#outdated.delete(held);
    if (isReread) this.reread.push({ ...read, version: held });
    if (held !== undefined && held === current) return { kind: isReread ? 'reread' : 'unchanged', version: held };
    const version = held ?? this.#add(read);
    this.#now.set(id, version);
    return { kind: current === undefined ? 'added' : 'changed', version };
  }

  /** Versions that were current before and are no more. */
  get superseded(): readonly number[] {
    return [...this.#before].flatMap(([id, n]) => (this.#now.get(id) === n ? [] : [n]));
  }

  /** Versions that are current now and were not before. */
  get promoted(): readonly number[] {
    return [...this.#now].flatMap(([id, n]) => (this.#before.get(id) === n ? [] : [n]));
  }

  #add(read: ReadArticle): number {
    const { id, sha256 } = read.article;
    const version = this.#nextNumber();
    this.added.push({ ...read, version });
    this.#held.set(versionKey(id, sha256), version);
    return version;
  }
}

const versionKey = (article: string, sha256: string) => `${sha256} ${article}`;

/** The entries of new versions, each in its place. */
export function placedEntries(added: readonly AddedVersion[]): readonly PlacedEntry[] {
  return added.flatMap(({ version, article, extraction }) => {
    return withoutDoubles(entriesOf(article, extraction)).map((entry, place) => ({ ...entry, version, place }));
  });
}

/** Two quotations of one kind with the same words in the same place are one: the first is kept. */
function withoutDoubles(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** How many quotations and facts a version holds. */
export interface Size {
  readonly quotations: number;
  readonly facts: number;
}

/** What became of each article, in order, as `keep` answers. */
export function keptOf(
  steps: readonly { readonly kind: Kept['kind']; readonly version: number }[],
  sizes: ReadonlyMap<number, Size>,
): readonly Kept[] {
  return steps.map(({ kind, version }): Kept => {
    return kind === 'unchanged' ? { kind } : { kind, ...(sizes.get(version) ?? { quotations: 0, facts: 0 }) };
  });
}
