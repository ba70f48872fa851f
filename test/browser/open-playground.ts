import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { type Playground, startPlayground } from '../../src/playground/playground.ts';
import { MemoryDesk } from '../slack/memory-desk.ts';

/** The playground in a browser, over a small desk in memory. */
export interface OpenPlayground {
  readonly page: Page;
  readonly desk: MemoryDesk;
  /** What the browser was not to see: requests that leave this machine, errors in the console, exceptions. */
  readonly faults: readonly string[];
  /** The conversation that is open. */
  readonly conversation: Locator;
  readonly thread: Locator;
  readonly modal: Locator;
  /** Types into the message box of the conversation and sends. */
  send(text: string): Promise<void>;
  /** Types into the message box of the thread and sends. */
  reply(text: string): Promise<void>;
  close(): Promise<void>;
}

export async function openPlayground(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPlayground> {
  const desk = new MemoryDesk();
  const faults: string[] = [];
  const playground: Playground = await startPlayground({ desk, port: 0, log: () => {} });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => {
    const isHere = request.url().startsWith(playground.url) || request.url().startsWith('data:');
    if (!isHere) faults.push(`request to ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(playground.url);
  const conversation = page.getByRole('main');
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await conversation.getByRole('heading', { name: '#newsdesk' }).waitFor();
  const type = async (box: Locator, text: string) => {
    await box.fill(text);
    await box.press('Escape');
    await box.press('Enter');
  };
  return {
    page,
    desk,
    faults,
    conversation,
    thread,
    modal: page.getByRole('dialog'),
    send: (text) => type(page.locator('#message-box'), text),
    reply: async (text) => {
      await page.locator('#thread-box').fill(text);
      await page.locator('#thread-box').press('Enter');
    },
    async close() {
      await context.close();
      await playground.stop(1000);
    },
  };
}
