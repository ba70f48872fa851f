import { editDistance, slipsBetween } from './edit-distance.ts';
import { hasDigit, pluralsOf, relate, singularsOf, stem, type WordRelation } from './likeness.ts';

/** A word that was asked for: its normalised form, what it weighs, and whether the archive knows it. */
export interface AskedWord {
  readonly norm: string;
  /** Information of the word in this archive, > 0; see plan.ts. */
  readonly weight: number;
  readonly isKnown: boolean;
  /** Other words that would do as well, normalised. */
  readonly alternatives?: readonly string[];
}

/** An asked word, by its place, that a printed word is like. */
export interface AskedPlace {
  readonly place: number;
  readonly relation: Exclude<WordRelation, 'other'>;
}

const NONE: readonly AskedPlace[] = [];
/** Two words of one stem have so many letters in common at their start: what is left of an ending is never shorter. */
const COMMON_START = 3;

/**
 * Compares every printed word with all the asked ones at once. Most words of most candidates are like none of them,
 * so that is what is found out first: by looking each up among the forms that would be like an asked word.
 */
export class WordComparison {
  readonly asked: readonly AskedWord[];
  /** The same without what they weigh. */
  readonly norms: readonly string[];
  readonly #places = new Map<string, readonly AskedPlace[]>();
  /** Which asked words a printed word of this very form is surely compared with. */
  readonly #byForm = new Map<string, number[]>();
  readonly #byStem = new Map<string, number[]>();
  readonly #starts = new Set<string>();
  readonly #unknown: readonly { readonly place: number; readonly norm: string; readonly letters: number }[];

  constructor(asked: readonly AskedWord[]) {
    this.asked = asked;
    this.norms = asked.map(({ norm }) => norm);
    const unknown: { place: number; norm: string; letters: number }[] = [];
    asked.forEach(({ norm, isKnown, alternatives = [] }, place) => {
      for (const form of [norm, ...pluralsOf(norm), ...singularsOf(norm), ...alternatives])
        add(this.#byForm, form, place);
      if (hasDigit(norm)) return;
      add(this.#byStem, stem(norm), place);
      this.#starts.add(norm.slice(0, COMMON_START));
      if (!isKnown) unknown.push({ place, norm, letters: lettersOf(norm) });
    });
    this.#unknown = unknown;
  }

  /** The asked words that a printed word is like, in their order. */
  placesOf(printed: string): readonly AskedPlace[] {
    let places = this.#places.get(printed);
    if (!places) {
      places = this.#compare(printed);
      this.#places.set(printed, places);
    }
    return places;
  }

  /** How the asked word at a place compares to a printed one. */
  relation(place: number, printed: string): WordRelation {
    return this.placesOf(printed).find((like) => like.place === place)?.relation ?? 'other';
  }

  #compare(printed: string): readonly AskedPlace[] {
    const possible = new Set(this.#byForm.get(printed));
    if (this.#starts.has(printed.slice(0, COMMON_START))) {
      for (const place of this.#byStem.get(stem(printed)) ?? []) possible.add(place);
    }
    if (this.#unknown.length > 0) for (const place of this.#slips(printed)) possible.add(place);
    if (possible.size === 0) return NONE;
    return [...possible]
      .sort((a, b) => a - b)
      .flatMap((place): AskedPlace | readonly [] => {
        const word = this.asked[place];
        if (!word) return [];
        const relation = word.alternatives?.includes(printed) ? 'stem' : relate(word.norm, printed, word.isKnown);
        return relation === 'other' ? [] : { place, relation };
      });
  }

  /** Unknown words that may be misspellings of a printed one: an edit changes one letter for another at the most. */
  *#slips(printed: string): Generator<number> {
    const letters = lettersOf(printed);
    for (const { place, norm, letters: own } of this.#unknown) {
      const limit = slipsBetween(norm, printed);
      if (limit === 0 || Math.abs(norm.length - printed.length) > limit) continue;
      if (countBits(own & ~letters) > limit || countBits(letters & ~own) > limit) continue;
      if (editDistance(norm, printed, limit) <= limit) yield place;
    }
  }
}

function add(map: Map<string, number[]>, key: string, place: number): void {
  const places = map.get(key);
  if (places) places.push(place);
  else map.set(key, [place]);
}

/** Which letters a word has, as bits; letters beyond the 32nd share theirs, which hides a difference and makes none. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let index = 0; index < word.length; index++) bits |= 1 << (word.charCodeAt(index) & 31);
  return bits;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
