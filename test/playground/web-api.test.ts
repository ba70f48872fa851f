import type { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/playground/local-slack.ts';
import { quiet } from './tiny-app.ts';
import { answerTo, clientOf } from './web-client.ts';

const nadia = 'U0NADIA';
const imran = 'U0IMRAN';
const newsdesk = 'C0NEWSDESK';
const facts = 'C0FACTS';
const pictures = 'C0PICTURES';
const inquiry = 'C0INQUIRY';
const nowhere = '1700000000.000001';

let slack: LocalSlack;
let client: WebClient;

beforeEach(async () => {
  slack = await startLocalSlack();
  client = clientOf(slack);
});

afterEach(() => slack.stop());

async function said(channelId = newsdesk, text = 'Hello'): Promise<string> {
  const outcome = await slack.say({ userId: nadia, channelId, text });
  if (outcome.kind !== 'done' || !outcome.ts) throw new Error(`not said: ${JSON.stringify(outcome)}`);
  return outcome.ts;
}

async function posted(channel = newsdesk, text = 'An answer'): Promise<string> {
  const { ts } = await client.chat.postMessage({ channel, text, ...quiet });
  if (!ts) throw new Error('not posted');
  return ts;
}

const divider = { type: 'divider' };
const post = (more: Record<string, unknown>) =>
  client.apiCall('chat.postMessage', { channel: newsdesk, text: 'x', ...quiet, ...more });
const whisper = (more: Record<string, unknown>) =>
  client.apiCall('chat.postEphemeral', { channel: newsdesk, user: nadia, text: 'x', ...more });

describe('chat.postMessage', () => {
  it.each<[string, Record<string, unknown>, string, string]>([
    ['a channel that the bot is not in', { channel: pictures }, 'not_in_channel', '#pictures'],
    ['a private channel that it is not in', { channel: inquiry }, 'channel_not_found', inquiry],
    ['a channel that is none', { channel: 'C0NOWHERE' }, 'channel_not_found', 'C0NOWHERE'],
    ['a channel by its name', { channel: '#newsdesk' }, 'channel_not_found', '#newsdesk'],
    ['neither text nor blocks', { text: undefined }, 'no_text', ''],
    ['an empty text', { text: ' ' }, 'no_text', ''],
    ['blocks without a text', { text: undefined, blocks: [divider] }, 'invalid_arguments', 'screen readers'],
    ['a text of 4,001 characters', { text: 'x'.repeat(4001) }, 'msg_too_long', '4001'],
    [
      'blocks that are none',
      { blocks: [{ type: 'poem' }] },
      'invalid_blocks',
      'unsupported type: poem [json-pointer:/blocks/0/type]',
    ],
    ['blocks that are not JSON', { blocks: '[{' }, 'invalid_arguments', '/blocks'],
    [
      'too much in all blocks',
      {
        blocks: Array.from({ length: 5 }, () => ({
          type: 'section',
          text: { type: 'mrkdwn', text: 'x'.repeat(2700) },
        })),
      },
      'msg_blocks_too_long',
      '13500',
    ],
    ['an argument that Slack does not know', { colour: 'red' }, 'invalid_arguments', 'unknown field: colour'],
    ['link_names', { link_names: true }, 'invalid_arguments', 'never link_names'],
    ['parse: full', { parse: 'full' }, 'invalid_arguments', 'never parse'],
    ['links that may unfurl', { unfurl_links: true }, 'invalid_arguments', 'unfurl_links must be given as false'],
    ['unfurling left open', { unfurl_media: undefined }, 'invalid_arguments', 'unfurl_media must be given as false'],
    ['a thread that is none', { thread_ts: nowhere }, 'thread_not_found', nowhere],
    ['a thread_ts that is no ts', { thread_ts: '17' }, 'invalid_arguments', 'is not a ts'],
    ['another team', { team_id: 'T0OTHER' }, 'invalid_arguments', 'team_id'],
  ])('refuses %s', async (_name, more, error, fault) => {
    const answer = await answerTo(post(more));
    expect(answer.error).toBe(error);
    expect(answer.faults).toContain(fault);
    expect(slack.messagesIn(newsdesk)).toEqual([]);
  });

  it('takes a text of 4,000 characters, and a person’s id for the direct message with them', async () => {
    const answer = await client.chat.postMessage({ channel: nadia, text: 'x'.repeat(4000), ...quiet });
    expect(answer.channel).toBe('D0NADIA');
    expect(slack.messagesIn('D0NADIA')).toHaveLength(1);
  });

  it('refuses a reply’s ts as a thread', async () => {
    const root = await said();
    const reply = await client.chat.postMessage({
      channel: newsdesk,
      thread_ts: root,
      text: 'In the thread',
      ...quiet,
    });
    expect(await answerTo(post({ thread_ts: reply.ts }))).toMatchObject({ error: 'thread_not_found' });
    expect(slack.messagesIn(newsdesk).map((message) => message.threadTs)).toEqual([null, root]);
  });

  it('leaves unfurling to the app where the rule is off', async () => {
    const lenient = await startLocalSlack({ requireUnfurlOff: false });
    expect(await answerTo(clientOf(lenient).chat.postMessage({ channel: newsdesk, text: 'x' }))).toEqual({
      error: 'ok',
      faults: '',
    });
    await lenient.stop();
  });
});

describe('chat.postEphemeral', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['somebody outside the channel', { channel: facts, user: imran }, 'user_not_in_channel'],
    ['a channel that the bot is not in', { channel: pictures }, 'not_in_channel'],
    ['nobody', { user: undefined }, 'invalid_arguments'],
    ['unfurl_links, which it does not know', { unfurl_links: false }, 'invalid_arguments'],
    ['a thread that is none', { thread_ts: nowhere }, 'thread_not_found'],
  ])('refuses %s', async (_name, more, error) => {
    expect(await answerTo(whisper(more))).toMatchObject({ error });
  });

  it('shows the message to one person, and no method finds it again', async () => {
    const { message_ts } = await client.chat.postEphemeral({ channel: newsdesk, user: nadia, text: 'For you' });
    expect(slack.snapshot(nadia).messages).toHaveLength(1);
    expect(slack.snapshot(imran).messages).toHaveLength(0);
    const update = client.chat.update({ channel: newsdesk, ts: message_ts ?? '', text: 'y' });
    expect(await answerTo(update)).toMatchObject({ error: 'message_not_found' });
    const permalink = client.chat.getPermalink({ channel: newsdesk, message_ts: message_ts ?? '' });
    expect(await answerTo(permalink)).toMatchObject({ error: 'message_not_found' });
  });
});

describe('chat.update and chat.delete', () => {
  it('change and delete the app’s own messages', async () => {
    const ts = await posted();
    await client.chat.update({ channel: newsdesk, ts, text: 'Corrected', blocks: [{ type: 'divider' }] });
    expect(slack.messagesIn(newsdesk)).toMatchObject([
      { text: 'Corrected', blocks: [{ type: 'divider' }], edited: { userId: 'U0WHOSAID' } },
    ]);
    await client.chat.delete({ channel: newsdesk, ts });
    expect(slack.messagesIn(newsdesk)).toEqual([]);
  });

  it('keep the blocks where only a text is given, and drop them for an empty list', async () => {
    const ts = await posted();
    await client.chat.update({ channel: newsdesk, ts, text: 'a', blocks: [{ type: 'divider' }] });
    await client.chat.update({ channel: newsdesk, ts, text: 'b' });
    expect(slack.messagesIn(newsdesk)[0]?.blocks).toHaveLength(1);
    await client.chat.update({ channel: newsdesk, ts, text: 'c', blocks: [] });
    expect(slack.messagesIn(newsdesk)[0]?.blocks).toHaveLength(0);
  });

  it('refuse what somebody else wrote', async () => {
    const ts = await said();
    expect(await answerTo(client.chat.update({ channel: newsdesk, ts, text: 'y' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await answerTo(client.chat.delete({ channel: newsdesk, ts }))).toMatchObject({
      error: 'cant_delete_message',
    });
  });

  it('refuse what is not there', async () => {
    expect(await answerTo(client.chat.update({ channel: newsdesk, ts: nowhere, text: 'y' }))).toMatchObject({
      error: 'message_not_found',
    });
    expect(await answerTo(client.chat.delete({ channel: newsdesk, ts: nowhere }))).toMatchObject({
      error: 'message_not_found',
    });
  });
});

describe('conversations, users and the app itself', () => {
  it('tell what the app needs to know', async () => {
    expect(await client.auth.test()).toMatchObject({
      user_id: 'U0WHOSAID',
      bot_id: 'B0WHOSAID',
      team: 'The Harbour Gazette',
    });
    expect((await client.conversations.info({ channel: 'C0PARTNERS' })).channel).toMatchObject({
      is_ext_shared: true,
      is_member: true,
    });
    expect((await client.conversations.info({ channel: pictures })).channel).toMatchObject({
      is_ext_shared: false,
      is_member: false,
    });
    expect((await client.conversations.open({ users: nadia })).channel).toEqual({ id: 'D0NADIA' });
    expect((await client.users.info({ user: nadia })).user).toMatchObject({ name: 'nadia', real_name: 'Nadia Rahman' });
    const ts = await posted();
    const { permalink } = await client.chat.getPermalink({ channel: newsdesk, message_ts: ts });
    expect(permalink).toBe(`https://harbour-gazette.slack.com/archives/${newsdesk}/p${ts.replace('.', '')}`);
  });

  it('page through a thread', async () => {
    const root = await said();
    for (const text of ['one', 'two', 'three'])
      await client.chat.postMessage({ channel: newsdesk, thread_ts: root, text, ...quiet });
    const first = await client.conversations.replies({ channel: newsdesk, ts: root, limit: 3 });
    expect(first.messages?.map((message) => message.text)).toEqual(['Hello', 'one', 'two']);
    const cursor = first.response_metadata?.next_cursor ?? '';
    const rest = await client.conversations.replies({ channel: newsdesk, ts: root, limit: 3, cursor });
    expect(rest.messages?.map((message) => message.text)).toEqual(['three']);
    expect(rest.has_more).toBe(false);
  });

  it.each<[string, string, Record<string, unknown>, string]>([
    ['a private channel from outside', 'conversations.info', { channel: inquiry }, 'channel_not_found'],
    [
      'the replies of a channel from outside',
      'conversations.replies',
      { channel: pictures, ts: nowhere },
      'not_in_channel',
    ],
    ['the replies of no message', 'conversations.replies', { channel: newsdesk, ts: nowhere }, 'thread_not_found'],
    ['nobody’s profile', 'users.info', { user: 'U0NOBODY' }, 'user_not_found'],
    ['a direct message with nobody', 'conversations.open', { users: 'U0NOBODY' }, 'user_not_found'],
    [
      'a status in no thread',
      'assistant.threads.setStatus',
      { channel_id: newsdesk, thread_ts: nowhere, status: 'x' },
      'thread_not_found',
    ],
    [
      'prompts outside a direct message',
      'assistant.threads.setSuggestedPrompts',
      { channel_id: newsdesk, prompts: [{ title: 'a', message: 'b' }] },
      'channel_not_found',
    ],
    [
      'a method that Slack may have',
      'chat.scheduleMessage',
      { channel: newsdesk, text: 'x', post_at: 1 },
      'unknown_method',
    ],
    ['a method that nobody has', 'chat.shout', {}, 'unknown_method'],
    ['an argument to a method without any', 'api.test', { foo: 'bar' }, 'invalid_arguments'],
  ])('refuse %s', async (_name, method, given, error) => {
    expect(await answerTo(client.apiCall(method, given))).toMatchObject({ error });
  });

  it('offer prompts only without a thread_ts', async () => {
    await client.conversations.open({ users: nadia });
    const prompts: [{ title: string; message: string }] = [{ title: 'Try', message: 'sovereignty' }];
    const given = { channel_id: 'D0NADIA', prompts };
    expect(await answerTo(client.assistant.threads.setSuggestedPrompts(given))).toMatchObject({ error: 'ok' });
    expect(slack.snapshot(nadia).prompts).toEqual({ title: '', prompts });
    const threaded = client.assistant.threads.setSuggestedPrompts({ ...given, thread_ts: nowhere });
    expect(await answerTo(threaded)).toMatchObject({ error: 'invalid_arguments' });
  });

  it('show a status until the app has answered in the thread', async () => {
    const ts = await said();
    await client.assistant.threads.setStatus({ channel_id: newsdesk, thread_ts: ts, status: 'is looking' });
    expect(slack.snapshot(nadia).statuses).toEqual([{ channelId: newsdesk, threadTs: ts, status: 'is looking' }]);
    await client.chat.postMessage({ channel: newsdesk, thread_ts: ts, text: 'Found it', ...quiet });
    expect(slack.snapshot(nadia).statuses).toEqual([]);
  });
});
