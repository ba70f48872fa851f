import { z } from 'zod';
import { KINDS } from './questions.ts';

/** How one engine did on questions, in one process. */
export const searchResult = z.object({
  /** How many questions were asked; fewer than there were where time ran out. */
  asked: z.number(),
  kinds: z.array(z.object({ kind: z.enum(KINDS), asked: z.number(), first: z.number(), amongFive: z.number() })),
  /** Milliseconds a question. */
  p50: z.number(),
  p95: z.number(),
  /** The most memory that the process had, and the longest of a hundred waits on its main loop, in MiB and ms. */
  peakResident: z.number(),
  loopDelay: z.number(),
});
export type SearchResult = z.infer<typeof searchResult>;

/** What filling an archive took. */
export const fillResult = z.object({ entries: z.number(), seconds: z.number() });

/** Outcomes of the desk, and how near the best hit was, for each question in turn. */
export const nearnessResult = z.array(
  z.object({ kind: z.enum(KINDS), outcome: z.string(), isFound: z.boolean(), closeness: z.number() }),
);
export type NearnessResult = z.infer<typeof nearnessResult>;
