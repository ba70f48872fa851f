import { z } from 'zod';

/** The first articles of a new process, in milliseconds; the process starts at 0. */
export const coldResult = z.object({
  loaded: z.number(),
  firstArticle: z.number(),
  /** How long the first hundred took, loading left out. */
  firstHundred: z.number(),
});

/** One engine over many articles, after a warm-up. */
const speed = z.object({
  articles: z.number(),
  words: z.number(),
  quotations: z.number(),
  seconds: z.number(),
  /** What the system counts for the process, collections of garbage in other threads included. */
  processorSeconds: z.number(),
  /** Milliseconds an article. */
  median: z.number(),
  slowestOfHundred: z.number(),
  slowest: z.number(),
});
export type Speed = z.infer<typeof speed>;

/** Both engines, which took turns on the same articles. */
export const speedResult = z.object({ whosaid: speed, compromise: speed });

/** Memory after so many articles, in MiB. */
export const memoryResult = z.array(
  z.object({ articles: z.number(), resident: z.number(), heap: z.number(), peakResident: z.number() }),
);

/** The same text so many times over, in milliseconds of processor time. */
export const lengthResult = z.array(z.object({ times: z.number(), words: z.number(), milliseconds: z.number() }));

/** A hostile text, the same at half its size, and plain text of its size, in milliseconds of processor time. */
export const hostileResult = z.object({
  codeUnits: z.number(),
  milliseconds: z.number(),
  half: z.number(),
  plain: z.number(),
});

export type ColdResult = z.infer<typeof coldResult>;
export type SpeedResult = z.infer<typeof speedResult>;
export type MemoryResult = z.infer<typeof memoryResult>;
export type LengthResult = z.infer<typeof lengthResult>;
export type HostileResult = z.infer<typeof hostileResult>;
