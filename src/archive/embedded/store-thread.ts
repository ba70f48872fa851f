import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { ArchiveError } from '../archive.ts';
import type { OpenMode } from '../open-archive.ts';
import type { Call, Calls, Method, Reply, Request } from './protocol.ts';

/** What a request waits with; `settle` takes the reply to it. */
interface Waiting {
  readonly settle: (reply: Reply) => void;
  readonly fail: (error: ArchiveError) => void;
}

/** Room for what a thread has just made, in MiB: hardly anything of it is kept, and more room is only more memory. */
const YOUNG = 16;

/** The thread is not to repeat what node was started with: loading tsx twice would double the time to open. */
function startThread(): Worker {
  const limits = { maxYoungGenerationSizeMb: YOUNG };
  return new Worker(new URL('./worker.mjs', import.meta.url), { execArgv: [], resourceLimits: limits });
}

/** The near end of a store's thread: puts questions to it and hands back what it answers. */
export class StoreThread {
  readonly #worker: Worker;
  readonly #folder: string;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;
  #ended: ArchiveError | undefined;
  #closing: Promise<void> | undefined;

  constructor(folder: string, worker: Worker = startThread()) {
    this.#folder = folder;
    this.#worker = worker;
    worker.on('message', (reply: Reply) => {
      const waiting = this.#waiting.get(reply.number);
      this.#waiting.delete(reply.number);
      waiting?.settle(reply);
    });
    worker.on('error', (error) => this.#end(error));
    worker.on('exit', () => this.#end());
  }

  async open(mode: OpenMode): Promise<void> {
    await this.#request({ kind: 'open', number: this.#next(), folder: this.#folder, mode });
  }

  async call<C extends Call>(call: C): Promise<Calls[C['method']]['value']> {
    if (this.#closing) throw new ArchiveError(`The archive in ${this.#folder} has been closed.`);
    // The thread answers each method with that method's value: carryOut in worker.ts is held to it by its type.
    return (await this.#request({ kind: 'call', number: this.#next(), call })) as Calls[C['method']]['value'];
  }

  /** Waits for what is under way, then ends the thread; a second call waits for the same. */
  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  async #close(): Promise<void> {
    if (this.#ended) return;
    await Promise.all([this.#request({ kind: 'close', number: this.#next() }), once(this.#worker, 'exit')]);
  }

  #next(): number {
    this.#last += 1;
    return this.#last;
  }

  #request(request: Request): Promise<Calls[Method]['value']> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      this.#waiting.set(request.number, {
        fail: reject,
        settle: (reply) => {
          if (reply.kind === 'done') resolve(reply.value);
          else reject(errorOf(reply.fault));
        },
      });
      this.#worker.postMessage(request);
    });
  }

  #end(cause?: unknown): void {
    this.#ended ??= new ArchiveError(
      `The thread that looks after the archive in ${this.#folder} has ended. What was kept is safe; start whosaid again.`,
      { cause },
    );
    for (const { fail } of this.#waiting.values()) fail(this.#ended);
    this.#waiting.clear();
  }
}

function errorOf({ message, cause }: { readonly message: string; readonly cause: string | null }): ArchiveError {
  return new ArchiveError(message, cause === null ? {} : { cause });
}
