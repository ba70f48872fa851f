import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium, PATIENCE } from './chromium.ts';
import { type OpenPlayground, openPlayground } from './open-playground.ts';

describe.skipIf(chromiumPath === null)('on a narrow screen', { timeout: PATIENCE }, () => {
  let browser: Browser;
  let open: OpenPlayground;

  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE);
  afterAll(() => browser?.close());
  beforeEach(async () => {
    open = await openPlayground(browser, { viewport: { width: 360, height: 700 } });
  }, PATIENCE);
  afterEach(() => open.close());

  const scrollsSideways = () => open.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

  it('the channels stand behind a button', async () => {
    const { page, conversation } = open;
    const sidebar = page.getByRole('navigation', { name: 'Workspace' });
    expect(await sidebar.isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Open the list of channels' }).click();
    await sidebar.getByRole('link', { name: 'general' }).click();
    await conversation.getByRole('heading', { name: '#general' }).waitFor();
    expect(await sidebar.isVisible()).toBe(false);
  });

  it('a thread takes the place of the conversation, and back again', async () => {
    const { page, conversation, thread } = open;
    await open.send('@whosaid the river will rise');
    await conversation.getByRole('button', { name: /1 reply/ }).click();
    await thread.getByText('“The river will rise,”').waitFor();
    expect(await conversation.isVisible()).toBe(false);
    expect(await scrollsSideways()).toBe(false);
    await page.getByRole('button', { name: 'Back to the conversation' }).click();
    expect(await conversation.isVisible()).toBe(true);
    expect(await scrollsSideways()).toBe(false);
  });

  it('a window fits', async () => {
    const { conversation, modal } = open;
    await open.send('/whosaid the river will rise');
    await conversation.getByRole('button', { name: /^Share to/ }).click();
    await modal.waitFor();
    const box = await modal.boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 360).toBe(true);
  });
});
