import type { Cast } from './cast.ts';
import type { Scene } from './scenes.ts';
import type { Antecedent } from './stages.ts';
import type { Determiner, Trait } from './traits.ts';

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
  /** Where a noun is printed of somebody without a name: "a senator said"; in printed order. */
  readonly #unnamed = new Map<string, number[]>();

  constructor(cast: Cast, scenes: readonly Scene[]) {
    this.#cast = cast;
    for (const { appearances } of scenes) {
      for (const appearance of appearances) {
        if (appearance.kind !== 'described' || appearance.determiner !== 'a') continue;
        const { noun } = appearance.trait;
        const starts = this.#unnamed.get(noun);
        if (starts) starts.push(appearance.start);
        else this.#unnamed.set(noun, [appearance.start]);
      }
    }
  }

  /**
   * Whose "the mayor" at a place is: that of the only one whom the article calls so, where it speaks of no other mayor
   * in between.
   *
   *     Mayor Alma Reyes opened the bridge. “It is safe,” [the mayor] said.
   *     The yard’s owner, Jo Lane, came. [Its owner] said …
   *     [Mayor] opens bridge ¶ Mayor Alma Reyes …                       in a headline only
   *     [An engineer] said … ¶ “…,” said the engineer, Jo Lane.         only where the name is set off behind "the"
   */
  whose(
    { trait, determiner }: { trait: Trait; determiner: Determiner },
    start: number,
    isHeadline = false,
  ): Antecedent | null {
    if (determiner === 'other' || determiner === 'his' || (determiner === 'none' && !isHeadline)) return null;
    const [only, second] = this.#cast.describedAs(trait);
    if (!only || second) return null;
    const { figure, sentence } = only;
    const isSetOff = only.trait.isDefinite;
    if (ANYBODY.has(trait.noun) && !isSetOff) return null;
    if (determiner === 'a' && !(isSetOff && start < sentence.start)) return null;
    return this.#isSpokenOfBetween(trait.noun, sentence.end, start) ? null : { figure, evidence: sentence };
  }

  #isSpokenOfBetween(noun: string, from: number, to: number): boolean {
    const starts = this.#unnamed.get(noun);
    if (!starts) return false;
    let low = 0;
    let high = starts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= from) low = middle + 1;
      else high = middle;
    }
    return (starts[low] ?? Number.POSITIVE_INFINITY) < to;
  }
}
