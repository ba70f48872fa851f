import { z } from 'zod';
import { type Allowance, readAllowance } from './sources/addresses.ts';
import { readFeedAddresses, type WatchedFeed } from './sources/feed-address.ts';

/** What the environment sets, checked. */
export interface Settings {
  /** A folder for the embedded store, or a postgres:// address. */
  readonly archive: string;
  /** The postgres:// address of a read replica of the archive, or null. */
  readonly archiveRead: string | null;
  /** The folder whose articles are read at every start. */
  readonly seeds: string;
  /** Where the playground's page listens, or Slack's requests arrive. */
  readonly port: number;
  readonly slack: SlackSettings | null;
  /** What may be fetched although it is no part of the public internet. */
  readonly fetchAllow: Allowance;
  /** The feeds that the bot watches. */
  readonly feeds: readonly WatchedFeed[];
  /** How long to wait between two looks at a feed, milliseconds. */
  readonly feedIntervalMs: number;
}

/** How Slack is joined: over a socket, or by requests that Slack sends here. */
export type SlackSettings = { readonly botToken: string; readonly apiUrl: string | null } & (
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string }
);

/** All faults of the settings, a line each. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/** An empty value counts as not set: `.env.example` copied as it is must work. */
const unset = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? undefined : value);
const token = (prefix: string, where: string) =>
  z.preprocess(
    unset,
    z
      .string()
      .trim()
      .startsWith(prefix, `must start with ${prefix}: copy it from ${where} of your app's settings`)
      .optional(),
  );

const allowance = z
  .string()
  .default('')
  .transform((list, context) => {
    const { allowance, faults } = readAllowance(list);
    for (const message of faults) context.addIssue({ code: 'custom', message: `has a fault: ${message}` });
    return allowance;
  });

const feeds = z
  .string()
  .default('')
  .transform((list, context) => {
    const { feeds: watched, faults } = readFeedAddresses(list);
    for (const message of faults) context.addIssue({ code: 'custom', message: `has a fault: ${message}` });
    return watched;
  });
const POSTGRES = /^postgres(?:ql)?:\/\//i;

const environment = z.object({
  WHOSAID_ARCHIVE: z.preprocess(unset, z.string().default('data')),
  WHOSAID_ARCHIVE_READ: z.preprocess(
    unset,
    z.string().regex(POSTGRES, 'must be the postgres:// address of a replica of the archive').optional(),
  ),
  WHOSAID_SEEDS: z.preprocess(unset, z.string().default('seeds')),
  PORT: z.preprocess(
    unset,
    z.coerce
      .number('must be a port number, such as 3000')
      .int('must be a whole number')
      .min(0, 'must be 0 to 65535')
      .max(65535, 'must be 0 to 65535')
      .default(3000),
  ),
  WHOSAID_FEEDS: z.preprocess(unset, feeds),
  WHOSAID_FEED_MINUTES: z.preprocess(
    unset,
    z.coerce
      .number('must be a number of minutes, such as 10')
      .min(1, 'must be 1 to 1440 minutes')
      .max(1440, 'must be 1 to 1440 minutes')
      .default(10),
  ),
  WHOSAID_FETCH_ALLOW: z.preprocess(unset, allowance),
  SLACK_BOT_TOKEN: token('xoxb-', '“OAuth & Permissions”'),
  SLACK_APP_TOKEN: token('xapp-', '“Basic Information”, App-Level Tokens,'),
  SLACK_SIGNING_SECRET: z.preprocess(
    unset,
    z
      .string()
      .trim()
      .regex(
        /^[0-9a-f]{32,}$/i,
        'must be the hexadecimal Signing Secret from “Basic Information” of your app’s settings',
      )
      .optional(),
  ),
  SLACK_API_URL: z.preprocess(
    unset,
    z.url({ protocol: /^https?$/, message: 'must be an address such as https://slack.com/api/' }).optional(),
  ),
});

/**
 * Checks an environment.
 *
 * @throws SettingsError that names every fault at once, each with what to do; values are never repeated
 */
export function readSettings(variables: Readonly<Record<string, string | undefined>>): Settings {
  const parsed = environment.safeParse(variables);
  const faults = parsed.error?.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`) ?? [];
  const hasToken = Boolean(variables.SLACK_BOT_TOKEN?.trim());
  const [socket, secret] = [variables.SLACK_APP_TOKEN?.trim(), variables.SLACK_SIGNING_SECRET?.trim()];
  if (hasToken && !socket && !secret) {
    faults.push(
      'SLACK_BOT_TOKEN is set, so either SLACK_APP_TOKEN (Socket Mode) or SLACK_SIGNING_SECRET (HTTP) must be set as well',
    );
  }
  if (!hasToken && (socket || secret)) {
    faults.push('SLACK_BOT_TOKEN is missing: set it, or unset the other SLACK_ settings to start the playground');
  }
  if (variables.WHOSAID_ARCHIVE_READ?.trim() && !POSTGRES.test(variables.WHOSAID_ARCHIVE ?? '')) {
    faults.push('WHOSAID_ARCHIVE_READ is set, so WHOSAID_ARCHIVE must be a postgres:// address as well');
  }
  if (!parsed.success || faults.length > 0) {
    throw new SettingsError(
      `The settings need mending (in .env or the environment):\n${faults.map((fault) => `  - ${fault}`).join('\n')}`,
    );
  }
  const { data } = parsed;
  return {
    archive: data.WHOSAID_ARCHIVE,
    archiveRead: data.WHOSAID_ARCHIVE_READ ?? null,
    seeds: data.WHOSAID_SEEDS,
    port: data.PORT,
    slack: slackOf(data),
    fetchAllow: data.WHOSAID_FETCH_ALLOW,
    feeds: data.WHOSAID_FEEDS,
    feedIntervalMs: data.WHOSAID_FEED_MINUTES * 60_000,
  };
}

function slackOf(values: z.infer<typeof environment>): SlackSettings | null {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = values;
  if (botToken === undefined) return null;
  const common = { botToken, apiUrl: values.SLACK_API_URL ?? null };
  if (appToken !== undefined) return { ...common, kind: 'socket', appToken };
  return signingSecret === undefined ? null : { ...common, kind: 'http', signingSecret };
}

/** The settings of this process. */
export function settingsOfProcess(): Settings {
  return readSettings(process.env);
}
