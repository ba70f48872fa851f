import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver, LogLevel } from '@slack/bolt';
import { type LocalSlack, type LocalSlackOptions, startLocalSlack } from '../../src/playground/local-slack.ts';

const signingSecret = 'a secret of the tests';

/** A local Slack with a real Bolt app connected to it by HTTP. */
export interface Pair {
  readonly slack: LocalSlack;
  readonly app: App;
  /** Where the app takes requests. */
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts both; `listen` registers what the app does. */
export async function startPair(listen: (app: App) => void, options: LocalSlackOptions = {}): Promise<Pair> {
  const slack = await startLocalSlack({ ackLimitMs: 500, quietMs: 25, ...options });
  const receiver = new HTTPReceiver({
    signingSecret,
    logLevel: LogLevel.ERROR,
    // Bolt would answer 404 after three seconds by itself; the local Slack is to notice first.
    unhandledRequestTimeoutMillis: 10_000,
    unhandledRequestHandler: () => undefined,
  });
  const app = new App({
    token: slack.installation.botToken,
    receiver,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: slack.apiUrl, retryConfig: { retries: 1, minTimeout: 1, maxTimeout: 5 } },
  });
  listen(app);
  // Bolt asks who it is as soon as it is made; a test that ends before would leave that call in the air.
  while (!slack.calls.some(({ method }) => method === 'auth.test')) await new Promise(setImmediate);
  const server = await receiver.start({ port: 0, host: '127.0.0.1' });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/slack/events`;
  slack.connectApp({ url, signingSecret });
  return {
    slack,
    app,
    url,
    stop: async () => {
      await slack.stop();
      server.closeAllConnections();
      await app.stop();
    },
  };
}

/** What every post has to say, so that no link unfurls. */
export const quiet = { unfurl_links: false, unfurl_media: false } as const;
