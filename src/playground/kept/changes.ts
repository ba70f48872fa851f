/** Counts the changes of a workspace and tells whoever listens. */
export class Changes {
  private count = 0;
  private readonly listeners = new Set<() => void>();

  /** Grows with every change. */
  get version(): number {
    return this.count;
  }

  /** To be called after each change. */
  note(): void {
    this.count += 1;
    for (const listener of [...this.listeners]) listener();
  }

  /** Calls `listener` after each change until the function handed back is called. */
  onChange(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
