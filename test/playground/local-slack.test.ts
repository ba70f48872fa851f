import type { App } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import type { LocalSlackOptions } from '../../src/playground/local-slack.ts';
import type { Message } from '../../src/playground/workspace.ts';
import { type Pair, quiet, startPair } from './tiny-app.ts';

const nadia = 'U0NADIA';
const newsdesk = 'C0NEWSDESK';

let pair: Pair | null = null;

afterEach(async () => {
  await pair?.stop();
  pair = null;
});

async function start(listen: (app: App) => void, options: LocalSlackOptions = {}) {
  pair = await startPair(listen, options);
  return pair.slack;
}

function buttons(blockId: string, actionId: string, value: string) {
  return [
    {
      type: 'actions' as const,
      block_id: blockId,
      elements: [
        { type: 'button' as const, action_id: actionId, value, text: { type: 'plain_text' as const, text: 'Share' } },
      ],
    },
  ];
}

describe('a slash command', () => {
  it('shows the words of the acknowledgement to the person alone', async () => {
    const slack = await start((app) => {
      app.command('/whosaid', ({ ack, command }) => ack(`You asked: ${command.text}`));
    });
    const outcome = await slack.runCommand({
      userId: nadia,
      channelId: newsdesk,
      command: '/whosaid',
      text: 'a < b & c',
    });
    expect(outcome).toEqual({ kind: 'done', eventIds: [] });
    const [message] = slack.messagesIn(newsdesk);
    expect(message).toMatchObject({ text: 'You asked: a &lt; b &amp; c', ephemeralFor: nadia, threadTs: null });
    expect(slack.snapshot('U0TOMAS').messages).toEqual([]);
  });

  it('fails with operation_timeout where the app does not acknowledge in time', async () => {
    const slack = await start((app) => app.command('/whosaid', async () => {}), { ackLimitMs: 60 });
    const outcome = await slack.runCommand({ userId: nadia, channelId: newsdesk, command: '/whosaid', text: 'x' });
    expect(outcome).toEqual({
      kind: 'failed',
      error: 'operation_timeout',
      shown: '/whosaid failed with the error “operation_timeout”.',
    });
  });
});

describe('a mention', () => {
  it('reaches the app with names resolved and can be answered in its thread', async () => {
    const texts: string[] = [];
    const slack = await start((app) => {
      app.event('app_mention', async ({ event, client }) => {
        texts.push(event.text);
        await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Found it.', ...quiet });
      });
    });
    const outcome = await slack.say({ userId: nadia, channelId: newsdesk, text: '@whosaid ask @grace about “R&D”' });
    await slack.settled();
    expect(outcome).toMatchObject({ kind: 'done', eventIds: [expect.stringMatching(/^Ev/)] });
    expect(texts).toEqual(['<@U0WHOSAID> ask <@U0GRACE> about “R&amp;D”']);
    const [asked, answered] = slack.messagesIn(newsdesk);
    expect(answered).toMatchObject({ text: 'Found it.', threadTs: asked?.ts, botId: 'B0WHOSAID' });
  });

  it('is not delivered from a channel without the bot, and the person is told', async () => {
    const seen: string[] = [];
    const slack = await start((app) => app.event('app_mention', async ({ event }) => void seen.push(event.text)));
    const outcome = await slack.say({ userId: nadia, channelId: 'C0PICTURES', text: '@whosaid are you here?' });
    await slack.settled();
    expect(outcome).toMatchObject({ eventIds: [], hint: '@whosaid is not in #pictures and does not see this.' });
    expect(seen).toEqual([]);
  });
});

describe('a button', () => {
  it('opens a modal, which then sends its form', async () => {
    const sent: unknown[] = [];
    const slack = await start((app) => {
      app.command('/whosaid', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'An answer', blocks: buttons('share', 'share_to', 'Q1') });
      });
      app.action('share_to', async ({ ack, body, client }) => {
        await ack();
        if (body.type !== 'block_actions') return;
        await client.views.open({ trigger_id: body.trigger_id, view: shareModal() });
      });
      app.view('share', async ({ ack, view, body }) => {
        await ack();
        if (body.type !== 'view_submission') return;
        sent.push(view.state.values.where?.channel?.selected_conversation, body.response_urls?.[0]?.channel_id);
      });
    });
    await slack.runCommand({ userId: nadia, channelId: newsdesk, command: '/whosaid', text: 'x' });
    await slack.settled();
    const answer = only(slack.messagesIn(newsdesk));
    await slack.press({
      userId: nadia,
      place: { kind: 'message', channelId: newsdesk, ts: answer.ts },
      blockId: 'share',
      actionId: 'share_to',
    });
    await slack.settled();
    const [modal] = slack.snapshot(nadia).modals;
    expect(modal).toMatchObject({ title: 'Share', initial: { where: { channel: newsdesk } } });
    const outcome = await slack.submit({
      userId: nadia,
      viewId: modal?.id ?? '',
      entered: { where: { channel: 'C0FACTS' } },
    });
    expect(outcome.kind).toBe('done');
    expect(sent).toEqual(['C0FACTS', 'C0FACTS']);
    expect(slack.snapshot(nadia).modals).toEqual([]);
  });
});

function only(messages: readonly Message[]): Message {
  const [first, ...rest] = messages;
  if (!first || rest.length > 0) throw new Error(`${messages.length} messages, not one`);
  return first;
}

function shareModal() {
  return {
    type: 'modal' as const,
    callback_id: 'share',
    title: { type: 'plain_text' as const, text: 'Share' },
    submit: { type: 'plain_text' as const, text: 'Share' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'where',
        label: { type: 'plain_text' as const, text: 'Where to' },
        element: {
          type: 'conversations_select' as const,
          action_id: 'channel',
          default_to_current_conversation: true,
          response_url_enabled: true,
          filter: { exclude_external_shared_channels: true },
        },
      },
    ],
  };
}
