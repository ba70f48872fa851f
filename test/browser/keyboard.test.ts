import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium, PATIENCE } from './chromium.ts';
import { type OpenPlayground, openPlayground } from './open-playground.ts';

describe.skipIf(chromiumPath === null)('by keyboard alone', { timeout: PATIENCE }, () => {
  let browser: Browser;
  let open: OpenPlayground;

  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    open = await openPlayground(browser);
  }, PATIENCE);
  afterEach(() => open.close());

  const focused = () => open.page.locator(':focus');

  it('the message box has the focus from the beginning, Shift+Enter begins a line and Enter sends', async () => {
    const { page, conversation } = open;
    await page.keyboard.type('one');
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.type('two');
    await page.keyboard.press('Enter');
    await conversation.getByRole('article').waitFor();
    expect(await conversation.locator('.message-body').innerText()).toBe('one\ntwo');
    expect(await page.locator('#message-box').inputValue()).toBe('');
  });

  it('commands and names are completed', async () => {
    const { page } = open;
    const offered = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    await page.keyboard.type('/w');
    await offered.filter({ hasText: '/whosaid' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.locator('#message-box').inputValue()).toBe('/whosaid ');
    await page.locator('#message-box').fill('');
    await page.keyboard.type('Hello @t');
    const active = await page.locator('#message-box').getAttribute('aria-activedescendant');
    expect(await page.locator(`[id="${active}"]`).innerText()).toContain('@tomas');
    await page.keyboard.press('Enter');
    expect(await page.locator('#message-box').inputValue()).toBe('Hello @tomas ');
    await page.keyboard.type('@');
    expect(await offered.first().innerText()).toContain('@whosaid');
    await page.keyboard.press('Escape');
    expect(await offered.count()).toBe(0);
  });

  it('the arrow keys go through messages, Enter opens a message’s menu, and Escape gives the focus back', async () => {
    const { page, conversation } = open;
    await open.send('The river will rise');
    await open.send('second');
    await conversation.getByText('second').waitFor();
    await conversation.getByRole('article').last().focus();
    await page.keyboard.press('ArrowUp');
    expect(await focused().innerText()).toContain('The river will rise');
    await page.keyboard.press('Enter');
    expect(await focused().innerText()).toBe('Reply in thread');
    await page.keyboard.press('Escape');
    expect(await focused().getAttribute('aria-label')).toBe('More actions');
    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await conversation.getByText('Only visible to you').waitFor();
  });

  it('a window keeps the focus inside, Escape closes it, and the focus returns to what opened it', async () => {
    const { page, conversation, modal } = open;
    await open.send('/whosaid the river will rise');
    const context = conversation.getByRole('button', { name: /context/i });
    await context.focus();
    await page.keyboard.press('Enter');
    await modal.getByRole('heading', { name: 'Context' }).waitFor();
    for (let presses = 0; presses < 8; presses++) {
      await page.keyboard.press('Tab');
      const isOutside = await page.evaluate(() => {
        const { activeElement, body } = document;
        return activeElement !== body && activeElement?.closest('dialog') === null;
      });
      expect(isOutside).toBe(false);
    }
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
    expect(await focused().innerText()).toBe('Context');
  });

  it('a thread opens with the focus in its box, and Escape closes it', async () => {
    const { page, conversation, thread } = open;
    await open.send('@whosaid the river will rise');
    await conversation.getByRole('button', { name: /1 reply/ }).press('Enter');
    await thread.waitFor();
    expect(await focused().getAttribute('aria-label')).toBe('Reply in thread');
    await page.keyboard.press('Escape');
    await thread.waitFor({ state: 'hidden' });
    expect(await focused().innerText()).toContain('1 reply');
  });

  it('the first Tab leads to a link to the message box', async () => {
    const { page } = open;
    await page.reload();
    await page.locator('#message-box').blur();
    await page.locator('.skip-link').focus();
    await page.keyboard.press('Enter');
    expect(await focused().getAttribute('id')).toBe('message-box');
  });

  it('an answer that arrives is read out', async () => {
    await open.send('/whosaid the river will rise');
    const status = open.page.locator('#announcements');
    await open.page.waitForFunction(() => document.querySelector('#announcements')?.textContent !== '');
    expect(await status.innerText()).toMatch(/^whosaid, only visible to you: .*The river will rise/);
  });
});
