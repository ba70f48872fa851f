import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../../src/playground/local-slack.ts';
import { quiet } from './tiny-app.ts';
import { clientOf } from './web-client.ts';

const nadia = 'U0NADIA';
const newsdesk = 'C0NEWSDESK';
const mention = { userId: nadia, channelId: newsdesk, text: '@whosaid who said “order”?' };

let endings: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const end of endings) await end();
  endings = [];
});

async function startSlack(options: LocalSlackOptions = {}): Promise<LocalSlack> {
  const slack = await startLocalSlack(options);
  endings.push(() => slack.stop());
  return slack;
}

describe('Socket Mode', () => {
  async function startSocket(listen: (app: App) => void, options: LocalSlackOptions = {}): Promise<LocalSlack> {
    const slack = await startSlack({ quietMs: 25, ackLimitMs: 500, ...options });
    const receiver = new SocketModeReceiver({
      appToken: slack.installation.appToken,
      logLevel: LogLevel.ERROR,
      clientPingTimeout: 50,
      installerOptions: { clientOptions: { slackApiUrl: slack.apiUrl } },
    });
    const app = new App({
      token: slack.installation.botToken,
      receiver,
      logLevel: LogLevel.ERROR,
      clientOptions: { slackApiUrl: slack.apiUrl },
    });
    listen(app);
    await app.start();
    endings.unshift(() => app.stop());
    return slack;
  }

  it('carries commands, mentions and presses, and their acknowledgements', async () => {
    const pressed: string[] = [];
    const slack = await startSocket((app) => {
      app.command('/whosaid', ({ ack }) => ack('Words in the acknowledgement'));
      app.event('app_mention', async ({ event, client }) => {
        const go = { type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } };
        const blocks = [{ type: 'actions' as const, block_id: 'row', elements: [go] }];
        await client.chat.postMessage({ channel: event.channel, text: 'An answer', blocks, ...quiet });
      });
      app.action('go', async ({ ack, action }) => {
        await ack();
        pressed.push(action.type);
      });
    });
    await slack.runCommand({ userId: nadia, channelId: newsdesk, command: '/whosaid', text: '' });
    await slack.say(mention);
    await slack.settled();
    const [acknowledged, , answer] = slack.messagesIn(newsdesk);
    expect(acknowledged).toMatchObject({ text: 'Words in the acknowledgement', ephemeralFor: nadia });
    const place = { kind: 'message' as const, channelId: newsdesk, ts: answer?.ts ?? '' };
    expect(await slack.press({ userId: nadia, place, blockId: 'row', actionId: 'go' })).toEqual({
      kind: 'done',
      eventIds: [],
    });
    expect(pressed).toEqual(['button']);
  });

  it('notices where nothing is acknowledged', async () => {
    const slack = await startSocket((app) => app.command('/whosaid', async () => {}), { ackLimitMs: 50 });
    const outcome = await slack.runCommand({ userId: nadia, channelId: newsdesk, command: '/whosaid', text: '' });
    expect(outcome).toMatchObject({ kind: 'failed', error: 'operation_timeout' });
  });

  it('can be asked to connect anew', async () => {
    const slack = await startSocket((app) => app.command('/whosaid', ({ ack }) => ack('Here')));
    const connections = () => slack.calls.filter(({ method }) => method === 'apps.connections.open').length;
    expect(connections()).toBe(1);
    slack.refreshSockets();
    await expect.poll(connections).toBe(2);
    const command = { userId: nadia, channelId: newsdesk, command: '/whosaid', text: '' };
    await expect.poll(async () => (await slack.runCommand(command)).kind).toBe('done');
  });

  it('opens a socket only for a ticket, and once', async () => {
    const slack = await startSlack();
    const { url = '' } = await clientOf(slack, slack.installation.appToken).apps.connections.open();
    const attempt = (address: string) =>
      new Promise<string>((resolve) => {
        const socket = new WebSocket(address);
        socket.onopen = () => {
          resolve('open');
          socket.close();
        };
        socket.onerror = () => resolve('refused');
      });
    expect(await attempt(url)).toBe('open');
    expect(await attempt(url)).toBe('refused');
    expect(await attempt(url.replace(/ticket=.*/, 'ticket=guess'))).toBe('refused');
  });
});
