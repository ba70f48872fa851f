import type { FeedLease, FeedMemory, FeedState, ItemMark } from '../../src/sources/feed-memory.ts';

/** A memory of feeds that lives as long as its test; `states` and `items` may be looked into. */
export function keptInMemory() {
  const states = new Map<string, FeedState>();
  const turns = new Map<string, FeedLease>();
  const items = new Map<string, Map<string, ItemMark>>();
  const itemsOf = (feed: string) => {
    const known = items.get(feed) ?? new Map<string, ItemMark>();
    items.set(feed, known);
    return known;
  };
  const memory: FeedMemory = {
    feedStates: async () => [...states.values()],
    leaseFeed: async (lease) => {
      const turn = turns.get(lease.feed);
      const state = states.get(lease.feed) ?? unknown(lease);
      const isFree = turn === undefined || turn.until <= lease.now;
      if (turn?.holder !== lease.holder && !(isFree && state.nextAt <= lease.now)) return undefined;
      turns.set(lease.feed, lease);
      states.set(lease.feed, state);
      return state;
    },
    settleFeed: async (state, holder) => {
      if (turns.get(state.feed)?.holder !== holder) return false;
      turns.delete(state.feed);
      states.set(state.feed, state);
      return true;
    },
    itemMarks: async (feed, asked) => new Map([...itemsOf(feed)].filter(([item]) => asked.includes(item))),
    noteItems: async (feed, marks) => {
      for (const mark of marks) itemsOf(feed).set(mark.item, mark);
    },
    forgetItems: async (feed, before, except) => {
      for (const { item, at } of [...itemsOf(feed).values()]) {
        if (at < before && !except.includes(item)) itemsOf(feed).delete(item);
      }
    },
  };
  return { memory, states, items };
}

function unknown({ feed, shownAs, now }: FeedLease): FeedState {
  return {
    feed,
    shownAs,
    validators: null,
    lastReadAt: null,
    lastOkAt: null,
    failingSince: null,
    failures: 0,
    lastError: null,
    isTold: false,
    isGone: false,
    nextAt: now,
  };
}
