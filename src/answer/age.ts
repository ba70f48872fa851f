import type { Archive } from '../archive/archive.ts';
import { FAILING_FOR_LONG_MS, type FeedState } from '../archive/feed-memory.ts';
import type { ArchiveAge, FailingFeed } from './answer.ts';
import { counted } from './counted.ts';

const HOUR = 60 * 60_000;

/**
 * What an archive holds and how fresh its index is, at a moment given in milliseconds since 1970.
 *
 * @param watched the keys of the feeds that are watched: of others that once were, nothing is told
 */
export async function ageOf(archive: Archive, now: number, watched: readonly string[] = []): Promise<ArchiveAge> {
  const { articles, quotations, facts, newestPublishedAt, indexedAt } = await archive.holdings();
  const minutes = indexedAt === null ? null : Math.max(0, Math.floor((now - Date.parse(indexedAt)) / 60_000));
  const states = watched.length === 0 ? [] : await archive.feedStates();
  const failing = states.filter(({ feed }) => watched.includes(feed)).flatMap((state) => failingFeed(state, now));
  failing.sort((a, b) => b.hours - a.hours);
  const feeds = { watched: watched.length, failing };
  return { articles, quotations, facts, newestPublishedAt, indexedMinutesAgo: minutes, feeds };
}

function failingFeed({ failingSince, isGone, shownAs, lastError }: FeedState, now: number): readonly FailingFeed[] {
  if (failingSince === null) return [];
  const since = now - Date.parse(failingSince);
  if (since < FAILING_FOR_LONG_MS && !isGone) return [];
  return [
    { address: shownAs, hours: Math.max(0, Math.floor(since / HOUR)), reason: lastError ?? 'no reason is known' },
  ];
}

/** "1 article (newest: no date given, indexed 3 minutes ago)". */
export function ageSentence(age: ArchiveAge): string {
  const articles = counted(age.articles, 'article');
  return `${articles} (newest: ${age.newestPublishedAt?.slice(0, 10) ?? 'no date given'}, ${indexedWhen(age)})`;
}

/** "indexed 3 minutes ago", "indexed 3 minutes ago, but 1 of 2 feeds has been failing for 5 hours". */
export function indexedWhen(age: ArchiveAge): string {
  const { watched, failing } = age.feeds;
  const [longest] = failing;
  if (!longest) return lastIndexed(age);
  const which = watched === 1 ? 'the feed' : `${failing.length} of ${watched} feeds`;
  if (longest.hours === 0) return `${lastIndexed(age)}, but ${which} cannot be read`;
  const verb = failing.length === 1 ? 'has' : 'have';
  return `${lastIndexed(age)}, but ${which} ${verb} been failing for ${hoursOrDays(longest.hours)}`;
}

function lastIndexed({ indexedMinutesAgo: minutes }: ArchiveAge): string {
  if (minutes === null) return 'not indexed yet';
  if (minutes < 1) return 'indexed just now';
  if (minutes < 120) return `indexed ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
  return `indexed ${hoursOrDays(Math.floor(minutes / 60))} ago`;
}

function hoursOrDays(hours: number): string {
  if (hours < 48) return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
  return `${Math.floor(hours / 24)} days`;
}

/** "https://news.example/feed has been failing for 5 hours: the server failed (500)", one for each failing feed. */
export function failingFeedSentences({ feeds }: ArchiveAge): readonly string[] {
  return feeds.failing.map(({ address, hours, reason }) => {
    const fails = hours === 0 ? 'cannot be read' : `has been failing for ${hoursOrDays(hours)}`;
    return `${address} ${fails}: ${reason}.`;
  });
}
