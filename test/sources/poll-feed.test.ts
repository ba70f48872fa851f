import { describe, expect, it } from 'vitest';
import { MOST_ITEMS } from '../../src/sources/poll-feed.ts';
import { afterPoll, HOUR, MINUTE, openFeedDesk, page, rss, START } from './feed-desk.ts';

const iso = (ms: number) => new Date(ms).toISOString();

/** A feed of two articles, one with its whole text; it can be changed, and knows whether it was. */
async function twoArticles() {
  const now = { items: [{ path: '/weir' }, { path: '/roads', text: 'The council will mend 12 roads.' }], etag: '"1"' };
  const desk = await openFeedDesk(({ url, headers }, response) => {
    const base = `http://${headers.host}`;
    if (url === '/feed') {
      if (headers['if-none-match'] === now.etag) response.writeHead(304).end();
      else response.setHeader('etag', now.etag).end(rss(base, now.items));
    } else response.setHeader('content-type', 'text/html').end(page(`Page of ${url}`, 'The river will rise'));
  });
  return { ...desk, now };
}

describe('polling a feed', () => {
  it('takes the whole texts of a feed, and fetches the pages of the others', async () => {
    const { poll, asked, news, indexed } = await twoArticles();
    expect(await poll()).toMatchObject({ kind: 'polled', taken: 2 });
    expect(asked()).toEqual(['/feed', '/weir']);
    expect(news()).toEqual(['Page of /weir', 'Title of /roads']);
    expect(indexed).toEqual([iso(START)]);
  });

  it('takes from the feed what a page does not say of its article', async () => {
    const desk = await openFeedDesk(({ url, headers }, response) => {
      const dated = '<pubDate>Fri, 01 Jan 2016 10:00:00 GMT</pubDate></item>';
      if (url === '/feed') response.end(rss(`http://${headers.host}`, [{ path: '/weir' }]).replace('</item>', dated));
      else response.setHeader('content-type', 'text/html').end(page('Weir', 'The river will rise'));
    });
    await desk.poll();
    expect(desk.taken.map(({ reading }) => (reading.kind === 'article' ? reading.article : reading))).toEqual([
      expect.objectContaining({
        headline: 'Weir',
        outlet: 'The Reed',
        publishedAt: expect.stringMatching(/^2016-01-01T10:00:00/),
        url: `${desk.server.url}/weir`,
      }),
    ]);
  });

  it('waits until the feed is due, and then asks only whether it has changed', async () => {
    const { poll, asked, news, indexed, clock } = await twoArticles();
    await poll();
    expect(await poll()).toEqual({ kind: 'not-due' });
    clock.now += 10 * MINUTE;
    asked();
    news();
    expect(await poll()).toMatchObject({ kind: 'polled', taken: 0 });
    expect(asked()).toEqual(['/feed']);
    expect(news()).toEqual([]);
    expect(indexed).toEqual([iso(START), iso(START + 10 * MINUTE)]);
  });

  it('takes only what is new or has changed', async () => {
    const { poll, asked, news, clock, now } = await twoArticles();
    await poll();
    news();
    asked();
    now.etag = '"2"';
    now.items = [{ path: '/bridge' }, { path: '/weir' }, { path: '/roads', text: 'The council will mend 11 roads.' }];
    clock.now += 10 * MINUTE;
    expect(await poll()).toMatchObject({ kind: 'polled', taken: 2 });
    expect(asked()).toEqual(['/feed', '/bridge']);
    expect(news()).toEqual(['Page of /bridge', 'Title of /roads']);
  });

  it('looks at pages again after some hours, asking only whether they have changed', async () => {
    const text = { weir: page('Weir', 'The river will rise'), etag: '"a"' };
    const desk = await openFeedDesk(({ url, headers }, response) => {
      const etag = url === '/feed' ? '"feed"' : text.etag;
      response.setHeader('etag', etag);
      if (headers['if-none-match'] === etag) response.writeHead(304).end();
      else if (url === '/feed') response.end(rss(`http://${headers.host}`, [{ path: '/weir' }, { path: '/roads' }]));
      else response.setHeader('content-type', 'text/html').end(text.weir);
    });
    await desk.poll();
    desk.news();
    desk.clock.now += 6 * HOUR;
    await desk.poll();
    expect(desk.news()).toEqual([]);
    text.weir = page('Weir, corrected', 'The river may rise');
    text.etag = '"b"';
    desk.clock.now += 6 * HOUR;
    await desk.poll();
    expect(desk.news()).toEqual(['Weir, corrected', 'Weir, corrected']);
  });

  it('keeps nothing of the feed’s address that may be a secret', async () => {
    const desk = await openFeedDesk(({ url, headers }, response) => {
      if (url === '/feed') response.writeHead(302, { location: '/feed?token=secret' }).end();
      else response.setHeader('etag', '"1"').end(rss(`http://${headers.host}`, []));
    });
    await desk.poll();
    expect(JSON.stringify([...desk.states])).not.toContain('secret');
    expect([...desk.states.values()][0]).toMatchObject({ shownAs: `${desk.server.url}/feed`, failures: 0 });
  });

  it('passes over what is refused, and does not ask for it again', async () => {
    const desk = await openFeedDesk(({ url, headers }, response) => {
      const items = ['/gone', '/private', '/weir'].map((path) => ({ path }));
      if (url === '/feed') {
        const text = rss(`http://${headers.host}`, items).replaceAll(/http:[^<]*\/private/g, 'http://10.0.0.1/private');
        response.end(text);
      } else if (url === '/gone') response.writeHead(404).end();
      else response.setHeader('content-type', 'text/html').end(page('Weir', 'The river will rise'));
    });
    await desk.poll();
    expect(desk.news()).toEqual([
      'there is nothing at this address (404)',
      expect.stringContaining('private network'),
      'Weir',
    ]);
    desk.asked();
    desk.clock.now += 10 * MINUTE;
    await desk.poll();
    expect(desk.asked()).toEqual(['/feed']);
    expect(desk.news()).toEqual([]);
  });

  it('tries a page that cannot be had at present three times', async () => {
    const desk = await openFeedDesk(({ url, headers }, response) => {
      if (url === '/feed') {
        if (headers['if-none-match']) response.writeHead(304).end();
        else response.setHeader('etag', '"1"').end(rss(`http://${headers.host}`, [{ path: '/weir' }]));
      } else response.writeHead(500).end();
    });
    for (let n = 0; n < 5; n++) {
      await desk.poll();
      desk.clock.now += HOUR;
    }
    expect(desk.asked()).toEqual(['/feed', '/weir', '/feed', '/weir', '/feed', '/weir', '/feed', '/feed']);
  });

  it('leaves the pages’ server alone as long as it asks for', async () => {
    const desk = await openFeedDesk(({ url, headers }, response) => {
      const items = Array.from({ length: 30 }, (_, n) => ({ path: `/${n}` }));
      if (url === '/feed') response.end(rss(`http://${headers.host}`, items));
      else response.writeHead(429, { 'retry-after': '3600' }).end();
    });
    const { nextAt, failures } = afterPoll(await desk.poll());
    expect(desk.asked()).toHaveLength(1 + 8);
    expect(nextAt).toBe(iso(START + HOUR));
    expect(failures).toBe(0);
  });
});

describe('a feed that fails', () => {
  const failing = (status: number, headers = {}) =>
    openFeedDesk((_, response) => response.writeHead(status, headers).end());

  it('is asked more and more seldom, up to every hour', async () => {
    const desk = await failing(500);
    const waits: number[] = [];
    for (let n = 0; n < 7; n++) {
      const { nextAt } = afterPoll(await desk.poll());
      waits.push((Date.parse(nextAt) - desk.clock.now) / MINUTE);
      desk.clock.now = Date.parse(nextAt);
    }
    expect(waits).toEqual([10, 20, 40, 60, 60, 60, 60]);
  });

  it('is remembered with its reason and since when, and is no proof that the index is up to date', async () => {
    const desk = await failing(500);
    const first = afterPoll(await desk.poll());
    expect(first).toMatchObject({
      failures: 1,
      failingSince: iso(START),
      lastError: 'the server failed (500)',
      isTold: false,
    });
    desk.clock.now += 3 * HOUR;
    expect(afterPoll(await desk.poll())).toMatchObject({ failures: 2, failingSince: iso(START), isTold: true });
    expect(desk.indexed).toEqual([]);
  });

  it('is left alone as long as its server asks for, a day at most', async () => {
    const week = String(7 * 24 * 3600);
    const desk = await failing(503, { 'retry-after': week });
    expect(afterPoll(await desk.poll()).nextAt).toBe(iso(START + 24 * HOUR));
  });

  it('works again with one good poll', async () => {
    const now = { status: 500 };
    const desk = await openFeedDesk(({ headers }, response) => {
      response.writeHead(now.status).end(rss(`http://${headers.host}`, []));
    });
    await desk.poll();
    now.status = 200;
    desk.clock.now += HOUR;
    expect(afterPoll(await desk.poll())).toMatchObject({ failures: 0, failingSince: null, lastError: null });
  });

  it('is left alone for a month where it has been taken away for good', async () => {
    const desk = await failing(410);
    const { nextAt, isGone } = afterPoll(await desk.poll());
    expect(isGone).toBe(true);
    expect(nextAt).toBe(iso(START + 30 * 24 * HOUR));
  });

  it.each([
    ['a page', 'text/html', page('Weir', 'The river will rise'), 'where a feed should be'],
    ['a text', 'text/plain', 'The river will rise.\n\nSo said the mayor.', 'where a feed should be'],
    ['a picture', 'image/png', 'x', 'image/png, which is not read'],
    ['a picture that is called a feed', 'application/rss+xml', '\x89PNG\r\n\x1a\n', 'it is a picture'],
    ['nothing', 'application/rss+xml', '', 'it is empty'],
  ])('because it is %s says so', async (_, type, body, reason) => {
    const desk = await openFeedDesk((_request, response) => {
      response.setHeader('content-type', type).end(Buffer.from(body, 'latin1'));
    });
    expect(afterPoll(await desk.poll())).toMatchObject({ failures: 1, lastError: expect.stringContaining(reason) });
    expect(desk.taken).toEqual([]);
  });

  it('is not believed to be unchanged where nothing is known of it', async () => {
    const desk = await failing(304);
    expect(afterPoll(await desk.poll())).toMatchObject({
      failures: 1,
      lastError: expect.stringContaining('not asked'),
    });
  });
});

describe('several whosaids', () => {
  it('poll a feed once, though they ask at the same moment', async () => {
    const { poll, asked } = await twoArticles();
    const polls = await Promise.all(['one', 'two', 'three', 'four'].map((holder) => poll({ holder })));
    expect(polls.map(({ kind }) => kind).sort()).toEqual(['not-due', 'not-due', 'not-due', 'polled']);
    expect(asked()).toEqual(['/feed', '/weir']);
  });

  it('leave a feed to whoever took it over', async () => {
    const desk = await twoArticles();
    const slow = desk.poll({
      take: async () => {
        desk.clock.now += HOUR;
        expect(await desk.poll({ holder: 'two' })).toMatchObject({ kind: 'polled' });
      },
    });
    expect(await slow).toEqual({ kind: 'left' });
    expect(desk.states.get(desk.feed.key)).toMatchObject({ lastOkAt: iso(START + HOUR) });
  });
});

describe('a poll that cannot be finished', () => {
  it('because it is stopped leaves the feed to the next', async () => {
    const stop = new AbortController();
    const desk = await openFeedDesk(() => stop.abort());
    expect(await desk.poll({ signal: stop.signal })).toEqual({ kind: 'left' });
    expect(desk.states.get(desk.feed.key)).toMatchObject({ failures: 0, nextAt: iso(START) });
  });

  it('because the archive fails says so, and is no failure of the feed', async () => {
    const { poll, states, feed, news } = await twoArticles();
    await expect(poll({ take: () => Promise.reject(new Error('the disk is full')) })).rejects.toThrow('disk is full');
    expect(states.get(feed.key)).toMatchObject({ failures: 0, nextAt: iso(START) });
    expect(await poll()).toMatchObject({ kind: 'polled', taken: 2 });
    expect(news()).toHaveLength(2);
  });
});

describe('a feed of 10,000 items', () => {
  it('is taken a hundred at a time, in small batches, without asking for any twice', async () => {
    const items = Array.from({ length: 10_000 }, (_, n) => ({ path: `/${n}` }));
    const desk = await openFeedDesk(({ headers, url }, response) => {
      if (headers['if-none-match']) response.writeHead(304).end();
      else if (url === '/feed') response.setHeader('etag', '"1"').end(rss(`http://${headers.host}`, items));
      else response.setHeader('content-type', 'text/plain').end(`Road ${url}\n\nThe council will mend road ${url}.`);
    });
    const batches: number[] = [];
    const take = async (readings: readonly unknown[]) => {
      batches.push(readings.length);
    };
    for (let n = 0; n < 3; n++) {
      const poll = await desk.poll({ take });
      expect(poll).toMatchObject({ kind: 'polled', taken: MOST_ITEMS });
      desk.clock.now += MINUTE;
    }
    expect(desk.server.requests.filter(({ url }) => url !== '/feed')).toHaveLength(3 * MOST_ITEMS);
    expect(Math.max(...batches)).toBeLessThanOrEqual(8);
    expect(batches.reduce((sum, n) => sum + n, 0)).toBe(3 * MOST_ITEMS);
    expect([...desk.items.values()].map(({ size }) => size)).toEqual([3 * MOST_ITEMS]);
  });
});
