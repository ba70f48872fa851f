import { type FeedLease, FeedRow, type FeedState, type ItemMark, ItemRow, unknownFeed } from '../feed-memory.ts';
import { storableJson } from '../keepable-text.ts';
import type { Queries } from './database.ts';

/** What is known of all feeds. */
export function feedStates(queries: Queries): Promise<readonly FeedState[]> {
  return queries.rows(FeedRow, 'SELECT state FROM feeds ORDER BY feed');
}

/** Takes or prolongs a turn at a feed: one statement, so that of several who ask one at most gets it. */
export function leaseFeed(
  queries: Queries,
  { feed, shownAs, holder, now, until }: FeedLease,
): Promise<FeedState | undefined> {
  return queries.row(
    FeedRow,
    `INSERT INTO feeds (feed, state, next_at, holder, held_until) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (feed) DO UPDATE SET holder = excluded.holder, held_until = excluded.held_until
     WHERE feeds.holder = excluded.holder
       OR (feeds.next_at <= excluded.next_at AND (feeds.held_until IS NULL OR feeds.held_until <= excluded.next_at))
     RETURNING state`,
    ...[feed, storableJson(unknownFeed(feed, shownAs, now)), now, holder, until],
  );
}

/** Ends a turn at a feed. */
export async function settleFeed(queries: Queries, state: FeedState, holder: string): Promise<boolean> {
  const changed = await queries.run(
    `UPDATE feeds SET state = $1, next_at = $2, holder = NULL, held_until = NULL WHERE feed = $3 AND holder = $4`,
    ...[storableJson(state), state.nextAt, state.feed, holder],
  );
  return changed === 1;
}

/** What became of items, by item. */
export async function itemMarks(
  queries: Queries,
  feed: string,
  items: readonly string[],
): Promise<ReadonlyMap<string, ItemMark>> {
  const rows = await queries.rows(
    ItemRow,
    `SELECT item, mark, validators, failures, at FROM feed_items WHERE feed = $1 AND item = ANY ($2::text[])`,
    feed,
    items,
  );
  return new Map(rows.map((row) => [row.item, row]));
}

/** Notes what became of items; of two marks of one item the later holds. */
export async function noteItems(queries: Queries, feed: string, marks: readonly ItemMark[]): Promise<void> {
  const rows = [...new Map(marks.map((mark) => [mark.item, mark])).values()]
    .map(({ item, mark, validators, failures, at }) => [item, mark, storableJson(validators), failures, at])
    .sort(([a = ''], [b = '']) => (String(a) < String(b) ? -1 : 1));
  await queries.run(
    `INSERT INTO feed_items (feed, item, mark, validators, failures, at)
     SELECT $1, value ->> 0, value ->> 1, value ->> 2, (value ->> 3)::integer, value ->> 4
     FROM json_array_elements($2::json)
     ON CONFLICT (feed, item) DO UPDATE SET
       mark = excluded.mark, validators = excluded.validators, failures = excluded.failures, at = excluded.at`,
    feed,
    storableJson(rows),
  );
}

/** Forgets items that have not been looked at for long. */
export async function forgetItems(
  queries: Queries,
  feed: string,
  before: string,
  except: readonly string[],
): Promise<void> {
  await queries.run(
    'DELETE FROM feed_items WHERE feed = $1 AND at < $2 AND item <> ALL ($3::text[])',
    ...[feed, before],
    except,
  );
}
