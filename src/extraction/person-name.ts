import { normalise } from '../article/words.ts';

/** Words of address that say nothing of who it is. */
const TITLES = new Set('mr mrs ms miss mx dr sir dame lord lady prof professor the a an'.split(' '));

/** The normalised words of a name, without words of address. */
export function nameWords(name: string): readonly string[] {
  return normalise(name)
    .split(' ')
    .filter((word) => word !== '' && !TITLES.has(word));
}

/** A name in the form in which names of different articles are compared: "Mr. Xi" and "Xi" are the same. */
export function personName(printed: string): string {
  return nameWords(printed).join(' ');
}
