import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { wordsOf } from '../../article/words.ts';
import { randomNumbers } from '../../evaluation/random-numbers.ts';
import { isStopWord } from '../../search/stop-words.ts';
import { CorpusError } from '../corpus.ts';
import type { BenchEntry } from './bench-entries.ts';

/** The kinds of questions that a search bench asks. */
export const KINDS = ['fragment', 'typos', 'misquote', 'keywords', 'keywords and speaker', 'paste'] as const;
export type QuestionKind = (typeof KINDS)[number];

/** Something to look up, with the texts that are right to be found; none of it is in the archive where there are none. */
export const Question = z.object({ kind: z.enum(KINDS), text: z.string(), expected: z.array(z.string()) });
export type Question = z.infer<typeof Question>;

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];
/** Words of a quotation that is asked for, and of an entry that is pasted whole. */
const SHORTEST = 9;
const LONGEST = 80;
const SHORTEST_PASTE = 32;

/**
 * Makes questions of each kind of entries by named speakers, one kind after the other in turn.
 *
 * Keywords are often ambiguous: other entries hold them as well, and only the one that they were taken from counts.
 */
export function makeQuestions(entries: readonly BenchEntry[], each: number, seed: number): readonly Question[] {
  const random = randomNumbers(seed);
  const below = (count: number) => Math.floor(random() * count);
  const pick = <T>(list: readonly T[]): T | undefined => list[below(list.length)];
  const frequency = new Map<string, number>();
  for (const { text } of entries) for (const word of new Set(norms(text))) bump(frequency, word);
  const common = [...frequency].filter(([word, count]) => count > 3 && /^[a-z]{4,}$/.test(word)).map(([word]) => word);
  const chosen = (list: readonly BenchEntry[]) => shuffled(list, random).slice(0, each);
  const targets = chosen(
    entries.filter(({ kind, text, speaker }) => {
      const count = norms(text).length;
      return kind === 'quote' && isFullName(speaker) && count >= SHORTEST && count <= LONGEST;
    }),
  );
  const long = chosen(entries.filter(({ text }) => norms(text).length >= SHORTEST_PASTE));

  const piece = (text: string, fewest: number, most: number): string[] => {
    const words = text.split(/\s+/);
    const size = Math.min(words.length, fewest + below(most - fewest + 1));
    for (let attempt = 0; attempt < 50; attempt++) {
      const from = below(words.length - size + 1);
      const cut = words.slice(from, from + size);
      if (cut.filter(isContent).length >= 2) return cut;
    }
    return words.slice(0, size);
  };
  const misspelt = (word: string): string => {
    const at = 1 + below(Math.max(1, word.length - 2));
    const letter = pick(LETTERS) ?? '';
    const swapped = `${word[at + 1] ?? ''}${word[at] ?? ''}`;
    return (
      pick([
        word.slice(0, at) + word.slice(at + 1),
        word.slice(0, at) + letter + word.slice(at),
        word.slice(0, at) + letter + word.slice(at + 1),
        word.slice(0, at) + swapped + word.slice(at + 2),
      ]) ?? word
    );
  };
  const change = (words: string[]): void => {
    const at = below(words.length);
    const what = below(3);
    if (what === 0) words[at] = pick(common) ?? 'other';
    else if (what === 1 && words.length > 4) words.splice(at, 1);
    else words.splice(at, 2, ...words.slice(at, at + 2).reverse());
  };
  const keywords = (text: string) =>
    [...new Set(norms(text).filter(isContent))].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0));

  const make: Readonly<Record<QuestionKind, (entry: BenchEntry) => string>> = {
    fragment: ({ text }) => piece(text, 4, 8).join(' '),
    typos: ({ text }) => {
      const words = piece(text, 4, 8);
      const places = words.flatMap((word, at) => (/^\p{L}{4,}/u.test(word) ? [at] : []));
      for (const at of shuffled(places, random).slice(0, 1 + below(2))) words[at] = misspelt(words[at] ?? '');
      return words.join(' ');
    },
    misquote: ({ text }) => {
      const words = piece(text, 5, 9);
      for (let left = 1 + below(2); left > 0; left--) change(words);
      return words.join(' ');
    },
    keywords: ({ text }) => {
      const rarest = keywords(text);
      return random() < 0.33 ? (rarest[0] ?? text) : shuffled(rarest.slice(0, 4), random).slice(0, 2).join(' ');
    },
    'keywords and speaker': ({ text, speaker }) => {
      const some = shuffled(keywords(text).slice(0, 6), random).slice(0, 1 + below(2));
      const name = random() < 0.5 ? speaker : (speaker.split(' ').at(-1) ?? speaker);
      return (random() < 0.5 ? [name, ...some] : [...some, name]).join(' ');
    },
    paste: ({ text }) => {
      const words = text.split(/\s+/);
      for (let left = 2 + below(3); left > 0; left--) {
        const at = below(words.length);
        if (random() < 0.25 && (words[at]?.length ?? 0) > 3) words[at] = misspelt(words[at] ?? '');
        else change(words);
      }
      return words.join(' ');
    },
  };
  return Array.from({ length: each }, (_, index) => index).flatMap((index) =>
    KINDS.flatMap((kind) => {
      const entry = (kind === 'paste' ? long : targets)[index];
      return entry ? [{ kind, text: make[kind](entry), expected: [entry.text] }] : [];
    }),
  );
}

const norms = (text: string) => wordsOf(text).map((word) => word.norm);

function isContent(word: string): boolean {
  const [first] = norms(word);
  return first !== undefined && first.length > 3 && !isStopWord(first);
}

function isFullName(speaker: string): boolean {
  return /^\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)+$/u.test(speaker);
}

function bump(counts: Map<string, number>, word: string): void {
  counts.set(word, (counts.get(word) ?? 0) + 1);
}

/** Fisher and Yates. */
function shuffled<T>(list: readonly T[], random: () => number): T[] {
  const result = [...list];
  for (let index = result.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const [a, b] = [result[index], result[other]];
    if (a !== undefined && b !== undefined) [result[index], result[other]] = [b, a];
  }
  return result;
}

const Line = z.object({ class: z.enum(['a', 'b', 'c', 'd', 'e', 'f']), text: z.string(), expect: z.array(z.int()) });

/** Questions of a .jsonl file with {"class": "a" to "f", "text", "expect": ids}, in the order of `KINDS`. */
export function readQuestions(path: string, entries: readonly BenchEntry[]): readonly Question[] {
  const texts = new Map(entries.map(({ id, text }) => [id, text]));
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index): readonly Question[] => {
      if (line.trim() === '') return [];
      const read = Line.safeParse(JSON.parse(line));
      if (!read.success) throw new CorpusError(`${path}, line ${index + 1}: this is no {"class", "text", "expect"}.`);
      const kind = KINDS['abcdef'.indexOf(read.data.class)];
      const expected = read.data.expect.flatMap((id) => texts.get(id) ?? []);
      return kind ? [{ kind, text: read.data.text, expected }] : [];
    });
}
