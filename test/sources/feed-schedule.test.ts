import { describe, expect, it } from 'vitest';
import { afterPoll, MINUTE, openFeedDesk, rss, START } from './feed-desk.ts';

const iso = (ms: number) => new Date(ms).toISOString();

describe('when a feed is due next', () => {
  const WEEK = 7 * 24 * 3600;
  it.each([
    ['as is set', {}, '', 10],
    ['as its headers ask', { 'cache-control': 'max-age=1800' }, '', 30],
    ['as its ttl asks', {}, '<ttl>45</ttl>', 45],
    [
      'as its syndication asks',
      {},
      '<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>2</sy:updateFrequency>',
      30,
    ],
    ['in an hour at the latest', { 'cache-control': `max-age=${WEEK}` }, '<ttl>1440</ttl>', 60],
    ['not sooner than is set', { 'cache-control': 'max-age=1' }, '<ttl>1</ttl>', 10],
  ])('is %s', async (_, headers, channel, minutes) => {
    const desk = await openFeedDesk((request, response) => {
      response.writeHead(200, headers).end(rss(`http://${request.headers.host}`, [], channel));
    });
    expect((Date.parse(afterPoll(await desk.poll()).nextAt) - START) / MINUTE).toBe(minutes);
  });

  it('differs a little from one to another', async () => {
    const desk = await openFeedDesk(
      (request, response) => void response.end(rss(`http://${request.headers.host}`, [])),
    );
    expect(afterPoll(await desk.poll({ random: () => 0.5 })).nextAt).toBe(iso(START + 11 * MINUTE));
  });
});
