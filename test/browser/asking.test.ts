import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium, PATIENCE } from './chromium.ts';
import { type OpenPlayground, openPlayground } from './open-playground.ts';

describe.skipIf(chromiumPath === null)('in the browser', { timeout: PATIENCE }, () => {
  let browser: Browser;
  let open: OpenPlayground;

  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    open = await openPlayground(browser);
  }, PATIENCE);
  afterEach(async () => {
    const { faults } = open;
    await open.close();
    expect(faults).toEqual([]);
  });

  it('a slash command is answered, and only the asker sees the answer', async () => {
    const { page, conversation } = open;
    await open.send('/whosaid the river will rise');
    const answer = conversation.getByRole('article', { name: 'whosaid' });
    await answer.getByText('“The river will rise,”').waitFor();
    expect(await answer.getByText('Only visible to you').isVisible()).toBe(true);
    expect(await answer.getByRole('blockquote').innerText()).toBe('“The river will rise,”');
    await page.getByLabel('You act as').selectOption({ label: 'Tomás Oliveira' });
    await page.getByText('Reporter, city hall').waitFor();
    expect(await conversation.getByRole('article').count()).toBe(0);
  });

  it('an ephemeral answer is shared where everybody sees it, with who shared it', async () => {
    const { page, conversation } = open;
    await open.send('/whosaid the river will rise');
    await conversation.getByRole('button', { name: /^Share here/ }).click();
    await conversation.getByText('Shared by').waitFor();
    await page.getByLabel('You act as').selectOption({ label: 'Tomás Oliveira' });
    const card = conversation.getByRole('article', { name: 'whosaid' });
    await card.getByText('Shared by').waitFor();
    await card.getByText('Only visible to you').waitFor({ state: 'hidden' });
    expect(await card.innerText()).toMatch(/“The river will rise,”[\s\S]*Shared by @nadia/);
    expect(open.desk.shares).toMatchObject([{ excerptId: 'RVR-001', channel: 'C0NEWSDESK', sharedBy: 'U0NADIA' }]);
  });

  it('a mention is answered in its thread, and the excerpt is shared into it', async () => {
    const { conversation, thread } = open;
    await open.send('@whosaid the river will rise');
    await conversation.getByRole('button', { name: /1 reply/ }).click();
    await thread.getByText('“The river will rise,”').waitFor();
    await thread.getByRole('button', { name: /^Share here/ }).click();
    await thread.getByText('Shared by').waitFor();
    expect(await thread.getByRole('article').count()).toBe(3);
    await conversation.getByRole('button', { name: /2 replies/ }).waitFor();
  });

  it('“Who said this?” works on a message in a thread, and Share here stays in that thread', async () => {
    const { page, conversation, thread } = open;
    await open.send('Anybody at the meeting?');
    await conversation.getByRole('article', { name: 'Nadia Rahman' }).hover();
    await conversation.getByRole('button', { name: 'Reply in thread' }).click();
    await open.reply('The river will rise');
    const reply = thread.getByRole('article').filter({ hasText: 'The river will rise' });
    await reply.hover();
    await reply.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Who said this?' }).click();
    const answer = thread.getByRole('article').filter({ hasText: 'Only visible to you' });
    await answer.waitFor();
    await answer.getByRole('button', { name: /^Share here/ }).click();
    await thread.getByText('Shared by').waitFor();
    expect(await conversation.getByText('Shared by').count()).toBe(0);
  });

  it('an excerpt is shared into a thread of another channel by its link', async () => {
    const { page, conversation, thread, modal } = open;
    await page.getByRole('link', { name: 'general' }).click();
    await conversation.getByRole('heading', { name: '#general' }).waitFor();
    await open.send('Budget meeting');
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await conversation.getByRole('article').hover();
    await conversation.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Copy link' }).click();
    await page.getByText('The link is copied.').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    await page.getByRole('link', { name: 'newsdesk' }).click();
    await open.send('/whosaid the river will rise');
    await conversation.getByRole('button', { name: /^Share to/ }).click();
    await modal.getByLabel('Conversation').selectOption({ label: '# general' });
    await modal.getByLabel('Thread link').fill(link);
    await modal.getByRole('button', { name: 'Share', exact: true }).click();
    await modal.waitFor({ state: 'hidden' });
    await page.getByRole('link', { name: /^general/ }).click();
    await conversation.getByRole('button', { name: /1 reply/ }).click();
    await thread.getByText('Shared by').waitFor();
    expect(open.desk.shares).toMatchObject([{ channel: 'C0GENERAL' }]);
  });

  it('what is wrong with a form is said at the field', async () => {
    const { conversation, modal } = open;
    await open.send('/whosaid the river will rise');
    await conversation.getByRole('button', { name: /^Share to/ }).click();
    await modal.getByLabel('Thread link').fill('not a link');
    await modal.getByRole('button', { name: 'Share', exact: true }).click();
    const field = modal.locator('[aria-invalid="true"]');
    await field.waitFor();
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await modal.locator('.field-error:visible').innerText()).toContain('not a link to a Slack message');
  });

  it('a slash command in a thread is refused as Slack refuses it', async () => {
    const { conversation, thread } = open;
    await open.send('@whosaid the river will rise');
    await conversation.getByRole('button', { name: /1 reply/ }).click();
    await open.reply('/whosaid the river will rise');
    await thread.getByText('/whosaid is not supported in threads. Sorry!').waitFor();
    expect(await thread.locator('#thread-box').inputValue()).toBe('/whosaid the river will rise');
  });

  it('a command that nobody offers is refused, and the words stay in the box', async () => {
    await open.send('/nobody x');
    await open.conversation.getByText('/nobody is not a valid command.').waitFor();
    expect(await open.page.locator('#message-box').inputValue()).toBe('/nobody x');
  });

  it('a mention where whosaid is not a member says so', async () => {
    await open.page.getByRole('link', { name: 'pictures' }).click();
    await open.send('@whosaid the river will rise');
    await open.conversation.getByText('@whosaid is not in #pictures and does not see this.').waitFor();
  });

  it('an archive that fails is told to the asker', async () => {
    open.desk.breakWith(new Error('the disk is gone'));
    await open.send('/whosaid the river will rise');
    const answer = open.conversation.getByRole('article', { name: 'whosaid' });
    await answer.waitFor();
    expect(await answer.innerText()).not.toContain('disk');
  });

  it('hostile words in a message are shown and do nothing', async () => {
    const words =
      '<img src=x onerror="window.harmed = true"><script>window.harmed = true</script> *a* &amp; <!channel>';
    await open.send(words);
    const message = open.conversation.getByRole('article', { name: 'Nadia Rahman' });
    await message.waitFor();
    expect(await message.locator('.message-body').innerText()).toBe(words);
    expect(await message.locator('.message-body img, .message-body script, .message-body strong').count()).toBe(0);
    expect(await open.page.evaluate(() => 'harmed' in window)).toBe(false);
  });

  it('a message that is changed says so', async () => {
    const { page, conversation } = open;
    await open.send('The river wil rise');
    await conversation.getByRole('article').hover();
    await conversation.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Edit message' }).click();
    await conversation.getByRole('textbox', { name: 'Edit message' }).fill('The river will rise');
    await conversation.getByRole('button', { name: 'Save' }).click();
    await conversation.getByText('(edited)').waitFor();
    expect(await conversation.getByRole('article').innerText()).toContain('The river will rise');
  });

  it('a direct message is answered there, and the Home says what whosaid is', async () => {
    const { page, conversation } = open;
    await page.getByRole('link', { name: 'whosaid' }).first().click();
    await page.getByRole('textbox', { name: 'Message whosaid' }).waitFor();
    await open.send('the river will rise');
    await conversation.getByRole('button', { name: /1 reply/ }).click();
    await open.thread.getByText('“The river will rise,”').waitFor();
    await page.getByRole('link', { name: 'Home', exact: true }).click();
    await page.getByRole('region', { name: 'App Home' }).getByText('/whosaid words you remember').waitFor();
  });
});
