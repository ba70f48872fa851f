import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Pair, quiet, startPair } from './tiny-app.ts';

const nadia = 'U0NADIA';
const newsdesk = 'C0NEWSDESK';
const pictures = 'C0PICTURES';

const buttons = [
  {
    type: 'actions' as const,
    block_id: 'row',
    elements: [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }],
  },
];

let now: number;
let pair: Pair;
let urls: string[];

beforeEach(async () => {
  now = Date.now();
  urls = [];
  pair = await startPair(listen, { clock: () => now });
});

afterEach(() => pair.stop());

function listen(app: App): void {
  app.command('/whosaid', async ({ ack, command }) => {
    urls.push(command.response_url);
    await ack();
  });
  app.action('go', async ({ ack, body }) => {
    if (body.type === 'block_actions') urls.push(body.response_url);
    await ack();
  });
}

async function commandUrl(channelId = newsdesk): Promise<string> {
  await pair.slack.runCommand({ userId: nadia, channelId, command: '/whosaid', text: '' });
  return urls.at(-1) ?? '';
}

async function buttonUrl(): Promise<string> {
  await send(await commandUrl(), { text: 'An answer', blocks: buttons });
  const ts = messages().at(-1)?.ts ?? '';
  await pair.slack.press({
    userId: nadia,
    place: { kind: 'message', channelId: newsdesk, ts },
    blockId: 'row',
    actionId: 'go',
  });
  return urls.at(-1) ?? '';
}

async function send(url: string, body: object): Promise<readonly [number, string]> {
  const response = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  const text = await response.text();
  return [response.status, text === 'ok' ? 'ok' : JSON.parse(text).error];
}

const messages = (channelId = newsdesk) => pair.slack.messagesIn(channelId);

describe('a response_url', () => {
  it('takes five posts and no sixth', async () => {
    const url = await commandUrl();
    const answers = [];
    for (let use = 0; use < 6; use += 1) answers.push(await send(url, { text: `post ${use}` }));
    expect(answers).toEqual([...Array.from({ length: 5 }, () => [200, 'ok']), [404, 'used_url']]);
    expect(messages()).toHaveLength(5);
  });

  it('lives 30 minutes', async () => {
    const url = await commandUrl();
    now += 30 * 60 * 1000;
    expect(await send(url, { text: 'just in time' })).toEqual([200, 'ok']);
    now += 1;
    expect(await send(url, { text: 'late' })).toEqual([404, 'expired_url']);
  });

  it('cannot be made up', async () => {
    expect(await send(`${pair.slack.baseUrl}/response/none`, { text: 'x' })).toEqual([404, 'invalid_url']);
  });

  it('posts to the person alone unless told otherwise, also where the bot is not a member', async () => {
    const url = await commandUrl(pictures);
    await send(url, { text: 'for you' });
    await send(url, { text: 'for all', response_type: 'in_channel', ...quiet });
    expect(messages(pictures)).toMatchObject([
      { text: 'for you', ephemeralFor: nadia },
      { text: 'for all', ephemeralFor: null },
    ]);
  });

  it('returns no ts', async () => {
    const response = await fetch(await commandUrl(), { method: 'POST', body: JSON.stringify({ text: 'x' }) });
    expect(await response.text()).toBe('ok');
  });

  it.each<[string, object, string]>([
    ['a thread', { text: 'x', thread_ts: '1700000000.000001' }, 'invalid_arguments'],
    ['an unknown field', { text: 'x', colour: 'red' }, 'invalid_arguments'],
    ['nothing', {}, 'no_text'],
    ['blocks without a text', { blocks: buttons }, 'invalid_arguments'],
    ['a post for all that may unfurl', { text: 'x', response_type: 'in_channel' }, 'invalid_arguments'],
    ['blocks that are none', { text: 'x', blocks: [{ type: 'poem' }] }, 'invalid_blocks'],
    ['a replacement where there is no original', { text: 'x', replace_original: true }, 'message_not_found'],
    ['link_names', { text: 'x', link_names: true }, 'invalid_arguments'],
  ])('refuses %s', async (_name, body, error) => {
    expect(await send(await commandUrl(), body)).toEqual([400, error]);
    expect(messages()).toEqual([]);
  });
});

describe('a response_url of a button', () => {
  it('replaces the message, and the ephemeral one stays ephemeral', async () => {
    const url = await buttonUrl();
    expect(await send(url, { text: 'Changed', replace_original: true })).toEqual([200, 'ok']);
    expect(messages()).toMatchObject([{ text: 'Changed', blocks: [], ephemeralFor: nadia }]);
  });

  it('deletes the message', async () => {
    expect(await send(await buttonUrl(), { delete_original: true })).toEqual([200, 'ok']);
    expect(messages()).toEqual([]);
  });

  it('wants to be told whether to replace', async () => {
    const url = await buttonUrl();
    expect(await send(url, { text: 'Another' })).toEqual([400, 'invalid_arguments']);
    expect(await send(url, { text: 'Another', replace_original: false })).toEqual([200, 'ok']);
    expect(messages().map(({ text }) => text)).toEqual(['An answer', 'Another']);
  });
});
