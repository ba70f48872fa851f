import { setImmediate as nextTurn } from 'node:timers/promises';

/** Counts what has been accepted and is not finished, so that a stop can wait for it. */
export class WorkUnderWay {
  #count = 0;
  #idle: (() => void)[] = [];

  get count(): number {
    return this.#count;
  }

  /** Runs a piece of work and counts it until it settles. */
  async run<T>(work: () => Promise<T>): Promise<T> {
    this.#count++;
    try {
      return await work();
    } finally {
      this.#count--;
      if (this.#count === 0) for (const resolve of this.#idle.splice(0)) resolve();
    }
  }

  /** Resolves once nothing is under way: true; or when `milliseconds` have passed before that: false. */
  async settled(milliseconds: number): Promise<boolean> {
    const deadline = Date.now() + milliseconds;
    // One turn for what was just acknowledged to begin, and for what failed to reach its error handler.
    await nextTurn();
    while (this.#count > 0) {
      const left = deadline - Date.now();
      if (left <= 0 || !(await this.#nextIdle(left))) return false;
      await nextTurn();
    }
    return true;
  }

  #nextIdle(milliseconds: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), milliseconds);
      this.#idle.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
