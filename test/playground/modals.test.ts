import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { View } from '../../src/playground/workspace.ts';
import { type Pair, startPair } from './tiny-app.ts';
import { answerTo, clientOf } from './web-client.ts';

const nadia = 'U0NADIA';
const newsdesk = 'C0NEWSDESK';
const plain = (text: string) => ({ type: 'plain_text' as const, text });

const words = {
  type: 'input' as const,
  block_id: 'words',
  label: plain('Words'),
  element: { type: 'plain_text_input' as const, action_id: 'typed', min_length: 3 },
};

const button = (actionId: string) => ({
  type: 'actions' as const,
  block_id: actionId,
  elements: [{ type: 'button' as const, action_id: actionId, text: plain('Go') }],
});

const modal = (more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'form',
  title: plain('Form'),
  submit: plain('Send'),
  blocks: [words, button('deeper')],
  ...more,
});

/** What the tests change from case to case. */
interface Behaviour {
  /** How the app acknowledges a submission. */
  answer: object | null;
  closed: string[];
  triggers: string[];
}

let now: number;
let pair: Pair;
let behaviour: Behaviour;

beforeEach(async () => {
  now = Date.now();
  behaviour = { answer: null, closed: [], triggers: [] };
  pair = await startPair(listen, { clock: () => now });
});

afterEach(() => pair.stop());

function listen(app: App): void {
  app.command('/whosaid', async ({ ack, command }) => {
    await ack();
    behaviour.triggers.push(command.trigger_id);
  });
  app.action('deeper', async ({ ack, body }) => {
    await ack();
    if (body.type === 'block_actions') behaviour.triggers.push(body.trigger_id);
  });
  app.view('form', async ({ ack, body }) => {
    if (body.type === 'view_submission') behaviour.triggers.push(body.trigger_id);
    await (behaviour.answer === null ? ack() : Reflect.apply(ack, undefined, [behaviour.answer]));
  });
  app.view({ type: 'view_closed', callback_id: 'form' }, async ({ ack, body }) => {
    await ack();
    behaviour.closed.push(`${body.view.id} ${'is_cleared' in body && body.is_cleared}`);
  });
}

async function trigger(): Promise<string> {
  await pair.slack.runCommand({ userId: nadia, channelId: newsdesk, command: '/whosaid', text: '' });
  await pair.slack.settled();
  return behaviour.triggers.at(-1) ?? '';
}

async function openForm(view = modal()): Promise<View> {
  await client().views.open({ trigger_id: await trigger(), view });
  return top();
}

async function pushForm(view = modal()): Promise<void> {
  await pair.slack.press({
    userId: nadia,
    place: { kind: 'view', viewId: top().id },
    blockId: 'deeper',
    actionId: 'deeper',
  });
  await pair.slack.settled();
  await client().views.push({ trigger_id: behaviour.triggers.at(-1) ?? '', view });
}

const client = () => clientOf(pair.slack);
const stack = () => pair.slack.snapshot(nadia).modals;
const send = (typed: string) => pair.slack.submit({ userId: nadia, viewId: top().id, entered: { words: { typed } } });

function top(): View {
  const view = stack().at(-1);
  if (!view) throw new Error('no modal is open');
  return view;
}

describe('a trigger', () => {
  it('opens one modal', async () => {
    const trigger_id = await trigger();
    expect(await answerTo(client().views.open({ trigger_id, view: modal() }))).toMatchObject({ error: 'ok' });
    expect(await answerTo(client().views.open({ trigger_id, view: modal() }))).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    expect(stack()).toHaveLength(1);
  });

  it('lives three seconds', async () => {
    const trigger_id = await trigger();
    now += 3001;
    expect(await answerTo(client().views.open({ trigger_id, view: modal() }))).toMatchObject({
      error: 'expired_trigger_id',
    });
  });

  it('cannot be made up', async () => {
    expect(await answerTo(client().views.open({ trigger_id: '1.2.3', view: modal() }))).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });

  it('of a submission opens nothing: a submission is answered with response_action', async () => {
    await openForm();
    await send('enough');
    const trigger_id = behaviour.triggers.at(-1) ?? '';
    const answer = await answerTo(client().views.open({ trigger_id, view: modal() }));
    expect(answer).toMatchObject({ error: 'invalid_trigger_id', faults: expect.stringContaining('response_action') });
  });

  it('from outside a modal pushes nothing', async () => {
    expect(await answerTo(client().views.push({ trigger_id: await trigger(), view: modal() }))).toMatchObject({
      error: 'invalid_trigger_id',
    });
  });
});

describe('a view', () => {
  it.each<[string, object, string, string]>([
    ['a title of 25 characters', { title: plain('x'.repeat(25)) }, 'invalid_arguments', '/view/title/text'],
    ['no title', { title: undefined }, 'invalid_arguments', '/view/title'],
    ['a submit of 25 characters', { submit: plain('x'.repeat(25)) }, 'invalid_arguments', '/view/submit/text'],
    ['a close of 25 characters', { close: plain('x'.repeat(25)) }, 'invalid_arguments', '/view/close/text'],
    [
      'private_metadata of 3,001 characters',
      { private_metadata: 'x'.repeat(3001) },
      'invalid_arguments',
      '/view/private_metadata',
    ],
    ['an input without submit', { submit: undefined }, 'invalid_arguments', '/view/submit'],
    ['an unknown field', { footer: 'x' }, 'invalid_arguments', 'unknown field: footer'],
    ['an unknown block', { blocks: [{ type: 'poem' }] }, 'invalid_blocks', '/view/blocks/0/type'],
    [
      '101 blocks',
      { blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) },
      'invalid_blocks',
      'at most 100',
    ],
    [
      'more than 250 kB',
      {
        blocks: Array.from({ length: 90 }, () => ({
          type: 'section',
          text: { type: 'plain_text', text: 'x'.repeat(3000) },
        })),
      },
      'view_too_large',
      '250000',
    ],
    ['a Home', { type: 'home' }, 'invalid_arguments', '/view'],
  ])('with %s is refused', async (_name, more, error, fault) => {
    const call = client().apiCall('views.open', { trigger_id: await trigger(), view: { ...modal(), ...more } });
    const answer = await answerTo(call);
    expect(answer.error).toBe(error);
    expect(answer.faults).toContain(fault);
    expect(stack()).toEqual([]);
  });

  it('takes every length at its limit', async () => {
    const view = modal({
      title: plain('t'.repeat(24)),
      submit: plain('s'.repeat(24)),
      close: plain('c'.repeat(24)),
      private_metadata: 'x'.repeat(3000),
    });
    expect(await openForm(view)).toMatchObject({ title: 't'.repeat(24) });
  });

  it('is updated only with the hash that it has now', async () => {
    const { id, hash } = await openForm();
    const update = (given: string) =>
      client().views.update({ view_id: id, hash: given, view: modal({ title: plain('Changed') }) });
    expect(await answerTo(update(hash))).toMatchObject({ error: 'ok' });
    expect(await answerTo(update(hash))).toMatchObject({ error: 'hash_conflict' });
    expect(top().title).toBe('Changed');
  });

  it('that is unknown or was closed is not updated', async () => {
    const { id } = await openForm();
    await pair.slack.close({ userId: nadia, viewId: id });
    for (const view_id of [id, 'V0NOWHERE']) {
      expect(await answerTo(client().views.update({ view_id, view: modal() }))).toMatchObject({ error: 'not_found' });
    }
  });

  it('lies on two others at most', async () => {
    await openForm();
    await pushForm();
    await pushForm();
    await expect(pushForm()).rejects.toThrow('push_limit_reached');
    expect(stack()).toHaveLength(3);
  });

  it('has an external_id of its own as long as it is open', async () => {
    await openForm(modal({ external_id: 'mine' }));
    await client().views.update({ external_id: 'mine', view: modal({ external_id: 'mine', title: plain('Changed') }) });
    expect(top().title).toBe('Changed');
    await expect(pushForm(modal({ external_id: 'mine' }))).rejects.toThrow('duplicate_external_id');
    await pair.slack.close({ userId: nadia, viewId: top().id });
    await openForm(modal({ external_id: 'mine' }));
    expect(stack()).toHaveLength(1);
  });

  it('of the Home is published for one person, and refused with an old hash', async () => {
    const home = (text: string) => ({
      type: 'home' as const,
      blocks: [{ type: 'header' as const, text: plain(text) }],
    });
    const first = await client().views.publish({ user_id: nadia, view: home('One') });
    await client().views.publish({ user_id: nadia, view: home('Two') });
    const stale = client().views.publish({ user_id: nadia, view: home('Three'), hash: first.view?.hash ?? '' });
    expect(await answerTo(stale)).toMatchObject({ error: 'hash_conflict' });
    expect(pair.slack.snapshot(nadia).home?.blocks).toMatchObject([{ text: { text: 'Two' } }]);
    expect(pair.slack.snapshot('U0TOMAS').home).toBeNull();
    expect(await answerTo(client().views.publish({ user_id: 'U0NOBODY', view: home('x') }))).toMatchObject({
      error: 'user_not_found',
    });
  });
});

describe('a submission', () => {
  it('is held back by Slack while a field is empty or too short', async () => {
    await openForm();
    const calls = behaviour.triggers.length;
    expect(await send('')).toEqual({ kind: 'invalid', errors: { words: 'Please complete this required field.' } });
    expect(await send('ab')).toEqual({ kind: 'invalid', errors: { words: 'Enter at least 3 characters.' } });
    expect(behaviour.triggers).toHaveLength(calls);
  });

  it.each<[string, object | null, number, string]>([
    ['nothing closes the modal on top', null, 1, 'done'],
    ['clear closes all', { response_action: 'clear' }, 0, 'done'],
    ['errors leaves it open', { response_action: 'errors', errors: { words: 'Not in the archive' } }, 2, 'invalid'],
    ['update changes it', { response_action: 'update', view: modal({ title: plain('Done') }) }, 2, 'done'],
    ['push lays one on it', { response_action: 'push', view: modal() }, 3, 'done'],
    ['errors for a block that is none fails', { response_action: 'errors', errors: { other: 'x' } }, 2, 'failed'],
    [
      'a view that is too long fails',
      { response_action: 'update', view: modal({ title: plain('x'.repeat(25)) }) },
      2,
      'failed',
    ],
    ['an unknown response_action fails', { response_action: 'applaud' }, 2, 'failed'],
  ])('answered with %s', async (_name, answer, left, kind) => {
    await openForm();
    await pushForm();
    behaviour.answer = answer;
    expect((await send('enough')).kind).toBe(kind);
    expect(stack()).toHaveLength(left);
  });

  it('of a window that is not on top is impossible', async () => {
    const below = await openForm();
    await pushForm();
    const outcome = await pair.slack.submit({
      userId: nadia,
      viewId: below.id,
      entered: { words: { typed: 'enough' } },
    });
    expect(outcome).toEqual({ kind: 'impossible', shown: 'This window is not open any more.' });
  });
});

describe('closing', () => {
  it('is told to the app where it asked for it, and for the whole stack where all is closed', async () => {
    const { id } = await openForm(modal({ notify_on_close: true }));
    await pair.slack.close({ userId: nadia, viewId: id });
    const again = await openForm(modal({ notify_on_close: true, clear_on_close: true }));
    await pair.slack.close({ userId: nadia, viewId: again.id });
    await openForm();
    await pair.slack.close({ userId: nadia, viewId: top().id });
    expect(behaviour.closed).toEqual([`${id} false`, `${again.id} true`]);
  });
});
