import type { Cast } from './cast.ts';
import type { Trait } from './portraits.ts';
import type { Antecedent } from './pronouns.ts';
import type { Scene } from './scenes.ts';

/** Words for people of whom there are always more than the ones named: an official may be any. */
const ANYBODY = new Set(
  `man woman boy girl person official officer source member expert analyst resident voter supporter worker employee
  victim witness player fan driver student teacher parent reporter journalist friend critic rival opponent aide staffer
  adviser advisor participant volunteer donor observer neighbour neighbor user reader writer author fighter star`.split(
    /\s+/,
  ),
);

/** Says whose a description is, where an article leaves one reading. */
export class Descriptions {
  readonly #cast: Cast;
  /** Nouns that are printed of somebody without a name: "a senator said". */
  readonly #unnamed: ReadonlySet<string>;

  constructor(cast: Cast, scenes: readonly Scene[]) {
    this.#cast = cast;
    const unnamed = new Set<string>();
    for (const { appearances } of scenes) {
      for (const appearance of appearances) {
        if (appearance.kind !== 'described' || appearance.determiner === 'the') continue;
        unnamed.add(appearance.trait.noun);
      }
    }
    this.#unnamed = unnamed;
  }

  /**
   * Whose "the mayor" is: that of the only one whom the article calls so, where it speaks of no mayor without a name.
   *
   *     Mayor Alma Reyes opened the bridge. “It is safe,” [the mayor] said.
   */
  whose(trait: Trait, determiner: string): Antecedent | null {
    if (determiner !== 'the' || ANYBODY.has(trait.noun) || this.#unnamed.has(trait.noun)) return null;
    const [only, second] = this.#cast.describedAs(trait);
    return only && !second ? { figure: only.figure, evidence: only.sentence } : null;
  }
}
