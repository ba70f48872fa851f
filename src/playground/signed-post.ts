import { createHmac } from 'node:crypto';
import type { Ack, Retry, Sending } from './delivery/courier.ts';
import { parseJson } from './json.ts';
import { isLoopback } from './loopback.ts';

/** Where an app takes Slack's requests, and the secret that proves them to be Slack's. */
export interface AppAddress {
  readonly url: string;
  readonly signingSecret: string;
}

/** Checks that an app is on this machine; throws an Error where it is not. */
export function checkAddress(address: AppAddress): AppAddress {
  if (!isLoopback(new URL(address.url).hostname)) {
    throw new Error(`The local Slack sends only to this machine, not to ${address.url}. Use a 127.0.0.1 address.`);
  }
  return address;
}

/** The headers by which an app knows a request of Slack's; `seconds` since 1970. */
export function signatureHeaders(signingSecret: string, body: string, seconds: number): Record<string, string> {
  const signature = createHmac('sha256', signingSecret).update(`v0:${seconds}:${body}`).digest('hex');
  return { 'x-slack-request-timestamp': String(seconds), 'x-slack-signature': `v0=${signature}` };
}

/** Sends one request and waits for the acknowledgement. */
export async function postSigned(
  address: AppAddress,
  sending: Sending,
  retry: Retry | null,
  ackLimitMs: number,
): Promise<Ack> {
  const { body, contentType } = encode(sending);
  const headers = {
    'content-type': contentType,
    ...signatureHeaders(address.signingSecret, body, Math.floor(Date.now() / 1000)),
    ...(retry ? { 'x-slack-retry-num': String(retry.number), 'x-slack-retry-reason': retry.reason } : {}),
  };
  try {
    const signal = AbortSignal.timeout(ackLimitMs);
    const response = await fetch(address.url, { method: 'POST', headers, body, signal, redirect: 'error' });
    const text = await response.text();
    if (!response.ok) return { kind: 'failed', error: 'dispatch_failed' };
    return { kind: 'acknowledged', body: readBody(text, response.headers.get('content-type') ?? '') };
  } catch (cause) {
    const late = cause instanceof DOMException && cause.name === 'TimeoutError';
    return { kind: 'failed', error: late ? 'operation_timeout' : 'app_unreachable' };
  }
}

const FORM = 'application/x-www-form-urlencoded';

function encode(sending: Sending): { readonly body: string; readonly contentType: string } {
  switch (sending.kind) {
    case 'event':
      return { body: JSON.stringify(sending.payload), contentType: 'application/json' };
    case 'command':
      return { body: new URLSearchParams(Object.entries(sending.payload)).toString(), contentType: FORM };
    case 'interaction':
      return { body: new URLSearchParams({ payload: JSON.stringify(sending.payload) }).toString(), contentType: FORM };
  }
}

function readBody(text: string, contentType: string): unknown {
  if (text === '') return null;
  return contentType.includes('application/json') ? (parseJson(text) ?? text) : text;
}
