import type { WordedEntry } from '../column-values.ts';

/*
 * Words as PostgreSQL's full-text search takes them (postgresql.org/docs/current/datatype-textsearch.html). Vectors and
 * queries are written out in their own syntax: the words are normalised already, and the server's parser, which would
 * take 1⁄2 apart and goes by the database's locale, is never asked.
 */

/** The highest place that a word can have in a vector. */
const LAST_PLACE = 16_383;
/** Bytes of the longest word that a vector, and an index over words, can hold. */
const LONGEST = 2_046;
/** Bytes of all words of a vector, well below the 1 MiB that it can hold. */
const MOST_BYTES = 600_000;

/**
 * The words of an entry that go into the index; half of the room for each part, so that a long text never hides who
 * said it.
 *
 * Misses: words beyond the first 8,000 or so of a part, and words of more than 2,046 bytes.
 */
export function indexedWords({ norm, spk }: WordedEntry): WordedEntry {
  return { norm: firstWords(norm), spk: firstWords(spk) };
}

function firstWords(text: string): string {
  const kept: string[] = [];
  let room = MOST_BYTES / 2;
  for (const word of wordsIn(text)) {
    const bytes = Buffer.byteLength(word);
    if (bytes > LONGEST) continue;
    room -= bytes;
    if (room < 0 || kept.length >= LAST_PLACE / 2 - 1) break;
    kept.push(word);
  }
  return kept.join(' ');
}

const wordsIn = (text: string) => text.split(' ').filter((word) => word !== '');

/** How many words an entry has. */
export function sizeOf({ norm, spk }: WordedEntry): number {
  return wordsIn(norm).length + wordsIn(spk).length;
}

/** The words of an entry as a tsvector: those said with weight A, those of who said them with weight B. */
export function searchVector(entry: WordedEntry): string {
  const [norm, spk] = [wordsIn(entry.norm), wordsIn(entry.spk)];
  const places = new Map<string, string[]>();
  const put = (word: string, place: string) => {
    const known = places.get(word);
    if (known) known.push(place);
    else places.set(word, [place]);
  };
  norm.forEach((word, index) => {
    put(word, `${index + 1}A`);
  });
  // One place stays empty between the two, so that no phrase runs on from the words into the speaker's name.
  spk.forEach((word, index) => {
    put(word, `${norm.length + index + 2}B`);
  });
  return [...places].map(([word, at]) => `${quoted(word)}:${at.join(',')}`).join(' ');
}

const quoted = (word: string) => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;

/** A query; null finds nothing. */
export type Expression = string | null;

/** One word, wherever it stands or only in the speaker's name; what cannot be indexed stands nowhere. */
export function word(text: string, where: 'anywhere' | 'inSpeaker' = 'anywhere'): Expression {
  if (text === '' || Buffer.byteLength(text) > LONGEST) return null;
  // In a query a NUL would end the text.
  return `${quoted(text.replaceAll('\0', '\ufffd'))}${where === 'inSpeaker' ? ':B' : ''}`;
}

/** Words right behind one another. */
export function phrase(words: readonly string[]): Expression {
  return joined(
    words.filter((text) => text !== '').map((text) => word(text)),
    '<->',
  );
}

export function either(parts: readonly Expression[]): Expression {
  return joined(
    parts.filter((part) => part !== null),
    '|',
  );
}

export function both(parts: readonly Expression[]): Expression {
  return joined(parts, '&');
}

function joined(parts: readonly Expression[], operator: string): Expression {
  return parts.length === 0 || parts.includes(null) ? null : `(${parts.join(` ${operator} `)})`;
}

/** A word in any of the ways in which it may stand. */
export function anyWayOf(group: readonly string[]): Expression {
  return either(group.map((text) => word(text)));
}

/** All of the parts; from three on, all but any one will do. */
export function allOrAllButOne(parts: readonly Expression[]): Expression {
  if (parts.length < 3) return both(parts);
  return either(parts.map((_, index) => both(parts.toSpliced(index, 1))));
}
