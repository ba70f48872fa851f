import { type FeedLease, FeedRow, type FeedState, type ItemMark, ItemRow, unknownFeed } from '../feed-memory.ts';
import { storableJson } from '../keepable-text.ts';
import type { Connection } from './connection.ts';

/** What is known of all feeds. */
export function feedStates(connection: Connection): readonly FeedState[] {
  return connection.rows(FeedRow, 'SELECT state FROM feeds ORDER BY feed');
}

/** Takes or prolongs a turn at a feed: one statement, so that of several who ask one at most gets it. */
export function leaseFeed(connection: Connection, lease: FeedLease): FeedState | undefined {
  const { feed, shownAs, holder, now, until } = lease;
  const taken = connection.run(
    `INSERT INTO feeds (feed, state, next_at, holder, held_until) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (feed) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
     WHERE feeds.holder = excluded.holder
       OR (feeds.next_at <= excluded.next_at AND (feeds.held_until IS NULL OR feeds.held_until <= excluded.next_at))`,
    feed,
    storableJson(unknownFeed(feed, shownAs, now)),
    now,
    holder,
    until,
  );
  return taken === 0 ? undefined : connection.row(FeedRow, 'SELECT state FROM feeds WHERE feed = ?', feed);
}

/** Ends a turn at a feed. */
export function settleFeed(connection: Connection, state: FeedState, holder: string): boolean {
  const changed = connection.run(
    `UPDATE feeds SET state = ?, next_at = ?, holder = NULL, held_until = NULL WHERE feed = ? AND holder = ?`,
    storableJson(state),
    state.nextAt,
    state.feed,
    holder,
  );
  return changed === 1;
}

/** What became of items, by item. */
export function itemMarks(
  connection: Connection,
  feed: string,
  items: readonly string[],
): ReadonlyMap<string, ItemMark> {
  const rows = connection.rows(
    ItemRow,
    `SELECT item, mark, validators, failures, at FROM feed_items
     WHERE feed = ? AND item IN (SELECT value FROM json_each(?))`,
    feed,
    storableJson(items),
  );
  return new Map(rows.map((row) => [row.item, row]));
}

/** Notes what became of items. */
export function noteItems(connection: Connection, feed: string, marks: readonly ItemMark[]): void {
  const rows = marks.map(({ item, mark, validators, failures, at }) => {
    return [item, mark, storableJson(validators), failures, at];
  });
  connection.run(
    `INSERT OR REPLACE INTO feed_items (feed, item, mark, validators, failures, at)
     SELECT ?, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4 FROM json_each(?)`,
    feed,
    storableJson(rows),
  );
}

/** Forgets items that have not been looked at for long. */
export function forgetItems(connection: Connection, feed: string, before: string, except: readonly string[]): void {
  connection.run(
    'DELETE FROM feed_items WHERE feed = ? AND at < ? AND item NOT IN (SELECT value FROM json_each(?))',
    feed,
    before,
    storableJson(except),
  );
}
