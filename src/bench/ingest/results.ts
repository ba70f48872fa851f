import { z } from 'zod';

/** One ingest in a process of its own. */
export const ingestResult = z.object({
  threads: z.number(),
  articles: z.number(),
  quotations: z.number(),
  facts: z.number(),
  skipped: z.number(),
  seconds: z.number(),
  /** What the system counts for the whole process, all threads together. */
  processorSeconds: z.number(),
  /** MiB of the whole process. */
  peakResident: z.number(),
  /** MiB after each fifth of the input. */
  residentAfter: z.array(z.number()),
  /** Bytes of the archive once it has been closed, and of the file that was read. */
  archiveBytes: z.number(),
  inputBytes: z.number(),
  /** How long the archive's own check took, in seconds; null where it found damage. */
  checkSeconds: z.number().nullable(),
});
export type IngestResult = z.infer<typeof ingestResult>;

/** What of that which is said in the articles is found in the archive. */
export const recoveredResult = z.object({
  quotes: z.number(),
  recovered: z.number(),
  /** Quotes whose speaker the truth names, among those recovered. */
  named: z.number(),
  rightSpeaker: z.number(),
  /** Of those, the archive says that it does not know. */
  openSpeaker: z.number(),
  wrongSpeaker: z.number(),
  /** A few of what was missed, as evidence. */
  misses: z.array(z.string()),
});
export type RecoveredResult = z.infer<typeof recoveredResult>;
