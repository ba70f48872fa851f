import { Worker } from 'node:worker_threads';
import type { Article } from '../article/article.ts';
import type { Document } from '../article/document.ts';
import { IngestError } from './progress.ts';
import type { Asked, Opened, Read, ReadDocument, Task, Told } from './reading-protocol.ts';

/** How a pool reads. */
export interface PoolOptions {
  readonly threads: number;
  /** Whether reading gives way to whatever else this machine does, where the system can do that. */
  readonly isInBackground: boolean;
  /** How long one article may take, in milliseconds; a thread that is silent for longer is replaced. */
  readonly timeLimit?: number;
  /** How much one thread reads before another takes its place, in UTF-16 code units. */
  readonly threadLife?: number;
  /** A thread's heap in MiB: an article that needs more ends its thread, not the process. */
  readonly mostHeap?: number;
  /** The thread's file: a test's own one. */
  readonly script?: URL;
}

const SCRIPT = new URL('./reading-worker.mjs', import.meta.url);
/** The worst megabyte that the bench of hostile texts has takes 10 s; an article may have four, on a busy machine. */
const TIME_LIMIT = 120_000;
/** The tagger keeps every word that it meets for as long as its thread lives. */
const THREAD_LIFE = 100_000_000;
/** Tasks that a thread has at hand: it must not wait for us between two. */
const AT_HAND = 3;
/** How many looks at a silent thread make up the time limit. A machine that was asleep counts as one look. */
const LOOKS = 4;
const MOST_HEAP = 768;

interface Job {
  readonly asked: Asked;
  readonly settle: (outcome: Opened | ReadDocument | Read) => void;
  readonly fail: (error: IngestError) => void;
  /** Whether a thread has ended over it already: the next one gets it alone. */
  isSuspect: boolean;
}

interface Seat {
  readonly worker: Worker;
  /** What it was given and has not answered, in order. */
  readonly jobs: Job[];
  isReady: boolean;
  isLeaving: boolean;
  looks: number;
  read: number;
}

/**
 * Threads that read files and articles.
 *
 * A file or an article over which a thread falls silent, or over which it ends twice, is given up with a reason; the thread is
 * replaced, and what else it had at hand is read by others.
 */
export class ReadingPool {
  readonly #options: Required<PoolOptions>;
  readonly #seats = new Set<Seat>();
  readonly #queue: Job[] = [];
  readonly #watch: NodeJS.Timeout;
  #last = 0;
  #isStopped = false;

  constructor(options: PoolOptions) {
    this.#options = { timeLimit: TIME_LIMIT, threadLife: THREAD_LIFE, mostHeap: MOST_HEAP, script: SCRIPT, ...options };
    this.#watch = setInterval(() => this.#look(), this.#options.timeLimit / LOOKS);
    this.#watch.unref();
  }

  /** How many articles may usefully be asked for at once. */
  get capacity(): number {
    return this.#options.threads * AT_HAND * 2;
  }

  /** Finds the articles in a file; rejects with an IngestError only where no thread can be started at all. */
  open(path: string): Promise<Opened> {
    // A thread answers each task with that task's outcome.
    return this.#ask({ kind: 'open', path }) as Promise<Opened>;
  }

  /** Reads a document that is no file; rejects like `open`. */
  document(document: Document): Promise<ReadDocument> {
    return this.#ask({ kind: 'document', document }) as Promise<ReadDocument>;
  }

  /** Reads an article; rejects like `open`. */
  read(article: Article): Promise<Read> {
    return this.#ask({ kind: 'read', article }) as Promise<Read>;
  }

  #ask(task: Task): Promise<Opened | ReadDocument | Read> {
    if (this.#isStopped) return Promise.resolve({ kind: 'stopped' });
    return new Promise((settle, fail) => {
      this.#last += 1;
      this.#queue.push({ asked: { number: this.#last, task }, settle, fail, isSuspect: false });
      this.#hand();
    });
  }

  /** Ends all threads at once; what has not been read comes to `stopped`. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#watch);
    const seats = [...this.#seats];
    this.#seats.clear();
    for (const job of [...seats.flatMap(({ jobs }) => jobs), ...this.#queue]) job.settle({ kind: 'stopped' });
    this.#queue.length = 0;
    await Promise.all(seats.map(({ worker }) => worker.terminate()));
  }

  /** Gives waiting tasks to threads, and opens threads while there are too few. */
  #hand(): void {
    for (let job = this.#queue[0]; job; job = this.#queue[0]) {
      const seat = this.#seatFor(job);
      if (!seat) return;
      this.#queue.shift();
      if (seat.jobs.length === 0) seat.looks = 0;
      seat.jobs.push(job);
      seat.worker.postMessage(job.asked);
    }
  }

  #seatFor(job: Job): Seat | undefined {
    const staying = [...this.#seats].filter(({ isLeaving }) => !isLeaving);
    const [idlest] = staying
      .filter(({ jobs }) =>
        job.isSuspect ? jobs.length === 0 : jobs.length < AT_HAND && !jobs.some((one) => one.isSuspect),
      )
      .sort((a, b) => a.jobs.length - b.jobs.length);
    if ((!idlest || idlest.jobs.length > 0) && staying.length < this.#options.threads) return this.#open();
    return idlest;
  }

  #open(): Seat {
    const worker = new Worker(this.#options.script, {
      execArgv: [],
      workerData: { isInBackground: this.#options.isInBackground },
      resourceLimits: { maxOldGenerationSizeMb: this.#options.mostHeap, maxYoungGenerationSizeMb: 16 },
    });
    const seat: Seat = { worker, jobs: [], isReady: false, isLeaving: false, looks: 0, read: 0 };
    this.#seats.add(seat);
    worker.on('message', (told: Told) => this.#hear(seat, told));
    let fault = 'it ended';
    worker.on('error', (error) => {
      fault = error instanceof Error ? error.message : String(error);
    });
    // Only then has everything been heard that it told: an error overtakes messages.
    worker.on('exit', () => this.#lose(seat, fault));
    return seat;
  }

  #hear(seat: Seat, told: Told): void {
    if (!this.#seats.has(seat)) return;
    seat.looks = 0;
    if (told.kind === 'ready') {
      seat.isReady = true;
      return;
    }
    const job = seat.jobs.shift();
    if (job?.asked.task.kind === 'read') seat.read += job.asked.task.article.text.length;
    if (seat.read > this.#options.threadLife) seat.isLeaving = true;
    job?.settle(told.outcome);
    if (seat.isLeaving && seat.jobs.length === 0) this.#dismiss(seat);
    this.#hand();
  }

  /** A thread has ended by itself: whatever it was at may have been the cause. */
  #lose(seat: Seat, fault: string): void {
    if (!this.#seats.delete(seat)) return;
    const [first, ...rest] = seat.jobs;
    if (!seat.isReady) {
      const failure = new IngestError(`Threads that read articles cannot be started here: ${fault}.`);
      for (const job of [...seat.jobs, ...this.#queue]) job.fail(failure);
      this.#queue.length = 0;
      return;
    }
    this.#queue.unshift(...rest);
    if (first?.isSuspect) first.settle({ kind: 'failed', reason: `reading it broke off (${fault})` });
    else if (first) {
      first.isSuspect = true;
      this.#queue.unshift(first);
    }
    this.#hand();
  }

  /** Looks for threads that have been silent for too long. */
  #look(): void {
    for (const seat of this.#seats) {
      const [first, ...rest] = seat.jobs;
      if (!first) continue;
      seat.looks += 1;
      if (seat.looks <= LOOKS) continue;
      this.#dismiss(seat);
      this.#queue.unshift(...rest);
      const seconds = Math.round(this.#options.timeLimit / 1000);
      first.settle({ kind: 'failed', reason: `reading it took more than ${seconds} seconds` });
    }
    this.#hand();
  }

  #dismiss(seat: Seat): void {
    this.#seats.delete(seat);
    void seat.worker.terminate();
  }
}
