/** Knows whether anything is under way between Slack and the app. */
export class Activity {
  private underWay = 0;
  private lastEnd = performance.now();
  private readonly quietMs: number;

  /** `quietMs`: how long nothing must have been under way before it counts as settled. */
  constructor(quietMs: number) {
    this.quietMs = quietMs;
  }

  /** Runs `work` and counts it as under way until its promise settles. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.underWay += 1;
    try {
      return await work();
    } finally {
      this.underWay -= 1;
      this.lastEnd = performance.now();
    }
  }

  /** Resolves when nothing has been under way for a short while. What the app does without calling Slack is not seen. */
  async settled(): Promise<void> {
    const from = performance.now();
    for (;;) {
      const quietSince = Math.max(from, this.lastEnd);
      const left = this.underWay > 0 ? this.quietMs : this.quietMs - (performance.now() - quietSince);
      if (left <= 0) return;
      await new Promise((resolve) => setTimeout(resolve, Math.max(1, left)));
    }
  }
}
