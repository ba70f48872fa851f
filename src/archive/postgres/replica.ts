import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import type { Database, Queries, Value } from './database.ts';
import { codeOf } from './faults.ts';

/** How old what a replica answers may be by what others have written, in milliseconds: the primary is asked so often. */
const FRESH_WITHIN = 2_000;
/** How long a replica that failed is left alone, in milliseconds. */
const LEFT_ALONE = 15_000;
/** A query that took too long on the replica would take as long on the primary. */
const TOOK_TOO_LONG = '57014';

const Place = z.object({ place: z.string() });
const Reached = z.object({ isReached: z.boolean() });

/**
 * Reads from a replica of the primary, as long as that can be had and is not behind; else from the primary.
 *
 * A replica follows the primary with a delay. How far the primary has written is a place in its log (an LSN): after
 * each of our own writes, and now and then for those of others, that place is noted, and the replica is asked again
 * only once it has come as far. So what this instance wrote is always read, and what another one wrote after two
 * seconds at the latest, as long as the primary itself answers.
 */
export class FreshReplica implements Queries {
  readonly #primary: Database;
  readonly #replica: Database;
  readonly #tell: (sentence: string) => void;
  readonly #now: () => number;
  /** How far the replica must have come before it is asked; null where it has. */
  #wanted: string | null = null;
  /** How many writes of our own there were, and how many of them were done when the primary last said how far it is. */
  #writes = 0;
  #placed = 0;
  #askedPrimaryAt = Number.NEGATIVE_INFINITY;
  #awayUntil = Number.NEGATIVE_INFINITY;
  #isAway = false;

  /** @param tell is told in a sentence when the replica goes, and when it is back */
  constructor(
    primary: Database,
    replica: Database,
    tell: (sentence: string) => void,
    now: () => number = () => performance.now(),
  ) {
    this.#primary = primary;
    this.#replica = replica;
    this.#tell = tell;
    this.#now = now;
  }

  rows<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Promise<readonly Row[]> {
    return this.#ask((queries) => queries.rows(schema, sql, ...values));
  }

  row<Row>(schema: z.ZodType<Row>, sql: string, ...values: readonly Value[]): Promise<Row | undefined> {
    return this.#ask((queries) => queries.row(schema, sql, ...values));
  }

  /** Statements that change something go to the primary. */
  run(sql: string, ...values: readonly Value[]): Promise<number> {
    return this.#primary.run(sql, ...values);
  }

  /** Lets nothing be read that is older than what has just been written; that is written, whatever comes of this. */
  async wrote(): Promise<void> {
    this.#writes += 1;
    await this.#notePlace().catch(() => undefined);
  }

  async #notePlace(): Promise<void> {
    this.#askedPrimaryAt = this.#now();
    const writes = this.#writes;
    const place = (await this.#primary.row(Place, 'SELECT pg_current_wal_lsn()::text AS place'))?.place;
    if (place === undefined) return;
    this.#placed = Math.max(this.#placed, writes);
    // Of several who ask at once, one that was answered early may hear of it late.
    if (this.#wanted === null || numberOf(this.#wanted) < numberOf(place)) this.#wanted = place;
  }

  close(): Promise<void> {
    return this.#replica.close();
  }

  async #ask<Result>(ask: (queries: Queries) => Promise<Result>): Promise<Result> {
    const answer = await this.#askReplica(ask);
    return answer === null ? ask(this.#primary) : answer.value;
  }

  /** What the replica answers; null where the primary is to be asked. */
  async #askReplica<Result>(ask: (queries: Queries) => Promise<Result>): Promise<{ readonly value: Result } | null> {
    if (this.#now() < this.#awayUntil) return null;
    if (this.#isUnsure() || this.#now() - this.#askedPrimaryAt >= FRESH_WITHIN) {
      // A primary that is away writes nothing either: the replica is as fresh as anything can be.
      await this.#notePlace().catch(() => undefined);
    }
    if (this.#isUnsure()) return null;
    try {
      if (!(await this.#hasCaughtUp())) return null;
      const value = await ask(this.#replica);
      if (this.#isAway) this.#tell(`Searches are read from ${this.#replica.place} again.`);
      this.#isAway = false;
      return { value };
    } catch (error) {
      if (error instanceof ArchiveError && codeOf(error.cause) === TOOK_TOO_LONG) throw error;
      this.#leaveAlone(error);
      return null;
    }
  }

  /** Whether something was written here of which the primary has not said yet how far in its log it stands. */
  #isUnsure(): boolean {
    return this.#placed < this.#writes;
  }

  async #hasCaughtUp(): Promise<boolean> {
    const wanted = this.#wanted;
    if (wanted === null) return true;
    // A server that replays nothing is no replica of this kind: whoever gave its address answers for it.
    const reached = await this.#replica.row(
      Reached,
      'SELECT coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, true) AS "isReached"',
      wanted,
    );
    if (!reached?.isReached) return false;
    if (this.#wanted === wanted) this.#wanted = null;
    return true;
  }

  #leaveAlone(error: unknown): void {
    this.#awayUntil = this.#now() + LEFT_ALONE;
    const why = error instanceof Error ? error.message : String(error);
    if (!this.#isAway) this.#tell(`${why} Meanwhile searches are read from ${this.#primary.place}.`);
    this.#isAway = true;
  }
}

/** A place in the log as a number: `16/B374D848` are the upper and the lower 32 bits. */
function numberOf(place: string): bigint {
  const [upper = '0', lower = '0'] = place.split('/');
  return (BigInt(`0x${upper}`) << 32n) + BigInt(`0x${lower}`);
}
