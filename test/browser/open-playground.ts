import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { Desk } from '../../src/answer/answer.ts';
import { startPlayground } from '../../src/playground/playground.ts';
import { MemoryDesk } from '../slack/memory-desk.ts';

/** The playground's page in a browser. */
export interface OpenPage {
  readonly page: Page;
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

/** Opens the page at an address of this machine. */
export async function openPage(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<OpenPage> {
  const faults: string[] = [];
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on('request', (request) => {
    const isHere = request.url().startsWith(url) || request.url().startsWith('data:');
    if (!isHere) faults.push(`request to ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(url);
  const conversation = page.getByRole('main');
  const thread = page.getByRole('complementary', { name: 'Thread' });
  await conversation.getByRole('heading', { name: '#newsdesk' }).waitFor();
  const type = async (box: Locator, text: string) => {
    await box.fill(text);
    await box.press('Enter');
  };
  return {
    page,
    faults,
    conversation,
    thread,
    modal: page.getByRole('dialog'),
    send: (text) => type(page.locator('#message-box'), text),
    reply: (text) => type(page.locator('#thread-box'), text),
    close: () => context.close(),
  };
}

/** The page of a playground of its own, over a desk. */
export interface OpenPlayground<Kind extends Desk = MemoryDesk> extends OpenPage {
  readonly desk: Kind;
}

/** Starts a playground over a desk and opens its page. */
export async function openPlaygroundOver<Kind extends Desk>(
  desk: Kind,
  browser: Browser,
  options: BrowserContextOptions = {},
): Promise<OpenPlayground<Kind>> {
  const playground = await startPlayground({ desk, port: 0, log: () => {} });
  const open = await openPage(browser, playground.url, options);
  return {
    ...open,
    desk,
    async close() {
      await open.close();
      await playground.stop(1000);
    },
  };
}

/** The same over a small desk in memory. */
export function openPlayground(browser: Browser, options: BrowserContextOptions = {}): Promise<OpenPlayground> {
  return openPlaygroundOver(new MemoryDesk(), browser, options);
}
