import { availableParallelism } from 'node:os';

/** One archive keeps at the most what so many threads read, and each takes about 100 MB of memory. */
const MOST = 8;

/** How many threads read where nobody is being served: one a core. */
export function readingThreads(): number {
  return Math.min(availableParallelism(), MOST);
}
