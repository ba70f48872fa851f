import type { Activity } from '../kept/activity.ts';
import { type AppAddress, postSigned } from '../signed-post.ts';
import type { SocketMode } from './socket-mode.ts';

/** Something that Slack sends to the app. */
export interface Sending {
  readonly kind: 'event' | 'command' | 'interaction';
  readonly payload: object;
}

/** That an event is sent again: how often it was before, and why. */
export interface Retry {
  readonly number: number;
  readonly reason: 'http_timeout' | 'http_error' | 'connection_failed';
}

/**
 * What the app answered. `body` is null where it answered nothing, text, or what its JSON holds.
 * `error` is Slack's word for why there was no acknowledgement.
 */
export type Ack =
  | { readonly kind: 'acknowledged'; readonly body: unknown }
  | { readonly kind: 'failed'; readonly error: 'operation_timeout' | 'dispatch_failed' | 'app_unreachable' };

/** Carries what happens in the workspace to the app: over its socket where it has one open, else by signed HTTP. */
export class Courier {
  private readonly activity: Activity;
  private readonly sockets: SocketMode;
  private readonly ackLimitMs: number;
  private address: AppAddress | null = null;

  /** `ackLimitMs`: how long the app may take to acknowledge. */
  constructor(activity: Activity, sockets: SocketMode, ackLimitMs: number) {
    this.activity = activity;
    this.sockets = sockets;
    this.ackLimitMs = ackLimitMs;
  }

  /** From now on the app is sent HTTP requests there. */
  connect(address: AppAddress): void {
    this.address = address;
  }

  send(sending: Sending, retry: Retry | null = null): Promise<Ack> {
    return this.activity.during(async () => {
      if (this.sockets.isOpen()) return this.sockets.send(sending, retry, this.ackLimitMs);
      if (this.address) return postSigned(this.address, sending, retry, this.ackLimitMs);
      return { kind: 'failed', error: 'app_unreachable' };
    });
  }
}
