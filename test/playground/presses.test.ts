import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Place, Press } from '../../src/playground/workspace.ts';
import { type Pair, quiet, startPair } from './tiny-app.ts';
import { clientOf } from './web-client.ts';

const nadia = 'U0NADIA';
const newsdesk = 'C0NEWSDESK';
const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value.toUpperCase()), value });

const elements = [
  { type: 'button' as const, action_id: 'go', text: plain('Go'), value: 'Q1' },
  { type: 'overflow' as const, action_id: 'more', options: [option('copy'), option('hide')] },
  { type: 'static_select' as const, action_id: 'kind', options: [option('quote'), option('fact')] },
  { type: 'external_select' as const, action_id: 'speaker', min_query_length: 2 },
  { type: 'channels_select' as const, action_id: 'channel' },
  { type: 'users_select' as const, action_id: 'user' },
  { type: 'datepicker' as const, action_id: 'day' },
  {
    type: 'checkboxes' as const,
    action_id: 'boxes',
    options: [option('a'), option('b')],
    initial_options: [option('a')],
  },
  {
    type: 'radio_buttons' as const,
    action_id: 'radios',
    options: [option('x'), option('y')],
    initial_option: option('y'),
  },
];
const blocks = [{ type: 'actions' as const, block_id: 'row', elements }];

let pair: Pair;
let bodies: Record<string, unknown>[];
let offered: object;
let acknowledged: string | undefined;

beforeEach(async () => {
  bodies = [];
  offered = { options: [option('li'), option('xi')] };
  acknowledged = undefined;
  pair = await startPair(listen);
});

afterEach(() => pair.stop());

function listen(app: App): void {
  app.action(/.*/, async ({ ack, body }) => {
    bodies.push({ ...body });
    await Reflect.apply(ack, undefined, [acknowledged]);
  });
  app.options('speaker', async ({ ack, body }) => {
    bodies.push({ ...body });
    await Reflect.apply(ack, undefined, [offered]);
  });
}

async function postCard(): Promise<Place> {
  const { ts } = await clientOf(pair.slack).chat.postMessage({ channel: newsdesk, text: 'A card', blocks, ...quiet });
  return { kind: 'message', channelId: newsdesk, ts: ts ?? '' };
}

async function whisperCard(threadTs: string): Promise<Place> {
  const given = { channel: newsdesk, user: nadia, text: 'A card', blocks, thread_ts: threadTs };
  const { message_ts } = await clientOf(pair.slack).chat.postEphemeral(given);
  return { kind: 'message', channelId: newsdesk, ts: message_ts ?? '' };
}

const press = (place: Place, actionId: string, more: Partial<Press> = {}) =>
  pair.slack.press({ userId: nadia, place, blockId: 'row', actionId, ...more });
const load = (place: Place, query: string) =>
  pair.slack.loadOptions({ userId: nadia, place, blockId: 'row', actionId: 'speaker', query });

describe('a press in a message', () => {
  it('tells the app who pressed what, where, and what the fields hold', async () => {
    const place = await postCard();
    expect(await press(place, 'go', { entered: { row: { kind: 'fact' } } })).toEqual({ kind: 'done', eventIds: [] });
    expect(bodies[0]).toMatchObject({
      type: 'block_actions',
      user: { id: nadia, username: 'nadia', team_id: 'T0DESK' },
      team: { id: 'T0DESK' },
      api_app_id: 'A0WHOSAID',
      container: { type: 'message', channel_id: newsdesk, is_ephemeral: false },
      channel: { id: newsdesk, name: 'newsdesk' },
      message: { text: 'A card', bot_id: 'B0WHOSAID' },
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
      state: {
        values: {
          row: { kind: { type: 'static_select', selected_option: option('fact') }, day: { selected_date: null } },
        },
      },
      actions: [{ type: 'button', block_id: 'row', action_id: 'go', value: 'Q1' }],
    });
  });

  it('that only one person sees says so, names the thread, and leaves the message out', async () => {
    const said = await pair.slack.say({ userId: nadia, channelId: newsdesk, text: 'A question' });
    const threadTs = said.kind === 'done' ? (said.ts ?? '') : '';
    await press(await whisperCard(threadTs), 'go');
    expect(bodies[0]).toMatchObject({ container: { is_ephemeral: true, thread_ts: threadTs } });
    expect(bodies[0]).not.toHaveProperty('message');
  });

  it.each([
    ['more', 'hide', { selected_option: option('hide') }],
    ['kind', 'quote', { selected_option: option('quote') }],
    ['channel', 'C0FACTS', { selected_channel: 'C0FACTS' }],
    ['user', 'U0GRACE', { selected_user: 'U0GRACE' }],
    ['day', '2015-12-17', { selected_date: '2015-12-17' }],
    ['boxes', ['a', 'b'], { selected_options: [option('a'), option('b')] }],
    ['boxes', [], { selected_options: [] }],
    ['radios', 'x', { selected_option: option('x') }],
  ])('of %s hands %j on', async (actionId, value, action) => {
    await press(await postCard(), actionId, { value });
    expect(bodies[0]).toMatchObject({ actions: [{ action_id: actionId, ...action }] });
  });

  it.each([
    ['an option that is none', 'kind', 'rumour'],
    ['an entry of the menu that is none', 'more', 'delete'],
    ['a private channel', 'channel', 'C0INQUIRY'],
    ['a user who is none', 'user', 'U0NOBODY'],
    ['an option that the app has not offered', 'speaker', 'li'],
    ['a box that is none', 'boxes', ['c']],
    ['a button that is none', 'gone', undefined],
  ])('is impossible for %s', async (_name, actionId, value) => {
    const outcome = await press(await postCard(), actionId, value === undefined ? {} : { value });
    expect(outcome.kind).toBe('impossible');
    expect(bodies).toEqual([]);
  });

  it('is impossible for whoever does not see the message', async () => {
    const said = await pair.slack.say({ userId: nadia, channelId: newsdesk, text: 'A question' });
    const place = await whisperCard(said.kind === 'done' ? (said.ts ?? '') : '');
    const outcome = await pair.slack.press({ userId: 'U0TOMAS', place, blockId: 'row', actionId: 'go' });
    expect(outcome).toEqual({ kind: 'impossible', shown: 'This message is not here any more.' });
  });

  it('fails where the app acknowledges with words that nobody would see', async () => {
    acknowledged = 'Shared!';
    expect(await press(await postCard(), 'go')).toMatchObject({ kind: 'failed', error: 'ack_not_empty' });
  });
});

describe('a press in a Home', () => {
  it('names the view, and has neither a channel nor an address to answer to', async () => {
    const home = { type: 'home' as const, blocks };
    const { view } = await clientOf(pair.slack).views.publish({ user_id: nadia, view: home });
    await press({ kind: 'view', viewId: view?.id ?? '' }, 'go');
    expect(bodies[0]).toMatchObject({
      container: { type: 'view', view_id: view?.id },
      view: { type: 'home', hash: view?.hash },
    });
    expect(bodies[0]).not.toHaveProperty('response_url');
    expect(bodies[0]).not.toHaveProperty('channel');
  });
});

describe('a field whose options the app is asked for', () => {
  it('asks once enough is typed, and takes what was offered', async () => {
    const place = await postCard();
    expect(await load(place, 'l')).toEqual({ kind: 'done', choices: [], eventIds: [] });
    expect(bodies).toEqual([]);
    const outcome = await load(place, 'li');
    expect(outcome).toMatchObject({ choices: [{ text: 'LI', value: 'li', description: null }, { value: 'xi' }] });
    expect(bodies[0]).toMatchObject({ type: 'block_suggestion', action_id: 'speaker', block_id: 'row', value: 'li' });
    expect(await press(place, 'speaker', { value: 'li' })).toMatchObject({ kind: 'done' });
  });

  it('takes groups', async () => {
    offered = { option_groups: [{ label: plain('Mayors'), options: [option('reyes')] }] };
    expect(await load(await postCard(), 're')).toMatchObject({ choices: [{ value: 'reyes' }] });
  });

  it.each<[string, object]>([
    ['101 options', { options: Array.from({ length: 101 }, (_, at) => option(`v${at}`)) }],
    ['a value of 76 characters', { options: [option('v'.repeat(76))] }],
    ['an unknown field', { options: [], total: 0 }],
    ['no options at all', {}],
  ])('fails for %s', async (_name, answer) => {
    offered = answer;
    expect(await load(await postCard(), 'li')).toMatchObject({
      kind: 'failed',
      shown: 'The options could not be loaded.',
    });
  });
});
