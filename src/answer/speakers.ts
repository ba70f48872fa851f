import { normalise, wordsOf } from '../article/words.ts';
import type { Entry } from '../extraction/entry.ts';
import { nameWords } from '../extraction/person-name.ts';
import { allowedSlips, editDistance } from '../search/edit-distance.ts';
import { type EntryFilter, type EntryIndex, everyEntry } from '../search/entry-index.ts';

/** What the archive holds by somebody who was asked for by name or role. */
export type SpeakerFound =
  /** Every word of the name is printed with these entries; `words` are those words, normalised, as they are spelt there. */
  | { readonly kind: 'whole'; readonly words: readonly string[]; readonly entries: readonly Entry[] }
  /** Only part of the name is printed: "Mr Xi" where Xi Jinping was asked for. `printed` is how. */
  | {
      readonly kind: 'part';
      readonly words: readonly string[];
      readonly printed: string;
      readonly entries: readonly Entry[];
    }
  | { readonly kind: 'nobody' };

/** How many entries of one speaker are looked at. */
const MOST_ENTRIES = 500;

/**
 * Finds the entries credited to a speaker, who may be misspelt ("wang chun hui"), asked for by role ("the president"),
 * or by more of a name than the articles print.
 */
export async function findSpeaker(index: EntryIndex, name: string, filter: EntryFilter = {}): Promise<SpeakerFound> {
  const words = nameWords(name);
  if (words.length === 0) return { kind: 'nobody' };
  const lookUp = async (byWords: readonly string[]) => {
    const found = await everyEntry(index, { ...filter, byWords }, MOST_ENTRIES);
    return found.filter((entry) => isCreditedTo(entry, byWords));
  };
  for (const spelling of await spellings(index, words)) {
    const entries = await lookUp(spelling);
    if (entries.length > 0) return { kind: 'whole', words: spelling, entries };
  }
  if (words.length < 2) return { kind: 'nobody' };
  // Surnames stand last in most names and first in Chinese, Korean and Hungarian ones.
  for (const surname of [words.at(-1) ?? '', words[0] ?? '']) {
    const entries = (await lookUp([surname])).filter((entry) => nameWords(entry.speaker ?? '').join(' ') === surname);
    const printed = entries[0]?.speaker;
    if (printed) return { kind: 'part', words: [surname], printed, entries };
  }
  return { kind: 'nobody' };
}

const PRONOUNS = new Set('he she they it him her them his hers their we i you'.split(' '));

/** Whether what was asked for is a pronoun: many people are printed as "he". */
export function isPronoun(name: string): boolean {
  return PRONOUNS.has(normalise(name));
}

/** Whether words name the speaker, or one of those whom the printed source names, and not just describe them. */
function isCreditedTo(entry: Entry, words: readonly string[]): boolean {
  const speaker = new Set(nameWords(entry.speaker ?? ''));
  if (words.every((word) => speaker.has(word))) return true;
  return standsAsName(entry.printedSource, words);
}

/** "China" stands as a name in "China and Russia" and not in "China censorship watchdog GreatFire.org". */
function standsAsName(source: string, words: readonly string[]): boolean {
  const printed = wordsOf(source);
  for (let start = 0; start + words.length <= printed.length; start++) {
    if (!words.every((word, offset) => printed[start + offset]?.norm === word)) continue;
    const last = printed[start + words.length - 1];
    const rest = last ? source.slice(last.end) : '';
    if (
      /^(?:$|\.\p{Ll}{2,}|['’]s?\b|[^\p{L}\p{N}]*$|\s*[,;:()–—]|\s+(?:and|or|of|for|at|in|on|to|from|with|who|whose|which|that|as)\b)/u.test(
        rest,
      )
    )
      return true;
  }
  return false;
}

/** The name as typed; with neighbouring words joined ("chun hui"); with unknown words as the archive spells them. */
async function spellings(index: EntryIndex, words: readonly string[]): Promise<readonly (readonly string[])[]> {
  const joined = words
    .slice(1)
    .map((word, at) => [...words.slice(0, at), `${words[at] ?? ''}${word}`, ...words.slice(at + 2)]);
  const variants = [words, ...joined];
  const known = await index.frequencies([...new Set(variants.flat())]);
  const unknown = [...new Set(variants.flat())].filter((word) => !known.has(word) && allowedSlips(word) > 0);
  const neighbours = await index.neighbours(unknown);
  const corrected = variants.map((variant) =>
    variant.map((word) => {
      const near = neighbours
        .get(word)
        ?.filter((term) => editDistance(word, term.term, allowedSlips(word)) <= allowedSlips(word));
      return near?.toSorted((a, b) => b.frequency - a.frequency)[0]?.term ?? word;
    }),
  );
  const all = [...variants, ...corrected].map((variant) => variant.join(' '));
  return [...new Set(all)].map((variant) => variant.split(' '));
}
