import { extractBench } from './extract/extract-bench.ts';
import { ingestBench } from './ingest/ingest-bench.ts';
import { searchBench } from './search/search-bench.ts';

/** What a bench is told: the articles it reads, or null for made-up ones, and how many of them. */
export interface BenchSetup {
  readonly path: string | null;
  readonly articles: number;
  /** A file with what is said in those articles, or null. */
  readonly truth: string | null;
  /** Among how many entries is searched, one after the other. */
  readonly entries: readonly number[];
  /** A file of questions on the entries at `path`, or null. */
  readonly queries: string | null;
  /** The address of an empty PostgreSQL database, or null; may hold a password. */
  readonly postgres: string | null;
}

/** Measures, and gives its tables in Markdown. What it is at is told as it goes. */
export type Bench = (setup: BenchSetup, tell: (what: string) => void) => Promise<string>;

/** Every bench by the name that it has on the command line, which is the name of its markers in docs/performance.md. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  extract: extractBench,
  ingest: ingestBench,
  search: searchBench,
};
