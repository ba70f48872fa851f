import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { randomNumbers } from '../../evaluation/random-numbers.ts';
import { CorpusError } from '../corpus.ts';

/** Words as a search bench keeps and looks for them; a fact has no speaker. */
export interface BenchEntry {
  readonly id: number;
  readonly kind: 'quote' | 'fact';
  readonly text: string;
  readonly speaker: string;
  /** An ISO day. */
  readonly date: string;
  /** Whether questions may be made of it; made-up ones that only fill an archive of real ones are not asked for. */
  readonly isAskedFor: boolean;
}

const UNDATED = '2016-01-01';
const Line = z
  .object({
    id: z.int(),
    kind: z.enum(['quote', 'fact']),
    text: z.string().min(1),
    speaker: z.string().default(''),
    date: z.string().default(UNDATED),
    synthetic: z.boolean().default(false),
  })
  .transform(({ id, kind, text, speaker, date, synthetic }): BenchEntry => {
    const day = /^\d{4}-\d{2}-\d{2}/.exec(date)?.[0] ?? UNDATED;
    return { id, kind, text: clean(text), speaker: clean(speaker), date: day, isAskedFor: !synthetic };
  });

/** What an archive would refuse to keep is mended here. */
const clean = (text: string) => text.toWellFormed().replaceAll('\0', ' ');

/** Entries from `from` up to `to`: of a .jsonl file, or made up where none is named. */
export function benchEntries(path: string | null, from: number, to: number): AsyncIterable<BenchEntry> {
  return path === null ? madeUp(from, to) : ofFile(path, from, to);
}

async function* ofFile(path: string, from: number, to: number): AsyncGenerator<BenchEntry> {
  let index = 0;
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  try {
    for await (const line of lines) {
      if (index >= to) return;
      if (index++ < from) continue;
      const read = Line.safeParse(parsed(line));
      if (!read.success) {
        throw new CorpusError(`${path}, line ${index}: this is no entry {"id", "kind", "text", "speaker", "date"}.`);
      }
      yield read.data;
    }
  } catch (error) {
    if (error instanceof CorpusError) throw error;
    throw new CorpusError(`${path} cannot be read.`, { cause: error });
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

async function* madeUp(from: number, to: number): AsyncGenerator<BenchEntry> {
  const language = new MadeUpLanguage();
  for (let id = from; id < to; id++) yield language.entry(id);
}

const FIRST_NAMES = 'Alma Bert Clara Dan Edith Frank Greta Hugo Ines Jonas Karin Leon Maria Nils Olga Paul'.split(' ');
const SYLLABLES =
  'bar bel cor dal fen gar hol jan kel lor mar nev or pel quin ros san tor ver wen zan tri sta mo'.split(' ');
const GRAMMAR =
  'the of to and a in that is for on it was with as be by at have are this will not from but they we has an or who'.split(
    ' ',
  );
const NAMELESS = ['he', 'she', 'they', 'officials', 'a spokesman'];
/** How many content words there are; a word of rank r comes up about 1/r as often as the first (Zipf). */
const VOCABULARY = 60_000;
/** How often a content word follows one that often follows the word before it, so that pairs of words recur. */
const PAIRED = 0.5;
const FOLLOWERS = 10;
const GRAMMATICAL = 0.45;

/** Sentences of made-up words, spread as words of a language are. An entry depends on its number alone. */
class MadeUpLanguage {
  readonly #words: readonly string[];

  constructor() {
    const random = randomNumbers(7);
    const words = new Set<string>();
    while (words.size < VOCABULARY) {
      let word = '';
      for (let left = 1 + Math.floor(random() * 3.2); left >= 0; left--) {
        word += SYLLABLES[Math.floor(random() * SYLLABLES.length)] ?? '';
      }
      if (word.length > 3) words.add(word);
    }
    this.#words = [...words];
  }

  entry(id: number): BenchEntry {
    const random = randomNumbers(id * 2_654_435_761 + 1);
    const isQuote = random() < 0.6;
    const text = this.#sentence(random, 5 + Math.floor(38 * random() ** 1.6) + (random() < 0.04 ? 40 : 0));
    const speaker = !isQuote ? '' : random() < 0.5 ? this.#name(random) : (NAMELESS[id % NAMELESS.length] ?? '');
    const day = new Date(Date.UTC(2010, 0, 1) + Math.floor(id / 12) * 3_600_000).toISOString().slice(0, 10);
    return { id, kind: isQuote ? 'quote' : 'fact', text, speaker, date: day, isAskedFor: true };
  }

  #sentence(random: () => number, length: number): string {
    const words: string[] = [];
    let rank = 0;
    while (words.length < length) {
      if (random() < GRAMMATICAL && words.length > 0) words.push(GRAMMAR[zipf(random, GRAMMAR.length)] ?? '');
      else {
        rank = random() < PAIRED ? follower(rank, Math.floor(random() * FOLLOWERS)) : zipf(random, VOCABULARY);
        words.push(this.#words[rank] ?? '');
      }
    }
    const sentence = words.join(' ');
    return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
  }

  #name(random: () => number): string {
    const surname = this.#words[200 + zipf(random, 20_000)] ?? '';
    const first = FIRST_NAMES[Math.floor(random() * FIRST_NAMES.length)] ?? '';
    return `${first} ${surname.charAt(0).toUpperCase()}${surname.slice(1)}`;
  }
}

function zipf(random: () => number, count: number): number {
  return Math.floor(Math.exp(random() * Math.log(count + 1))) - 1;
}

/** One of the words that often follow the word of this rank, the most of them frequent ones. */
function follower(rank: number, choice: number): number {
  return zipf(randomNumbers(rank * FOLLOWERS + choice + 11), VOCABULARY);
}
