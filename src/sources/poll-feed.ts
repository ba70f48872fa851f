import type { Feed } from '../article/document.ts';
import type { WatchedFeed } from './feed-address.ts';
import {
  dueItems,
  keptValidators,
  type ListedItem,
  LOOK_AGAIN_AFTER_MS,
  listedItems,
  markAfter,
  validatorsFor,
} from './feed-items.ts';
import type { FeedMemory, FeedState } from './feed-memory.ts';
import {
  FAILING_FOR_LONG_MS,
  type Random,
  waitAfterFailure,
  waitAfterGone,
  waitAfterSuccess,
} from './feed-schedule.ts';
import type { Fetched } from './fetch-safely.ts';
import { type ItemPage, readItem, readingsOn, type WebReading } from './readings-at.ts';
import type { Web } from './web.ts';

/** What polling a feed needs. */
export interface PollParts {
  readonly web: Web;
  readonly memory: FeedMemory;
  /** Takes articles into the archive, and says of each that is refused why; what was taken is kept when it resolves. */
  readonly take: (readings: readonly WebReading[]) => Promise<void>;
  /** Notes that the index is up to date with a feed. */
  readonly noteIndexed: (at: string) => Promise<void>;
  /** A name that no other process has. */
  readonly holder: string;
  /** How long to wait between two polls as a rule, milliseconds. */
  readonly intervalMs: number;
  /** The clock, milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
  readonly signal?: AbortSignal;
}

/** What a poll came to. */
export type Poll =
  /** It is not due, or another whosaid is at it. */
  | { readonly kind: 'not-due' }
  /** It was stopped, or its turn has passed to another: what was taken so far is kept. */
  | { readonly kind: 'left' }
  | { readonly kind: 'polled'; readonly before: FeedState; readonly after: FeedState; readonly taken: number };

/** How long a turn lasts unless it is prolonged, milliseconds: longer than a batch can take. */
const TURN = 10 * 60_000;
/** The most items of one poll; what is left waits for the next, so that no feed keeps the others waiting. */
export const MOST_ITEMS = 100;
/** Items that are looked at, taken and remembered together. */
const BATCH = 8;
/** Feeds are larger than pages, and smaller than exports, bytes. */
const MAX_FEED_BYTES = 8 * 1024 * 1024;
/** Items that the feed no longer lists are remembered for this long, milliseconds. */
const REMEMBERED = 30 * 24 * 60 * 60 * 1000;

/** Polls a feed where it is due: asks whether it changed, takes what is new in it, and notes when to come again. */
export async function pollFeed(feed: WatchedFeed, parts: PollParts): Promise<Poll> {
  const before = await takeTurn(feed, parts);
  if (!before) return { kind: 'not-due' };
  try {
    return await pollInTurn(feed, before, parts);
  } catch (error) {
    // The fault is the archive's or ours, and no reason to think worse of the feed.
    await giveUp(before, parts).catch(() => undefined);
    throw error;
  }
}

async function pollInTurn(feed: WatchedFeed, before: FeedState, parts: PollParts): Promise<Poll> {
  const fetched = await fetchFeed(feed, before, parts);
  if (fetched.kind === 'refused' && fetched.why === 'stopped') return giveUp(before, parts);
  const read = await readFeed(fetched, parts.web);
  if (parts.signal?.aborted) return giveUp(before, parts);
  if (read.kind === 'failed') return settle(before, failed(before, read, parts), 0, parts);
  const course = read.kind === 'unchanged' ? NOTHING_NEW : await takeItems(feed, read.feed, parts);
  if (course.isLeft) return giveUp(before, parts);
  const at = iso(parts.now());
  await parts.noteIndexed(at);
  const asked = [read.freshForMs, read.kind === 'read' ? read.feed.readEveryMs : null];
  const wait = Math.max(
    waitAfterSuccess(parts.intervalMs, asked, course.hasMore, parts.random),
    course.leaveAloneMs === null ? 0 : waitAfterFailure(parts.intervalMs, 1, course.leaveAloneMs, parts.random),
  );
  const after: FeedState = {
    ...before,
    shownAs: feed.shownAs,
    // Without validators the next poll sees all items again, and what could not be taken now is tried then.
    validators: course.isDone ? keptValidators(feed.address, read.validators) : null,
    lastReadAt: read.kind === 'read' ? at : before.lastReadAt,
    lastOkAt: at,
    failingSince: null,
    failures: 0,
    lastError: null,
    isTold: false,
    isGone: false,
    nextAt: iso(parts.now() + wait),
  };
  return settle(before, after, course.taken, parts);
}

function takeTurn({ key, shownAs }: WatchedFeed, { memory, holder, now }: PollParts): Promise<FeedState | undefined> {
  const at = now();
  return memory.leaseFeed({ feed: key, shownAs, holder, now: iso(at), until: iso(at + TURN) });
}

/** Now and then the feed is read from its beginning although it has not changed, to look at its pages again. */
function fetchFeed(
  { address }: WatchedFeed,
  { validators, lastReadAt }: FeedState,
  parts: PollParts,
): Promise<Fetched> {
  const isLongAgo = lastReadAt === null || Date.parse(lastReadAt) <= parts.now() - LOOK_AGAIN_AFTER_MS;
  return parts.web.fetch(address, {
    limits: { maxBytes: MAX_FEED_BYTES },
    validators: isLongAgo ? null : validatorsFor(address, validators),
    ...(parts.signal ? { signal: parts.signal } : {}),
  });
}

interface Answered {
  readonly freshForMs: number | null;
  readonly validators: { readonly url: string; readonly etag: string | null; readonly lastModified: string | null };
}

type ReadFeed =
  | (Answered & { readonly kind: 'read'; readonly feed: Feed })
  | (Answered & { readonly kind: 'unchanged' })
  | Failure;

interface Failure {
  readonly kind: 'failed';
  readonly reason: string;
  readonly retryAfterMs: number | null;
  readonly isGone: boolean;
}

async function readFeed(fetched: Fetched, web: Web): Promise<ReadFeed> {
  if (fetched.kind === 'refused') {
    const { reason, retryAfterMs, status } = fetched;
    return { kind: 'failed', reason, retryAfterMs, isGone: status === 410 };
  }
  const { freshForMs, finalUrl: url, etag, lastModified } = fetched;
  const answered = { freshForMs, validators: { url, etag, lastModified } };
  if (fetched.kind === 'not-modified') return { kind: 'unchanged', ...answered };
  const { bytes, contentType } = fetched;
  const contents = await web.read({ bytes, origin: url, ...(contentType === null ? {} : { contentType }) });
  if (contents.kind === 'feed') return { kind: 'read', feed: contents.feed, ...answered };
  const reason = contents.kind === 'refused' ? contents.reason : 'it is a page or a file, where a feed should be';
  return { kind: 'failed', reason, retryAfterMs: null, isGone: false };
}

/** How taking a feed's items went. */
interface Course {
  readonly taken: number;
  /** Whether nothing is left to be taken from what the feed lists. */
  readonly isDone: boolean;
  /** Whether there is more to take at once. */
  readonly hasMore: boolean;
  /** How long the pages' server asks to be left alone, milliseconds; null where it does not ask. */
  readonly leaveAloneMs: number | null;
  /** Whether it was stopped, or the turn passed to another. */
  readonly isLeft: boolean;
}

const NOTHING_NEW: Course = { taken: 0, isDone: true, hasMore: false, leaveAloneMs: null, isLeft: false };

/** Takes what is new in a feed, batch by batch; each is remembered before the next is begun. */
async function takeItems(feed: WatchedFeed, listing: Feed, parts: PollParts): Promise<Course> {
  const { memory, web, signal } = parts;
  const listed = listedItems(listing.items);
  const keys = listed.map(({ key }) => key);
  const known = await memory.itemMarks(feed.key, keys);
  const due = dueItems(listed, known, parts.now());
  let taken = 0;
  let failures = 0;
  let leaveAloneMs: number | null = null;
  let isShut = false;
  const now = due.slice(0, MOST_ITEMS);
  for (let from = 0; from < now.length && !isShut; from += BATCH) {
    const batch = now.slice(from, from + BATCH);
    const pages = await Promise.all(
      batch.map(({ key, item }) => {
        return readItem(web, listing, item, validatorsFor(item.url ?? '', known.get(key)?.validators), signal);
      }),
    );
    if (signal?.aborted) return { ...NOTHING_NEW, isLeft: true };
    await parts.take(pages.flatMap(readingsOn));
    // Whoever was told to stop may not have read everything: what was not noted is looked at again.
    if (signal?.aborted) return { ...NOTHING_NEW, isLeft: true };
    const at = iso(parts.now());
    await memory.noteItems(
      feed.key,
      pages.flatMap((page, n) => marked(batch[n], page, known, at)),
    );
    if (!(await takeTurn(feed, parts))) return { ...NOTHING_NEW, isLeft: true };
    const passing = pages.flatMap((page) => (page.kind === 'refused' && page.isPassing ? [page] : []));
    taken += pages.length - passing.length;
    failures += passing.length;
    for (const page of passing) {
      if (page.leaveAloneMs !== null) leaveAloneMs = Math.max(leaveAloneMs ?? 0, page.leaveAloneMs);
    }
    // Where not one page of several can be had, the others cannot either.
    isShut = leaveAloneMs !== null || passing.length === pages.length;
  }
  await memory.forgetItems(feed.key, iso(parts.now() - REMEMBERED), keys);
  const isDone = failures === 0 && now.length === due.length;
  return { taken, isDone, hasMore: !isShut && now.length < due.length, leaveAloneMs, isLeft: false };
}

function marked(
  item: ListedItem | undefined,
  page: ItemPage,
  known: Parameters<typeof dueItems>[1],
  at: string,
): readonly ReturnType<typeof markAfter>[] {
  return item ? [markAfter(item, known.get(item.key), page, at)] : [];
}

function failed(before: FeedState, failure: Failure, { now, random, intervalMs }: PollParts): FeedState {
  const at = now();
  const failures = before.failures + 1;
  const failingSince = before.failingSince ?? iso(at);
  const wait = failure.isGone
    ? waitAfterGone(random)
    : waitAfterFailure(intervalMs, failures, failure.retryAfterMs, random);
  return {
    ...before,
    failingSince,
    failures,
    lastError: failure.reason,
    isTold: before.isTold || at - Date.parse(failingSince) >= FAILING_FOR_LONG_MS,
    isGone: failure.isGone,
    nextAt: iso(at + wait),
  };
}

async function settle(before: FeedState, after: FeedState, taken: number, parts: PollParts): Promise<Poll> {
  const isMine = await parts.memory.settleFeed(after, parts.holder);
  return isMine ? { kind: 'polled', before, after, taken } : { kind: 'left' };
}

/** Leaves the feed as it was, for whoever comes next. */
async function giveUp(before: FeedState, { memory, holder }: PollParts): Promise<Poll> {
  await memory.settleFeed(before, holder);
  return { kind: 'left' };
}

const iso = (ms: number) => new Date(ms).toISOString();
