import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { startLocalSlack } from '../../src/playground/local-slack.ts';
import { signatureHeaders } from '../../src/playground/signed-post.ts';
import { createSlackApp, SlackStartError } from '../../src/slack/app.ts';
import { MemoryDesk } from './memory-desk.ts';
import { GENERAL, NADIA, startNewsroom, type WithWhosaid } from './newsroom-with-whosaid.ts';

let stop: () => Promise<void> = async () => {};

afterEach(async () => {
  await stop();
  stop = async () => {};
});

async function open(mode: 'http' | 'socket'): Promise<WithWhosaid> {
  const room = await startNewsroom({ mode });
  stop = room.stop;
  return room;
}

const nowInSeconds = () => Math.floor(Date.now() / 1000);

describe('the way in by HTTP', () => {
  const body = new URLSearchParams({
    command: '/whosaid',
    text: 'the river will rise',
    team_id: 'T0DESK',
    user_id: NADIA,
    channel_id: GENERAL,
    response_url: 'http://127.0.0.1:9/',
  }).toString();

  const post = (url: string | null, headers: Record<string, string>, sent = body) =>
    fetch(url ?? '', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body: sent,
    });

  it('refuses what Slack has not signed', async () => {
    const { url, desk } = await open('http');
    const answer = await post(url, signatureHeaders('another secret', body, nowInSeconds()));
    expect(answer.status).toBe(401);
    expect(desk.asked).toEqual([]);
  });

  it('refuses what Slack signed more than five minutes ago', async () => {
    const { url, desk, signingSecret } = await open('http');
    const answer = await post(url, signatureHeaders(signingSecret, body, nowInSeconds() - 301));
    expect(answer.status).toBe(401);
    expect(desk.asked).toEqual([]);
  });

  it('refuses a body larger than Slack’s ever are', async () => {
    const { url, desk, signingSecret } = await open('http');
    const large = `${body}&padding=${'x'.repeat(110_000)}`;
    const answer = await post(url, signatureHeaders(signingSecret, large, nowInSeconds()), large);
    expect(answer.status).toBe(413);
    expect(desk.asked).toEqual([]);
  });

  it('listens where it is told to', async () => {
    const { url } = await open('http');
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/slack\/events$/);
  });
});

describe('the way in by Socket Mode', () => {
  it('connects anew when Slack asks for it, and answers over the new socket', async () => {
    const { slack, lastIn, log } = await open('socket');
    slack.refreshSockets();
    await expect
      .poll(() => slack.calls.filter(({ method }) => method === 'apps.connections.open').length, { timeout: 4000 })
      .toBe(2);
    await expect
      .poll(
        async () => {
          const ran = await slack.runCommand({ userId: NADIA, channelId: GENERAL, command: '/whosaid', text: 'help' });
          return ran.kind;
        },
        { timeout: 4000 },
      )
      .toBe('done');
    await slack.settled();
    expect(lastIn(GENERAL).text).toContain('whosaid finds who said what');
    expect(log).toEqual([]);
  });

  it('keeps trying where an attempt to connect anew fails, and says so', async () => {
    const { slack, log } = await open('socket');
    slack.rateLimitNext('apps.connections.open', 0);
    slack.refreshSockets();
    await expect
      .poll(() => slack.calls.filter(({ method }) => method === 'apps.connections.open').length, { timeout: 6000 })
      .toBeGreaterThanOrEqual(3);
    expect(log.join('\n')).toContain('no connection, next attempt in 500 ms');
  });
});

describe('a start that fails', () => {
  const options = { desk: new MemoryDesk(), log: () => {} };

  it('says what is missing where neither way in is set up', () => {
    expect(() => createSlackApp({ ...options, token: 'xoxb-1' })).toThrow(SlackStartError);
    expect(() => createSlackApp({ ...options, token: 'xoxb-1' })).toThrow(/app-level token .* nor a signing secret/);
  });

  it('says that Slack does not accept the token', async () => {
    const slack = await startLocalSlack();
    stop = slack.stop;
    const app = createSlackApp({
      ...options,
      token: 'xoxb-of-another-workspace',
      slackApiUrl: slack.apiUrl,
      signingSecret: 'secret',
      port: 0,
    });
    await expect(app.start()).rejects.toThrow(/invalid_auth; to mend: .*install the app .* again/);
  });

  it('says that the app-level token is not accepted', async () => {
    const slack = await startLocalSlack();
    stop = slack.stop;
    const { botToken } = slack.installation;
    const app = createSlackApp({ ...options, token: botToken, appToken: 'xapp-other', slackApiUrl: slack.apiUrl });
    await expect(app.start()).rejects.toThrow(SlackStartError);
  });

  it('says that Slack cannot be reached', async () => {
    const app = createSlackApp({
      ...options,
      token: 'xoxb-1',
      slackApiUrl: 'http://127.0.0.1:9/',
      signingSecret: 'secret',
    });
    await expect(app.start()).rejects.toThrow(/Slack cannot be reached: .*; to mend: look at the network/);
  });

  it('says that the port is taken', async () => {
    const slack = await startLocalSlack();
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    stop = async () => {
      taken.close();
      await slack.stop();
    };
    const address = taken.address();
    const app = createSlackApp({
      ...options,
      token: slack.installation.botToken,
      slackApiUrl: slack.apiUrl,
      signingSecret: 'secret',
      host: '127.0.0.1',
      port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    });
    await expect(app.start()).rejects.toThrow(/EADDRINUSE/);
  });
});
