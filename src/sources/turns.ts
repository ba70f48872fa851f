/** Waits; rejects never, and ends early when the signal fires. */
export type Wait = (ms: number, signal?: AbortSignal) => Promise<void>;

/** Waits by the clock of the machine. */
export const waitByClock: Wait = (ms, signal) =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });

/** How turns are given. */
export interface TurnOptions {
  /** How many turns there are at once over all hosts. */
  readonly atOnce: number;
  /** How long a host is left alone between two turns, milliseconds. */
  readonly gapMs: number;
  readonly wait: Wait;
}

/** Gives turns at hosts: each host one at a time and with a pause between them, and a few over all. */
export class Turns {
  readonly #options: TurnOptions;
  /** Resolves when a host may be asked again; a host that is not here may be asked at once. */
  readonly #hosts = new Map<string, Promise<void>>();
  readonly #queue: (() => void)[] = [];
  #free: number;

  constructor(options: TurnOptions) {
    this.#options = options;
    this.#free = options.atOnce;
  }

  /** Does the work once it is the host's turn. */
  async take<Result>(host: string, work: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    const turn = (this.#hosts.get(host) ?? Promise.resolve()).then(() => this.#amongFew(work));
    const rest = () => this.#options.wait(this.#options.gapMs, signal);
    const next = turn.then(rest, rest);
    this.#hosts.set(host, next);
    void next.then(() => {
      if (this.#hosts.get(host) === next) this.#hosts.delete(host);
    });
    return turn;
  }

  async #amongFew<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((resolve) => this.#queue.push(resolve));
    try {
      return await work();
    } finally {
      // Whoever waits longest takes this turn over; where nobody does, it is free.
      const next = this.#queue.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
