import { describe, expect, it } from 'vitest';
import { ageSentence, failingFeedSentences, indexedWhen } from '../../src/answer/age.ts';
import type { ArchiveAge, FailingFeed } from '../../src/answer/answer.ts';

const aged = (indexedMinutesAgo: number | null, watched = 0, failing: readonly FailingFeed[] = []): ArchiveAge => ({
  articles: 2000,
  quotations: 3,
  facts: 4,
  newestPublishedAt: '2016-01-02T03:04:05Z',
  indexedMinutesAgo,
  feeds: { watched, failing },
});
const failing = (hours: number): FailingFeed => ({
  address: 'https://a.example/feed?…',
  hours,
  reason: 'the server failed (500)',
});

describe('the age of an archive', () => {
  it.each([
    [null, 'not indexed yet'],
    [0, 'indexed just now'],
    [1, 'indexed 1 minute ago'],
    [119, 'indexed 119 minutes ago'],
    [120, 'indexed 2 hours ago'],
    [47 * 60, 'indexed 47 hours ago'],
    [49 * 60, 'indexed 2 days ago'],
  ])('%s minutes after an ingest is “%s”', (minutes, said) => {
    expect(indexedWhen(aged(minutes, 3))).toBe(said);
  });

  it.each([
    [1, [failing(5)], 'indexed just now, but the feed has been failing for 5 hours'],
    [3, [failing(72)], 'indexed just now, but 1 of 3 feeds has been failing for 3 days'],
    [1, [failing(0)], 'indexed just now, but the feed cannot be read'],
    [3, [failing(7), failing(3)], 'indexed just now, but 2 of 3 feeds have been failing for 7 hours'],
  ])('of %i feeds tells which fail', (watched, feeds, said) => {
    expect(indexedWhen(aged(0, watched, feeds))).toBe(said);
  });

  it('is one sentence, and a sentence more for each feed that fails', () => {
    const age = aged(3, 2, [failing(5)]);
    expect(ageSentence(age)).toBe(
      '2,000 articles (newest: 2016-01-02, indexed 3 minutes ago, but 1 of 2 feeds has been failing for 5 hours)',
    );
    expect(failingFeedSentences(age)).toEqual([
      'https://a.example/feed?… has been failing for 5 hours: the server failed (500).',
    ]);
  });
});
