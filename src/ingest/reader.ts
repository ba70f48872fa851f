import type { Article } from '../article/article.ts';
import { doTask } from './do-task.ts';
import type { Input } from './inputs.ts';
import { type PoolOptions, ReadingPool } from './reading-pool.ts';
import type { Opened, Read } from './reading-protocol.ts';

/** Whatever reads files and articles. */
export interface Reader {
  /** How many articles may usefully be asked for at once. */
  readonly capacity: number;
  open(path: string): Promise<Opened>;
  read(article: Article): Promise<Read>;
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

/** Reads in this thread. */
class HereReader implements Reader {
  readonly capacity = 1;
  #isStopped = false;

  async open(path: string): Promise<Opened> {
    // The outcome is that of the task.
    return this.#isStopped ? { kind: 'stopped' } : ((await doTask({ kind: 'open', path })) as Opened);
  }

  async read(article: Article): Promise<Read> {
    return this.#isStopped ? { kind: 'stopped' } : ((await doTask({ kind: 'read', article })) as Read);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
  }
}
