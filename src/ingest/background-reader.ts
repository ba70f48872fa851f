import type { Article } from '../article/article.ts';
import type { Contents, Document } from '../article/document.ts';
import type { Stopped } from './pieces.ts';
import type { Reader } from './reader.ts';
import { ReadingPool } from './reading-pool.ts';
import type { Opened, Read } from './reading-protocol.ts';

/** How long the thread is kept with nothing to read, milliseconds: it has the tagger's model in memory. */
const IDLE = 30_000;

/**
 * Reads what strangers send in a thread of its own, which gives way to whoever is being served, can be ended, and is
 * there only while there is something to read.
 */
export class BackgroundReader implements Reader {
  readonly capacity = 3;
  #pool: ReadingPool | undefined;
  #underWay = 0;
  #idle: NodeJS.Timeout | undefined;
  #isStopped = false;

  open(path: string): Promise<Opened> {
    return this.#use((pool) => pool.open(path));
  }

  read(article: Article): Promise<Read> {
    return this.#use((pool) => pool.read(article));
  }

  /** What a document holds; one that cannot be read is refused. */
  async document(document: Document): Promise<Contents> {
    const read = await this.#use((pool) => pool.document(document));
    if (read.kind === 'contents') return read.contents;
    return { kind: 'refused', reason: read.kind === 'failed' ? read.reason : 'whosaid was told to stop' };
  }

  /** Ends the thread at once and for good; what has not been read comes to `stopped`. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#dismiss();
  }

  async #dismiss(): Promise<void> {
    clearTimeout(this.#idle);
    const pool = this.#pool;
    this.#pool = undefined;
    await pool?.stop();
  }

  async #use<Result>(work: (pool: ReadingPool) => Promise<Result>): Promise<Result | Stopped> {
    if (this.#isStopped) return { kind: 'stopped' };
    clearTimeout(this.#idle);
    this.#pool ??= new ReadingPool({ threads: 1, isInBackground: true });
    this.#underWay += 1;
    try {
      return await work(this.#pool);
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#idle = setTimeout(() => void this.#dismiss(), IDLE).unref();
    }
  }
}
