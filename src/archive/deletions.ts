/** Words of this many letters are looked up by their misspellings. */
const SPELLABLE = /^\p{L}{4,24}$/u;
/** From this many letters on a word may be two letters away. */
const LONG = 7;

/**
 * What is left of a word when one letter is left out, or one or two from seven letters on; nothing for words of fewer
 * than 4 or more than 24 letters, and for numbers.
 *
 * Two words are at the most that many slips apart only if they, or what is left of them, coincide: Wolf Garbe's
 * symmetric delete (https://wolfgarbe.medium.com/1000x-faster-spelling-correction-algorithm-2012-8701fcd87a5f). He
 * goes by one distance for all words; here short words get one slip only.
 *
 * Misses: letters that take two UTF-16 code units (Gothic, Deseret), which leaving out would cut in two.
 */
export function deletionsOf(word: string): ReadonlySet<string> {
  const left = new Set<string>();
  if (!SPELLABLE.test(word) || /[\ud800-\udfff]/.test(word)) return left;
  for (let first = 0; first < word.length; first++) {
    const once = without(word, first);
    left.add(once);
    if (word.length < LONG) continue;
    for (let second = first; second < once.length; second++) left.add(without(once, second));
  }
  return left;
}

const without = (word: string, index: number) => word.slice(0, index) + word.slice(index + 1);
