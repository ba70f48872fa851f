import { type Logger, LogLevel, WebAPIPlatformError, WebClient } from '@slack/web-api';
import type { LocalSlack } from '../../src/playground/local-slack.ts';

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** Slack's own client, as an app would use it. */
export function clientOf(slack: LocalSlack, token: string | null = slack.installation.botToken): WebClient {
  return new WebClient(token ?? undefined, { slackApiUrl: slack.apiUrl, logger: silent, retryConfig: { retries: 0 } });
}

/** What Slack answered a call with: `ok`, or the error and what it says of it. */
export async function answerTo(call: Promise<unknown>): Promise<{ readonly error: string; readonly faults: string }> {
  try {
    await call;
    return { error: 'ok', faults: '' };
  } catch (error) {
    if (!(error instanceof WebAPIPlatformError)) throw error;
    return { error: error.data.error, faults: (error.data.response_metadata?.messages ?? []).join('; ') };
  }
}
