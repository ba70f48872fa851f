import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Desk } from '../../src/answer/answer.ts';
import { createDesk } from '../../src/answer/desk.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { ingest } from '../../src/ingest/ingest.ts';
import { chromiumPath, launchChromium, PATIENCE } from './chromium.ts';
import { type OpenPlayground, openPlaygroundOver } from './open-playground.ts';

describe.skipIf(chromiumPath === null)('on the article that comes with the project', { timeout: PATIENCE }, () => {
  let browser: Browser;
  let folder: string;
  let archive: Archive;
  let open: OpenPlayground<Desk>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'whosaid-browser-'));
    const opened = await openArchive(folder);
    archive = opened;
    await ingest(opened, ['seeds']);
    browser = await launchChromium();
    open = await openPlaygroundOver(createDesk(opened), browser);
  }, PATIENCE);
  afterAll(async () => {
    await open?.close();
    await browser?.close();
    await archive?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  }, PATIENCE);

  it('every word to try is answered by an excerpt', async () => {
    const { page, conversation } = open;
    const starters = page.getByRole('group', { name: 'Words to try' }).getByRole('button');
    expect(await starters.count()).toBe(5);
    await starters.filter({ hasText: 'Words you remember' }).click();
    await page.keyboard.press('Enter');
    const answer = conversation.getByRole('article', { name: 'whosaid' });
    await answer.getByRole('blockquote').first().waitFor();
    for (const [index, label] of ['A person', 'A misquote', 'No speaker given'].entries()) {
      await starters.filter({ hasText: label }).click();
      await page.keyboard.press('Enter');
      await conversation
        .getByRole('button', { name: /1 reply/ })
        .nth(index)
        .click();
      await open.thread.getByRole('blockquote').first().waitFor();
      await page.keyboard.press('Escape');
    }
    expect(open.faults).toEqual([]);
  });

  it('“Who said this?” on the words that a colleague has pasted finds them', async () => {
    const { page, conversation } = open;
    const pasted = conversation.getByRole('article', { name: 'Tomás Oliveira' });
    const words = /“(.+)”/.exec(await pasted.innerText())?.[1] ?? '';
    const before = await conversation.getByText('Only visible to you').count();
    await pasted.hover();
    await pasted.getByRole('button', { name: 'More actions' }).click();
    await page.getByRole('menuitem', { name: 'Who said this?' }).click();
    const answer = conversation.getByRole('article', { name: 'whosaid' }).nth(before);
    await answer.waitFor();
    expect(words.length).toBeGreaterThan(10);
    expect(await answer.getByRole('blockquote').first().innerText()).toContain(words);
  });
});
