import type { Database } from './database.ts';

/** A claim is remembered for twice the hour that is promised. */
const CLAIM_LIFE = "interval '2 hours'";
/** One claim in so many clears away those that are over. */
const CLEARING = 50;

/** What is delivered more than once and must be done once, by whichever instance claims it first. */
export class Claims {
  readonly #database: Database;
  #claims = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** True the first time a key is claimed. */
  async claim(key: string): Promise<boolean> {
    if (this.#claims++ % CLEARING === 0) await this.#clear();
    return (
      (await this.#database.run('INSERT INTO claims (key, at) VALUES ($1, now()) ON CONFLICT DO NOTHING', key)) === 1
    );
  }

  /** Others may be clearing away the same claims: what they have locked is left to them. */
  async #clear(): Promise<void> {
    await this.#database.run(
      `DELETE FROM claims WHERE key IN (
         SELECT key FROM claims WHERE at < now() - ${CLAIM_LIFE} FOR UPDATE SKIP LOCKED
       )`,
    );
  }
}
