import { randomUUID } from 'node:crypto';

/** Makes names for things as Slack does. */
export class Ids {
  private count = 0;

  /** A name with a prefix, the same in every run: `Ev000001`. */
  next(prefix: string): string {
    this.count += 1;
    return `${prefix}${String(this.count).padStart(6, '0')}`;
  }

  /** A name that nobody can guess. */
  secret(): string {
    return randomUUID().replaceAll('-', '');
  }
}
