import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chromiumPath, launchChromium, PATIENCE } from './chromium.ts';
import { type OpenPlayground, openPlayground } from './open-playground.ts';

/** What axe finds wrong that is serious or critical: the rule, and where. */
async function seriousFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => {
    return window.axe.run(document, { resultTypes: ['violations'] });
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`));
}

declare global {
  interface Window {
    readonly axe: typeof axe;
  }
}

const SIZES = [
  { name: 'wide', viewport: { width: 1280, height: 800 } },
  { name: 'narrow', viewport: { width: 390, height: 780 } },
] as const;

const looks = SIZES.flatMap((size) => (['light', 'dark'] as const).map((colorScheme) => ({ ...size, colorScheme })));

describe.skipIf(chromiumPath === null)('axe finds nothing serious', { timeout: PATIENCE }, () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launchChromium();
  }, PATIENCE);
  afterAll(() => browser?.close());

  it.each(looks)('$name and $colorScheme, wherever one goes', async ({ viewport, colorScheme }) => {
    const open = await openPlayground(browser, { viewport, colorScheme });
    try {
      await goEverywhere(open, async () => expect(await seriousFaults(open.page)).toEqual([]));
      expect(open.faults).toEqual([]);
    } finally {
      await open.close();
    }
  });
});

async function goEverywhere(open: OpenPlayground, look: () => Promise<void>): Promise<void> {
  const { page, conversation, thread, modal } = open;
  const openSidebar = page.getByRole('button', { name: 'Open the list of channels' });
  await look();
  if (await openSidebar.isVisible()) {
    await openSidebar.click();
    await look();
    await page.keyboard.press('Escape');
  }
  await page.locator('#message-box').pressSequentially('@');
  await page.getByRole('listbox', { name: 'Suggestions' }).waitFor();
  await look();
  await page.keyboard.press('Escape');
  await open.send('/whosaid the river will rise');
  await conversation.getByText('Only visible to you').waitFor();
  await open.send('@whosaid it was never about money');
  await conversation.getByRole('button', { name: /1 reply/ }).waitFor();
  await open.send('/nobody');
  await conversation.getByText('not a valid command').waitFor();
  await look();
  await conversation.getByRole('article', { name: 'Nadia Rahman' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await look();
  await page.keyboard.press('Escape');
  await conversation.getByRole('button', { name: /1 reply/ }).click();
  await thread.getByText('No speaker given').waitFor();
  await look();
  for (const name of [/context/i, /^Share to/, /^Copy/]) {
    await thread.getByRole('button', { name }).click();
    await modal.waitFor();
    await look();
    await page.keyboard.press('Escape');
    await modal.waitFor({ state: 'hidden' });
  }
  for (const fragment of ['#/home', '#/direct', '#/C0PARTNERS', '#/C0PICTURES']) {
    await page.evaluate((target) => location.assign(target), fragment);
    await conversation.getByRole('heading', { level: 1 }).waitFor();
    await look();
  }
}
