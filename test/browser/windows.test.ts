import type { App, BlockButtonAction } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type PageServer, servePage } from '../../src/playground/page-server.ts';
import { type Pair, quiet, startPair } from '../playground/tiny-app.ts';
import { chromiumPath, launchChromium, PATIENCE } from './chromium.ts';
import { type OpenPage, openPage } from './open-playground.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (name: string) => ({ text: plain(name), value: name.toLowerCase() });

function modal(title: string, blocks: readonly KnownBlock[]) {
  return {
    type: 'modal' as const,
    callback_id: title.toLowerCase(),
    title: plain(title),
    submit: plain('Send'),
    blocks: [...blocks],
  };
}

const FIELDS: readonly KnownBlock[] = [
  {
    type: 'input',
    block_id: 'name',
    label: plain('Name'),
    element: { type: 'plain_text_input', action_id: 'field', initial_value: 'River' },
  },
  {
    type: 'input',
    block_id: 'where',
    label: plain('Where'),
    element: { type: 'conversations_select', action_id: 'field', default_to_current_conversation: true },
  },
  {
    type: 'input',
    block_id: 'how',
    label: plain('How'),
    element: { type: 'radio_buttons', action_id: 'field', options: [option('Loud'), option('Quiet')] },
  },
  {
    type: 'input',
    block_id: 'who',
    optional: true,
    label: plain('Who'),
    element: { type: 'external_select', action_id: 'field', min_query_length: 1 },
  },
];

describe.skipIf(chromiumPath === null)('an app of another kind', { timeout: PATIENCE }, () => {
  let browser: Browser;
  let pair: Pair | null = null;
  let served: PageServer | null = null;
  let open: OpenPage | null = null;

  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE);
  afterAll(() => browser?.close());
  afterEach(async () => {
    await open?.close();
    await served?.close();
    await pair?.stop();
  });

  async function start(listen: (app: App) => void): Promise<OpenPage> {
    pair = await startPair(listen);
    served = await servePage({ workspace: pair.slack, starters: [], port: 0, log: () => {} });
    open = await openPage(browser, served.url);
    return open;
  }

  it('gets what a form holds: text, a conversation, a choice, an option it offered itself', async () => {
    let values: unknown;
    const { modal: dialog, send } = await start((app) => {
      app.command('/whosaid', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: modal('Form', FIELDS) });
      });
      app.options('field', ({ ack }) => ack({ options: [option('Alma'), option('Bo')] }));
      app.view('form', async ({ ack, view }) => {
        values = view.state.values;
        await ack();
      });
    });
    await send('/whosaid form');
    await dialog.getByRole('heading', { name: 'Form' }).waitFor();
    expect(await dialog.getByLabel('Where').inputValue()).toBe('C0NEWSDESK');
    await dialog.getByLabel('Name').fill('Lake');
    await dialog.getByLabel('Where').selectOption({ label: '# general' });
    await dialog.getByLabel('Quiet').check();
    await dialog.getByLabel('Who').pressSequentially('A');
    await dialog
      .locator('datalist option[value="Alma"], datalist option:text-is("Alma")')
      .waitFor({ state: 'attached' });
    await dialog.getByLabel('Who').fill('Alma');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await dialog.waitFor({ state: 'hidden' });
    expect(values).toMatchObject({
      name: { field: { value: 'Lake' } },
      where: { field: { selected_conversation: 'C0GENERAL' } },
      how: { field: { selected_option: { value: 'quiet' } } },
      who: { field: { selected_option: { value: 'alma' } } },
    });
  });

  it('lays windows on one another; Back leads to the one beneath, Close ends them all', async () => {
    const push = (title: string): readonly KnownBlock[] => [
      { type: 'actions', block_id: 'b', elements: [{ type: 'button', action_id: 'push', text: plain('More') }] },
      { type: 'section', block_id: 't', text: plain(`This is ${title}.`) },
    ];
    const {
      modal: dialog,
      send,
      page,
    } = await start((app) => {
      app.command('/whosaid', async ({ ack, client, body }) => {
        await ack();
        await client.views.open({ trigger_id: body.trigger_id, view: modal('First', push('first')) });
      });
      app.action<BlockButtonAction>('push', async ({ ack, client, body }) => {
        await ack();
        const title = body.view?.title.text === 'First' ? 'Second' : 'Third';
        await client.views.push({ trigger_id: body.trigger_id, view: modal(title, push(title)) });
      });
    });
    await send('/whosaid windows');
    for (const title of ['First', 'Second']) {
      await dialog.getByRole('heading', { name: title }).waitFor();
      await dialog.getByRole('button', { name: 'More' }).click();
    }
    await dialog.getByRole('heading', { name: 'Third' }).waitFor();
    await dialog.getByRole('button', { name: 'Back' }).click();
    await dialog.getByRole('heading', { name: 'Second' }).waitFor();
    await page.keyboard.press('Escape');
    await dialog.getByRole('heading', { name: 'First' }).waitFor();
    await dialog.getByRole('button', { name: 'More' }).click();
    await dialog.getByRole('heading', { name: 'Second' }).waitFor();
    await dialog.getByRole('button', { name: 'Close', exact: true }).first().click();
    await dialog.waitFor({ state: 'hidden' });
  });

  it('keeps what is typed where it changes its window meanwhile', async () => {
    let update = async () => {};
    const { modal: dialog, send } = await start((app) => {
      app.command('/whosaid', async ({ ack, client, body }) => {
        await ack();
        const opened = await client.views.open({
          trigger_id: body.trigger_id,
          view: modal('Form', FIELDS.slice(0, 1)),
        });
        update = async () => {
          await client.views.update({ view_id: opened.view?.id ?? '', view: modal('Changed', FIELDS) });
        };
      });
    });
    await send('/whosaid form');
    await dialog.getByLabel('Name').fill('Typed');
    await update();
    await dialog.getByRole('heading', { name: 'Changed' }).waitFor();
    expect(await dialog.getByLabel('Name').inputValue()).toBe('Typed');
    expect(await dialog.getByLabel('Name').evaluate((field) => field === document.activeElement)).toBe(true);
  });

  it('has a press confirmed that asks for it', async () => {
    let presses = 0;
    const { conversation, send, page } = await start((app) => {
      const confirm = { title: plain('Sure?'), text: plain('All of it'), confirm: plain('Yes'), deny: plain('No') };
      const element = { type: 'button' as const, action_id: 'wipe', text: plain('Wipe'), confirm };
      app.event('app_mention', async ({ event, client }) => {
        const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [element] }];
        await client.chat.postMessage({ channel: event.channel, text: 'Wipe?', blocks, ...quiet });
      });
      app.action('wipe', async ({ ack }) => {
        presses += 1;
        await ack();
      });
    });
    await send('@whosaid wipe');
    await conversation.getByRole('button', { name: 'Wipe' }).click();
    const question = page.getByRole('dialog', { name: 'Sure?' });
    await question.getByRole('button', { name: 'No' }).click();
    await question.waitFor({ state: 'hidden' });
    await conversation.getByRole('button', { name: 'Wipe' }).click();
    await question.getByRole('button', { name: 'Yes' }).click();
    await expect.poll(() => presses).toBe(1);
  });

  it('that does not answer in time is told as Slack tells it', async () => {
    const { conversation, send, page } = await start((app) => {
      app.command('/whosaid', async () => {});
      app.event('app_mention', async ({ event, client }) => {
        const element = { type: 'button' as const, action_id: 'mute', text: plain('Mute') };
        const blocks = [{ type: 'actions' as const, block_id: 'b', elements: [element] }];
        await client.chat.postMessage({ channel: event.channel, text: 'A button', blocks, ...quiet });
      });
      app.action('mute', async () => {});
    });
    await send('/whosaid slow');
    await conversation.getByText('/whosaid failed with the error “operation_timeout”.').waitFor();
    await send('@whosaid button');
    await conversation.getByRole('button', { name: 'Mute' }).click();
    await conversation.getByText('The app did not answer this press').waitFor();
    expect(await page.getByRole('alert').filter({ hasText: 'did not answer this press' }).count()).toBe(1);
  });
});
