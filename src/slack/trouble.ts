import { MultipleListenerError } from '@slack/bolt';
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { ZodError, z } from 'zod';

/** What went wrong: for the log, with where to mend it, and as a plain sentence for the person who asked. */
export interface Trouble {
  readonly cause: string;
  readonly mend: string;
  readonly sentence: string;
}

const UNKNOWN = 'Something went wrong on whosaid’s side, so there is no answer. What happened stands in its log.';
const OUTSIDE = 'whosaid is not in this conversation. Invite it with /invite, then try again.';
const TOO_LATE = 'That took too long for Slack to open a window. Press the button again.';

/** What Slack's error codes mean here. */
const PLATFORM: Readonly<Record<string, readonly [mend: string, sentence: string]>> = {
  ...all(
    ['invalid_auth', 'not_authed', 'token_revoked', 'token_expired', 'account_inactive'],
    [
      'the bot token is no longer good: install the app to the workspace again and set the new token',
      'Slack no longer accepts whosaid’s token, so there is no answer. Tell whoever runs whosaid.',
    ],
  ),
  ...all(['not_in_channel', 'channel_not_found', 'user_not_in_channel'], ['invite the bot to the channel', OUTSIDE]),
  ...all(
    ['expired_trigger_id', 'exchanged_trigger_id', 'trigger_expired', 'trigger_exchanged', 'invalid_trigger_id'],
    ['nothing to mend if it is rare; often, the archive or the network is slow', TOO_LATE],
  ),
  ...all(
    ['is_archived', 'restricted_action', 'restricted_action_read_only_channel', 'thread_locked'],
    [
      'nothing to mend here: the workspace does not let the bot post there',
      'This workspace does not let whosaid post here.',
    ],
  ),
  ...all(
    ['invalid_blocks', 'invalid_blocks_format', 'msg_blocks_too_long', 'msg_too_long', 'invalid_arguments'],
    ['a card breaks one of Slack’s limits: see src/slack/blocks/posting.ts', UNKNOWN],
  ),
};

function all<T>(codes: readonly string[], value: T): Readonly<Record<string, T>> {
  return Object.fromEntries(codes.map((code) => [code, value]));
}

/** Reads an error from Slack, from Bolt or from a room behind the desk. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof MultipleListenerError) return troubleOf(error.originals[0]);
  if (error instanceof WebAPIPlatformError) return platformTrouble(error);
  if (error instanceof WebAPIRateLimitedError) {
    return {
      cause: `Slack asks to wait ${error.retryAfter} s`,
      mend: 'nothing to mend if it is rare',
      sentence: `Slack asks whosaid to slow down. Try again in ${error.retryAfter} seconds.`,
    };
  }
  if (error instanceof WebAPIHTTPError) {
    return { cause: `Slack answers HTTP ${error.statusCode}`, mend: 'see slack-status.com', sentence: UNKNOWN };
  }
  if (error instanceof WebAPIRequestError) {
    return {
      cause: `Slack cannot be reached: ${reason(error.original)}`,
      mend: 'look at the network, proxy and TLS settings of this machine',
      sentence: UNKNOWN,
    };
  }
  if (error instanceof ZodError) {
    return {
      cause: `Slack sent something in a form not known here: ${z.prettifyError(error)}`,
      mend: 'src/slack/payloads.ts',
      sentence: UNKNOWN,
    };
  }
  const original = originalOf(error);
  return original === null
    ? { cause: reason(error), mend: placeInSource(error), sentence: UNKNOWN }
    : troubleOf(original);
}

function platformTrouble(error: WebAPIPlatformError): Trouble {
  const code = error.data.error;
  const cause = `Slack refuses with ${code}`;
  if (code === 'missing_scope') {
    const needed = z.object({ needed: z.string() }).safeParse(error.data).data?.needed ?? 'that manifest.yml lists';
    return { cause, mend: `add the scope ${needed} to the app and install it again`, sentence: UNKNOWN };
  }
  const [mend, sentence] = PLATFORM[code] ?? ['look the code up in Slack’s documentation of the method', UNKNOWN];
  return { cause, mend, sentence };
}

/** Bolt wraps what it does not know: the error within says more. */
function originalOf(error: unknown): Error | null {
  if (!(error instanceof Error) || !('original' in error)) return null;
  return error.original instanceof Error ? error.original : null;
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? ` (${error.cause.message})` : '';
  return `${error.name}: ${error.message}${cause}`;
}

/** The first line of ours in the stack, without the folder the project happens to lie in. */
function placeInSource(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /\bsrc\/[\w./-]+:\d+/.exec(stack)?.[0] ?? 'no place in src is named in the error';
}

/** Whether Slack refused with one of these codes. */
export function isRefusal(error: unknown, ...codes: readonly string[]): boolean {
  return error instanceof WebAPIPlatformError && codes.includes(error.data.error);
}
