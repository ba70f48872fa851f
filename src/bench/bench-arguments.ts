import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What `npm run bench` was asked for, or what is wrong with how it was asked. */
export type AskedBench =
  | { readonly kind: 'faulty'; readonly reason: string }
  | {
      readonly kind: 'asked';
      readonly name: string;
      readonly path: string | null;
      readonly articles: number;
      /** What is said in the articles at `path`, for the bench that looks whether it is found again. */
      readonly truth: string | null;
      /** Among how many entries is searched, one after the other. */
      readonly entries: readonly number[];
      /** A file of questions on the entries at `path`, or null where they are to be made. */
      readonly queries: string | null;
      /** The address of an empty PostgreSQL database to search in as well, or null; may hold a password. */
      readonly postgres: string | null;
      readonly write: boolean;
    };

const OPTIONS = {
  articles: { type: 'string' },
  truth: { type: 'string' },
  entries: { type: 'string', multiple: true },
  queries: { type: 'string' },
  postgres: { type: 'string' },
  'no-write': { type: 'boolean' },
} as const;

const count = z.string().regex(/^\d+$/).transform(Number).pipe(z.int().min(10).max(10_000_000));

/** How many articles are read for memory where nothing else is said. */
export const ARTICLES = 10_000;

/** Among how many entries is searched where nothing else is said. */
export const ENTRIES: readonly number[] = [1_000, 29_000, 100_000, 1_000_000];

/** How the command is used. */
export function benchUsage(names: readonly string[]): string {
  return `usage: npm run bench -- ${names.join('|')} [PATH] [OPTIONS] [--no-write]

Measures speed, memory and how much is found, and writes the tables to docs/performance.md.

  PATH           a .jsonl file with a line {"id", "text"} for each article; for search a line {"id": number,
                 "kind": "quote" or "fact", "text", "speaker", "date"} for each entry; without it all is made up
  --articles N   how many are read, at least 10 (${ARTICLES.toLocaleString('en')})
  --truth FILE   ingest: what is said in the articles of PATH, a line {"articleId", "quote", "speaker"} for each quote
  --entries N    search: among how many entries, at least 10; may be said again (${ENTRIES.map((n) => n.toLocaleString('en')).join('; ')})
  --queries FILE search: questions on the entries of PATH, a line {"class": "a" to "f", "text", "expect": ids} for each
  --postgres URL search: an empty database, to be searched as well
  --no-write     leave docs/performance.md as it is`;
}

/** Reads the words behind `npm run bench --`. */
export function readBenchArguments(args: readonly string[], names: readonly string[]): AskedBench {
  const parsed = parse(args);
  if (typeof parsed === 'string') return { kind: 'faulty', reason: parsed };
  const { values, positionals } = parsed;
  const [name, path = null, ...more] = positionals;
  if (name === undefined) return { kind: 'faulty', reason: 'Say what to measure.' };
  if (!names.includes(name)) {
    return { kind: 'faulty', reason: `There is no bench “${name}”, only ${names.join(', ')}.` };
  }
  if (more.length > 0) return { kind: 'faulty', reason: 'One PATH at most can be read.' };
  const articles = count.safeParse(values.articles ?? String(ARTICLES));
  if (!articles.success) {
    return { kind: 'faulty', reason: `--articles takes a whole number of at least 10, not ${values.articles}.` };
  }
  const truth = values.truth ?? null;
  if (truth !== null && path === null) return { kind: 'faulty', reason: '--truth goes with a PATH.' };
  const entries = z.array(count).safeParse(values.entries ?? ENTRIES.map(String));
  if (!entries.success) {
    return {
      kind: 'faulty',
      reason: `--entries takes a whole number of at least 10, not ${values.entries?.join(', ')}.`,
    };
  }
  const queries = values.queries ?? null;
  if (queries !== null && path === null) return { kind: 'faulty', reason: '--queries goes with a PATH.' };
  return {
    kind: 'asked',
    name,
    path,
    articles: articles.data,
    truth,
    entries: entries.data,
    queries,
    postgres: values.postgres ?? null,
    write: !values['no-write'],
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
