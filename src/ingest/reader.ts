import type { Article } from '../article/article.ts';
import type { Input } from './inputs.ts';
import { type PoolOptions, ReadingPool } from './reading-pool.ts';
import type { Outcome } from './reading-protocol.ts';

/** Whatever reads articles. */
export interface Reader {
  /** How many articles may usefully be asked for at once. */
  readonly capacity: number;
  read(article: Article): Promise<Outcome>;
  stop(): Promise<void>;
}

/**
 * So few files of so many bytes together are read in this thread: starting another would take longer. What strangers
 * send never is: a thread of its own can be ended.
 */
const FEW = 8;
const FEW_BYTES = 256 * 1024;

/** A reader that fits the input: this thread for a handful of articles, threads of their own for more. */
export function openReader(inputs: readonly Input[], options: PoolOptions): Reader {
  const bytes = inputs.reduce((sum, input) => sum + input.bytes, 0);
  const isOwn = inputs.every(({ kind }) => kind === 'file');
  return isOwn && inputs.length <= FEW && bytes <= FEW_BYTES ? new HereReader() : new ReadingPool(options);
}

/** Reads in this thread. The tagger's model is loaded only once there is something to read. */
class HereReader implements Reader {
  readonly capacity = 1;
  #isStopped = false;

  async read(article: Article): Promise<Outcome> {
    const { readOne } = await import('./read-one.ts');
    return this.#isStopped ? { kind: 'stopped' } : readOne(article);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
  }
}
