import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../../src/playground/local-slack.ts';
import { quiet, startPair } from './tiny-app.ts';
import { clientOf } from './web-client.ts';

const nadia = 'U0NADIA';
const newsdesk = 'C0NEWSDESK';
const direct = 'D0NADIA';

let endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings) await end();
  endings = [];
});

async function start(listen: (app: App) => void, options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const pair = await startPair(listen, options);
  endings.push(() => pair.stop());
  return pair.slack;
}

interface Received {
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** A server in the app's place that keeps what it is sent and answers with `status`. */
async function listenRaw(status = 200): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const server: Server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    received.push({ headers: request.headers, body });
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  endings.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, received };
}

async function startSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const slack = await startLocalSlack(options);
  endings.push(() => slack.stop());
  return slack;
}

const mention = { userId: nadia, channelId: newsdesk, text: '@whosaid who said “order”?' };

describe('a request to the app', () => {
  it('is signed over its time and body', async () => {
    const { url, received } = await listenRaw();
    const slack = await startSlack();
    slack.connectApp({ url, signingSecret: 'shh' });
    await slack.say(mention);
    const { headers, body } = received[0] ?? { headers: {}, body: '' };
    const signed = createHmac('sha256', 'shh')
      .update(`v0:${headers['x-slack-request-timestamp']}:${body}`)
      .digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${signed}`);
    expect(Math.abs(Date.now() / 1000 - Number(headers['x-slack-request-timestamp']))).toBeLessThan(5);
  });

  it('of an event stands in Slack’s envelope', async () => {
    const { url, received } = await listenRaw();
    const slack = await startSlack({ clock: () => 1_700_000_000_123 });
    slack.connectApp({ url, signingSecret: 'shh' });
    await slack.say({ ...mention, channelId: 'C0PARTNERS' });
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({
      type: 'event_callback',
      team_id: 'T0DESK',
      api_app_id: 'A0WHOSAID',
      event_id: expect.stringMatching(/^Ev\d+$/),
      event_time: 1_700_000_000,
      is_ext_shared_channel: true,
      authorizations: [{ team_id: 'T0DESK', user_id: 'U0WHOSAID', is_bot: true }],
      event: {
        type: 'app_mention',
        user: nadia,
        channel: 'C0PARTNERS',
        ts: '1700000000.123000',
        event_ts: '1700000000.123000',
        text: '<@U0WHOSAID> who said “order”?',
        blocks: [{ type: 'rich_text' }],
      },
    });
  });

  it('goes to this machine only', async () => {
    const slack = await startSlack();
    expect(() => slack.connectApp({ url: 'https://example.org/slack', signingSecret: 'shh' })).toThrow(
      'only to this machine',
    );
  });

  it.each([
    ['is answered with an error', async () => (await listenRaw(500)).url, 'dispatch_failed'],
    ['finds nobody there', async () => 'http://127.0.0.1:1/', 'app_unreachable'],
  ])('that %s fails', async (_name, url, error) => {
    const slack = await startSlack();
    slack.connectApp({ url: await url(), signingSecret: 'shh' });
    const outcome = await slack.runCommand({ userId: nadia, channelId: newsdesk, command: '/whosaid', text: '' });
    expect(outcome).toMatchObject({ kind: 'failed', error });
    expect(await slack.say(mention)).toMatchObject({
      kind: 'done',
      hint: `The app did not take this message (${error}).`,
    });
  });

  it('cannot be made before an app is connected', async () => {
    const slack = await startSlack();
    const outcome = await slack.runCommand({ userId: nadia, channelId: newsdesk, command: '/whosaid', text: '' });
    expect(outcome).toMatchObject({ kind: 'failed', error: 'app_unreachable' });
  });

  it('with a wrong signature is turned away by Bolt, and a right one let in', async () => {
    const pair = await startPair((app) => app.command('/whosaid', ({ ack }) => ack('Let in')));
    endings.push(() => pair.stop());
    const run = () => pair.slack.runCommand({ userId: nadia, channelId: newsdesk, command: '/whosaid', text: '' });
    expect(await run()).toMatchObject({ kind: 'done' });
    pair.slack.connectApp({ url: pair.url, signingSecret: 'another secret' });
    expect(await run()).toMatchObject({ kind: 'failed', error: 'dispatch_failed' });
  });
});

describe('an event', () => {
  it('can be delivered three times, as Slack does when it hears nothing', async () => {
    const seen: unknown[] = [];
    const slack = await start((app) => {
      app.event(
        'app_mention',
        async ({ body, context }) => void seen.push([body.event_id, context.retryNum, context.retryReason]),
      );
    });
    const outcome = await slack.say(mention);
    const eventId = outcome.kind === 'done' ? (outcome.eventIds[0] ?? '') : '';
    await slack.deliverAgain(eventId, { number: 1, reason: 'http_timeout' });
    await slack.deliverAgain(eventId, { number: 2, reason: 'http_error' });
    expect(await slack.deliverAgain('Ev0NONE', { number: 1, reason: 'http_timeout' })).toBeNull();
    await slack.settled();
    expect(seen).toEqual([
      [eventId, undefined, undefined],
      [eventId, 1, 'http_timeout'],
      [eventId, 2, 'http_error'],
    ]);
  });

  it('comes of a mention in a thread, an edited mention, and another bot’s mention', async () => {
    const seen: unknown[] = [];
    const slack = await start((app) => {
      app.event('app_mention', async ({ event }) => {
        seen.push([event.text, event.thread_ts !== undefined, event.edited?.user, event.bot_id]);
      });
    });
    const root = await slack.say({ userId: nadia, channelId: newsdesk, text: 'Nobody is asked' });
    const ts = root.kind === 'done' ? (root.ts ?? '') : '';
    await slack.say({ ...mention, text: '@whosaid a', threadTs: ts });
    await slack.edit({ userId: nadia, channelId: newsdesk, ts, text: '@whosaid b' });
    await slack.sayAsBot({ userId: 'U0WIRE', channelId: newsdesk, text: '@whosaid c' });
    await slack.settled();
    expect(seen).toEqual([
      ['<@U0WHOSAID> a', true, undefined, undefined],
      ['<@U0WHOSAID> b', false, nadia, undefined],
      ['<@U0WHOSAID> c', false, undefined, 'B0WIRE'],
    ]);
  });

  it('tells of everything in a direct message: edits, and what the app itself posts, changes and deletes', async () => {
    const { url, received } = await listenRaw();
    const slack = await startSlack({ quietMs: 25 });
    slack.connectApp({ url, signingSecret: 'shh' });
    await slack.openDirect(nadia);
    const asked = await slack.say({ userId: nadia, channelId: direct, text: 'Ask' });
    const ts = asked.kind === 'done' ? (asked.ts ?? '') : '';
    await slack.edit({ userId: nadia, channelId: direct, ts, text: 'Asked' });
    const { chat } = clientOf(slack);
    await chat.postMessage({ channel: newsdesk, text: 'Of this, the app is not told', ...quiet });
    const answer = await chat.postMessage({ channel: direct, thread_ts: ts, text: 'An answer', ...quiet });
    await chat.update({ channel: direct, ts: answer.ts ?? '', text: 'Corrected' });
    await chat.delete({ channel: direct, ts: answer.ts ?? '' });
    await slack.settled();
    const events = received.slice(1).map(({ body }) => JSON.parse(body).event);
    const bot = 'B0WHOSAID';
    expect(events).toMatchObject([
      { type: 'message', channel_type: 'im', user: nadia, text: 'Ask' },
      {
        subtype: 'message_changed',
        message: { text: 'Asked', edited: { user: nadia } },
        previous_message: { text: 'Ask' },
      },
      { text: 'An answer', bot_id: bot, thread_ts: ts },
      { subtype: 'message_changed', message: { text: 'Corrected', bot_id: bot } },
      { subtype: 'message_deleted', previous_message: { text: 'Corrected' } },
    ]);
  });

  it('tells which tab of the app was opened, with the Home that is there', async () => {
    const seen: unknown[] = [];
    const slack = await start((app) => {
      app.event('app_home_opened', async ({ event, client }) => {
        seen.push([event.tab, event.channel, event.view?.type]);
        await client.views.publish({ user_id: event.user, view: { type: 'home', blocks: [{ type: 'divider' }] } });
      });
    });
    await slack.openHome(nadia);
    await slack.settled();
    await slack.openHome(nadia);
    await slack.openDirect(nadia);
    await slack.settled();
    expect(seen).toEqual([
      ['home', direct, undefined],
      ['home', direct, 'home'],
      ['messages', direct, undefined],
    ]);
  });

  it('is not sent where the app has no scope for it', async () => {
    const seen: string[] = [];
    const slack = await start((app) => app.event('app_mention', async ({ event }) => void seen.push(event.text)), {
      scopes: ['chat:write'],
    });
    expect(await slack.say(mention)).toMatchObject({ kind: 'done', eventIds: [] });
    await slack.settled();
    expect(seen).toEqual([]);
  });
});

describe('an app that is limited', () => {
  it('tries again after 429', async () => {
    const slack = await start((app) => {
      app.event('app_mention', async ({ event, client }) => {
        await client.chat.postMessage({ channel: event.channel, text: 'An answer', ...quiet });
      });
    });
    slack.rateLimitNext('chat.postMessage', 0);
    await slack.say(mention);
    await slack.settled();
    expect(slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ error }) => error)).toEqual([
      'ratelimited',
      null,
    ]);
    expect(slack.messagesIn(newsdesk)).toHaveLength(2);
  });
});
