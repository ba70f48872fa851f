import type { Archive } from '../archive/archive.ts';
import type { ArchiveAge } from './answer.ts';

/** What an archive holds and how fresh its index is, at a moment given in milliseconds since 1970. */
export async function ageOf(archive: Archive, now: number): Promise<ArchiveAge> {
  const { articles, quotations, facts, newestPublishedAt, indexedAt } = await archive.holdings();
  const minutes = indexedAt === null ? null : Math.max(0, Math.floor((now - Date.parse(indexedAt)) / 60_000));
  return { articles, quotations, facts, newestPublishedAt, indexedMinutesAgo: minutes };
}

/** "1 article (newest: no date given, indexed 3 minutes ago)". */
export function ageSentence(age: ArchiveAge): string {
  const articles = age.articles === 1 ? '1 article' : `${age.articles.toLocaleString('en')} articles`;
  return `${articles} (newest: ${age.newestPublishedAt?.slice(0, 10) ?? 'no date given'}, ${indexedWhen(age)})`;
}

/** "indexed 3 minutes ago". */
export function indexedWhen({ indexedMinutesAgo: minutes }: ArchiveAge): string {
  if (minutes === null) return 'not indexed yet';
  if (minutes < 1) return 'indexed just now';
  if (minutes < 120) return `indexed ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} ago`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `indexed ${hours} hours ago` : `indexed ${Math.floor(hours / 24)} days ago`;
}
