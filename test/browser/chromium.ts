import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const WHERE = [process.env.CHROMIUM_PATH, '/usr/bin/chromium'];

/** Where Chromium is on this machine, or null. */
export const chromiumPath = WHERE.find((path) => path !== undefined && existsSync(path)) ?? null;

if (chromiumPath === null) {
  process.stderr.write('Browser tests are skipped: no Chromium at CHROMIUM_PATH or /usr/bin/chromium.\n');
}

/** Room for a slow machine, milliseconds: starting Chromium takes longest. */
export const PATIENCE = 60_000;

/** Starts Chromium without a window, and without its own requests to the outside. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath ?? '',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
