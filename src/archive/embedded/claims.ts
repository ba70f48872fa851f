import type { Connection } from './connection.ts';

/** A claim is remembered for twice the hour that is promised, in milliseconds. */
const CLAIM_LIFE = 2 * 60 * 60 * 1000;

/** True the first time a key is claimed. */
export function claimKey(connection: Connection, key: string, now: number): boolean {
  return connection.transaction(() => {
    connection.run('DELETE FROM claims WHERE at < ?', now - CLAIM_LIFE);
    return connection.run('INSERT OR IGNORE INTO claims (key, at) VALUES (?, ?)', key, now) === 1;
  });
}
