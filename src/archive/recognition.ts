import { z } from 'zod';
import type { Identity } from '../article/article-id.ts';

/** An article that may have come before: what it is known by, and the hash of its text. */
export interface Comer {
  readonly identity: Identity;
  readonly sha256: string;
}

/** What an archive knows of an article that comes, under the id that it has there. */
export type Recognised =
  | { readonly kind: 'new'; readonly id: string }
  /** It is held, and its text was another one. */
  | { readonly kind: 'changed'; readonly id: string }
  /** This very text is its current version, read by the rules of this number. */
  | { readonly kind: 'held'; readonly id: string; readonly reading: number }
  /** It has neither an address nor an id of its outlet's, and its text is one that is held already from another place. */
  | { readonly kind: 'copy'; readonly id: string };

/** Recognises articles that come again. */
export interface Recognition {
  /** What the archive knows of each of these, in order. `keep` goes by the same: asking first only saves reading. */
  recognise(comers: readonly Comer[]): Promise<readonly Recognised[]>;
}

/** What a store knows of the names and texts of some comers. */
export interface Acquaintance {
  /** Names, and ids as well, with the article that each stands for. */
  readonly byName: ReadonlyMap<string, string>;
  /** Hashes of texts without an address, with the article that has or had that text. */
  readonly byText: ReadonlyMap<string, string>;
}

/** A name, or the hash of a text, with the article that it stands for. */
export const KnownRow = z.object({ name: z.string(), article: z.string() });

/** What rows say that a store knows; of several with one name the last holds. */
export function acquaintance(
  byName: readonly z.infer<typeof KnownRow>[],
  byText: readonly z.infer<typeof KnownRow>[],
): Acquaintance {
  const mapOf = (rows: typeof byName) => new Map(rows.map(({ name, article }) => [name, article]));
  return { byName: mapOf(byName), byText: mapOf(byText) };
}

/** Every name under which these may be known. */
export function namesOf(comers: readonly Comer[]): readonly string[] {
  return comers.flatMap(({ identity }) => [identity.id, ...identity.alsoKnownAs]);
}

/** The hashes of those that are known by nothing but where they were read. */
export function textsOf(comers: readonly Comer[]): readonly string[] {
  return comers.flatMap(({ identity, sha256 }) => (identity.by === 'place' ? [sha256] : []));
}

/** Finds for one comer after the other which article it is; each is known to those after it. */
export class Recogniser {
  readonly #byName: Map<string, string>;
  readonly #byText: Map<string, string>;

  constructor({ byName, byText }: Acquaintance) {
    this.#byName = new Map(byName);
    this.#byText = new Map(byText);
  }

  /** The id under which the comer is or is to be kept, and the names that are new for it. */
  meet({ identity, sha256 }: Comer): {
    readonly id: string;
    readonly kind: 'known' | 'new' | 'copy';
    readonly names: readonly string[];
  } {
    const names = [identity.id, ...identity.alsoKnownAs];
    const known = names.map((name) => this.#byName.get(name)).find((article) => article !== undefined);
    const original = identity.by === 'place' && known === undefined ? this.#byText.get(sha256) : undefined;
    if (original !== undefined) return { id: original, kind: 'copy', names: [] };
    const id = known ?? identity.id;
    const fresh = names.filter((name) => !this.#byName.has(name));
    for (const name of fresh) this.#byName.set(name, id);
    if (identity.by === 'place' && !this.#byText.has(sha256)) this.#byText.set(sha256, id);
    return { id, kind: known === undefined ? 'new' : 'known', names: fresh.filter((name) => name !== id) };
  }
}

/** A version that is current, as far as recognising needs it. */
export interface CurrentVersion {
  readonly article: string;
  readonly sha256: string;
  readonly reading: number;
}

/** A row of a current version. */
export const CurrentRow: z.ZodType<CurrentVersion> = z.object({
  article: z.string(),
  sha256: z.string(),
  reading: z.number(),
});

/** Says of each comer what is known of it; asks once for the current versions of the articles that they may be. */
export function* recognised(
  comers: readonly Comer[],
  acquaintance: Acquaintance,
): Generator<readonly string[], readonly Recognised[], readonly CurrentVersion[]> {
  const recogniser = new Recogniser(acquaintance);
  const met = comers.map((comer) => ({ ...recogniser.meet(comer), sha256: comer.sha256 }));
  const current = yield met.map(({ id }) => id);
  const byId = new Map(current.map((version) => [version.article, version]));
  return met.map(({ id, kind, sha256 }): Recognised => {
    if (kind === 'copy') return { kind, id };
    const version = byId.get(id);
    if (!version) return { kind: 'new', id };
    return version.sha256 === sha256 ? { kind: 'held', id, reading: version.reading } : { kind: 'changed', id };
  });
}

/** The identity of an article of which nothing is told but its id. */
export function identityById(id: string): Identity {
  return { id, by: 'given', alsoKnownAs: [] };
}
