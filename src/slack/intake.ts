import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { BoltLogger, Log } from './log.ts';
import { troubleOf } from './trouble.ts';

/** Where Slack's payloads come in. */
export type Listening =
  | { readonly kind: 'socket-mode' }
  /** `url` takes events, commands and interactivity. */
  | { readonly kind: 'http'; readonly url: string };

/** One way in which Slack's payloads reach the app. */
export interface Intake {
  readonly receiver: Receiver;
  open(): Promise<Listening>;
  /** Takes nothing new from now on; what is under way is not touched. */
  shut(): void;
  /** Breaks the connections that are left. */
  sever(): void;
}

/** Slack's payloads are a few kilobytes; Bolt would take 4 MiB from anybody before checking a signature. */
const BODY_LIMIT = 100 * 1024;

const ENDPOINT = '/slack/events';

/** Where to listen for signed requests. */
export interface HttpOptions {
  readonly signingSecret: string;
  readonly port: number;
  /** The address to listen on; all of the machine's unless given. */
  readonly host?: string;
}

/** Signed HTTP requests from Slack. */
export function httpIntake({ signingSecret, port, host }: HttpOptions, logger: BoltLogger): Intake {
  const receiver = new HTTPReceiver({ signingSecret, logger, bodyLimit: BODY_LIMIT, endpoints: ENDPOINT });
  let server: Server | null = null;
  return {
    receiver,
    async open() {
      server = await receiver.start({ port, ...(host === undefined ? {} : { host }) });
      const address = server.address();
      return { kind: 'http', url: `http://${hostOf(address, host)}${ENDPOINT}` };
    },
    shut() {
      server?.close();
      server?.closeIdleConnections();
    },
    sever() {
      server?.closeAllConnections();
    },
  };
}

function hostOf(address: string | AddressInfo | null, host = 'localhost'): string {
  if (address === null || typeof address === 'string') return host;
  return `${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}

/** How to reach Slack for Socket Mode. */
export interface SocketOptions {
  readonly appToken: string;
  readonly slackApiUrl?: string;
}

/** Between two attempts to connect, milliseconds: doubled from the first to the last. */
const FIRST_WAIT = 500;
const LONGEST_WAIT = 30_000;

/** A connection that lasted this long, milliseconds, was a good one. */
const LONG_LIFE = 10_000;

/**
 * A web socket to Slack.
 *
 * The client's own reconnecting is off: it waits five seconds after each of Slack's routine disconnects, and where an
 * attempt fails for good it leaves a rejection that nobody can catch, which ends the process.
 */
export function socketIntake({ appToken, slackApiUrl }: SocketOptions, logger: BoltLogger, log: Log): Intake {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        timeout: 10_000,
        retryConfig: { retries: 0 },
        ...(slackApiUrl === undefined ? {} : { slackApiUrl }),
      },
    },
  });
  let isShut = false;
  let isConnecting = false;
  let connectedAt = 0;
  let timer: NodeJS.Timeout | undefined;

  async function connect(): Promise<void> {
    isConnecting = true;
    try {
      await receiver.start();
      connectedAt = Date.now();
    } finally {
      isConnecting = false;
    }
    if (isShut) receiver.client.disconnect();
  }

  async function reconnect(wait: number): Promise<void> {
    try {
      await connect();
    } catch (error) {
      const { cause, mend } = troubleOf(error);
      log(`slack: no connection, next attempt in ${wait} ms: ${cause}; to mend: ${mend}`);
      later(wait, Math.min(wait * 2, LONGEST_WAIT));
    }
  }

  function later(wait: number, next: number): void {
    if (!isShut) timer = setTimeout(() => void reconnect(next), wait);
  }

  return {
    receiver,
    async open() {
      receiver.client.on('disconnected', () => {
        // A connection that breaks at once is no routine disconnect: not so fast then.
        if (!isConnecting && connectedAt > 0) later(Date.now() - connectedAt > LONG_LIFE ? 0 : FIRST_WAIT, FIRST_WAIT);
      });
      await connect();
      return { kind: 'socket-mode' };
    },
    shut() {
      isShut = true;
      clearTimeout(timer);
      receiver.client.disconnect();
    },
    sever() {},
  };
}
