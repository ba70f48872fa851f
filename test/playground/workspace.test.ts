import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Act } from '../../src/playground/workspace.ts';
import { SHORTCUT } from '../../src/slack/surface.ts';
import { type Pair, quiet, startPair } from './tiny-app.ts';
import { clientOf } from './web-client.ts';

const nadia = 'U0NADIA';
const tomas = 'U0TOMAS';
const newsdesk = 'C0NEWSDESK';
const pictures = 'C0PICTURES';

let pair: Pair;
let shortcuts: Record<string, unknown>[];
let acknowledged: object;

beforeEach(async () => {
  shortcuts = [];
  acknowledged = {};
  pair = await startPair((app: App) => {
    app.shortcut(SHORTCUT, async ({ ack, body }) => {
      shortcuts.push({ ...body });
      await ack();
    });
    app.command('/whosaid', ({ ack }) => ack(acknowledged));
  });
});

afterEach(() => pair.stop());

async function said(channelId: string, text = 'He said “order”'): Promise<string> {
  const outcome = await pair.slack.say({ userId: nadia, channelId, text });
  return outcome.kind === 'done' ? (outcome.ts ?? '') : '';
}

const useShortcut = (channelId: string, ts: string, callbackId = SHORTCUT) =>
  pair.slack.useShortcut({ userId: nadia, channelId, ts, callbackId });
const command = (name = '/whosaid', channelId = newsdesk) =>
  pair.slack.runCommand({ userId: nadia, channelId, command: name, text: '' });

describe('a message shortcut', () => {
  it('hands the message to the app, also where the bot is not a member', async () => {
    const ts = await said(pictures);
    expect(await useShortcut(pictures, ts)).toEqual({ kind: 'done', eventIds: [] });
    expect(shortcuts).toMatchObject([
      {
        type: 'message_action',
        callback_id: SHORTCUT,
        message_ts: ts,
        message: { text: 'He said “order”', user: nadia, ts },
        channel: { id: pictures, name: 'pictures' },
        response_url: expect.stringContaining('/response/'),
        trigger_id: expect.any(String),
      },
    ]);
  });

  it('is not offered under another name, nor on an ephemeral message', async () => {
    const ts = await said(newsdesk);
    const { message_ts } = await clientOf(pair.slack).chat.postEphemeral({ channel: newsdesk, user: nadia, text: 'x' });
    expect((await useShortcut(newsdesk, ts, 'other')).kind).toBe('impossible');
    expect((await useShortcut(newsdesk, message_ts ?? '')).kind).toBe('impossible');
    expect(shortcuts).toEqual([]);
  });
});

describe('an acknowledgement of a slash command', () => {
  it('may be a message for all', async () => {
    acknowledged = { text: 'For all', response_type: 'in_channel', ...quiet };
    expect(await command()).toEqual({ kind: 'done', eventIds: [] });
    expect(pair.slack.messagesIn(newsdesk)).toMatchObject([{ text: 'For all', ephemeralFor: null }]);
  });

  it('fails with a message that Slack would refuse', async () => {
    acknowledged = { text: 'x', blocks: [{ type: 'poem' }] };
    expect(await command()).toMatchObject({ kind: 'failed', error: expect.stringContaining('invalid_blocks') });
    expect(pair.slack.messagesIn(newsdesk)).toEqual([]);
  });
});

describe('Slack does not let a person', () => {
  it.each<[string, Act, string]>([
    [
      'run a command that no app has',
      { kind: 'command', userId: nadia, channelId: newsdesk, command: '/poem', text: '' },
      '/poem is not a valid command.',
    ],
    [
      'write where they are not',
      { kind: 'say', userId: 'U0IMRAN', channelId: pictures, text: 'x' },
      'Join #pictures first.',
    ],
    [
      'write into a channel that they cannot see',
      { kind: 'say', userId: tomas, channelId: 'C0INQUIRY', text: 'x' },
      'There is no channel C0INQUIRY for U0TOMAS.',
    ],
    ['write nothing', { kind: 'say', userId: nadia, channelId: newsdesk, text: ' ' }, 'Write something first.'],
    [
      'write into no thread',
      { kind: 'say', userId: nadia, channelId: newsdesk, text: 'x', threadTs: '1.000001' },
      '1.000001 is not the first message of a thread in C0NEWSDESK',
    ],
    [
      'act for a bot',
      { kind: 'say', userId: 'U0WHOSAID', channelId: newsdesk, text: 'x' },
      'There is no person U0WHOSAID.',
    ],
    [
      'edit what is not there',
      { kind: 'edit', userId: nadia, channelId: newsdesk, ts: '1.000001', text: 'x' },
      'This message is not here any more.',
    ],
    ['close what is not open', { kind: 'close', userId: nadia, viewId: 'V1' }, 'This window is not open any more.'],
    ['open a Home for nobody', { kind: 'open-home', userId: 'U0NOBODY' }, 'There is no person U0NOBODY.'],
  ])('%s', async (_name, act, shown) => {
    expect(await pair.slack.perform(act)).toEqual({ kind: 'impossible', shown });
  });

  it('edit what somebody else wrote', async () => {
    const ts = await said(newsdesk);
    const outcome = await pair.slack.edit({ userId: tomas, channelId: newsdesk, ts, text: 'x' });
    expect(outcome).toEqual({ kind: 'impossible', shown: 'Only its author can change a message.' });
  });
});

describe('a snapshot', () => {
  it('shows a person the channels and messages that are theirs to see', async () => {
    await said('C0INQUIRY', 'secret');
    await said(newsdesk, 'open');
    await pair.slack.openDirect(nadia);
    await said('D0NADIA', 'private');
    const texts = (userId: string) => pair.slack.snapshot(userId).messages.map(({ text }) => text);
    const names = (userId: string) => pair.slack.snapshot(userId).channels.map(({ id }) => id);
    expect(texts(nadia)).toEqual(['secret', 'open', 'private']);
    expect(texts(tomas)).toEqual(['open']);
    expect(names(tomas)).toEqual(['C0GENERAL', newsdesk, 'C0FACTS', pictures, 'C0PARTNERS']);
    expect(names(nadia)).toEqual([...names(tomas).slice(0, 4), 'C0INQUIRY', 'C0PARTNERS', 'D0NADIA']);
  });

  it('grows in version with each change, and listeners are told until they leave', async () => {
    let told = 0;
    const leave = pair.slack.onChange(() => {
      told += 1;
    });
    const before = pair.slack.snapshot(nadia).version;
    await said(newsdesk);
    expect(pair.slack.snapshot(nadia).version).toBe(before + told);
    expect(told).toBeGreaterThan(0);
    const heard = told;
    leave();
    await said(newsdesk);
    expect(told).toBe(heard);
  });

  it('shows the bot in a channel once it was invited', async () => {
    pair.slack.inviteBot(pictures);
    const channel = pair.slack.snapshot(nadia).channels.find(({ id }) => id === pictures);
    expect(channel).toMatchObject({ isMember: true, members: expect.arrayContaining(['U0WHOSAID']) });
    expect(await pair.slack.say({ userId: nadia, channelId: pictures, text: '@whosaid hello' })).toMatchObject({
      eventIds: [expect.any(String)],
    });
  });
});
