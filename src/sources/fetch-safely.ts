import type { IncomingMessage } from 'node:http';
import { type Allowance, PUBLIC_ONLY } from './addresses.ts';
import { ACCEPTED_CODINGS, readBody } from './decoding.ts';
import { freshForMs, retryAfterMs } from './http-dates.ts';
import { type Resolve, requestOnce, resolveBySystem } from './one-request.ts';
import { readWebAddress } from './web-address.ts';

/** By which a server knows whether something changed since it was last fetched. */
export interface Validators {
  /** The address that gave them: no other is sent them. */
  readonly url: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** How far a fetch may go. */
export interface FetchLimits {
  /** From the first name that is looked up to the last byte, redirects included, milliseconds. */
  readonly totalMs: number;
  /** How long nothing at all may come, milliseconds. */
  readonly idleMs: number;
  /** Bytes of the body, packed and unpacked. */
  readonly maxBytes: number;
  /** Bytes of one response's headers. */
  readonly maxHeaderBytes: number;
  readonly maxRedirects: number;
}

/** What a fetch is made with; only what differs need be given. */
export interface FetchOptions {
  /** What may be asked besides the public internet. */
  readonly allowance?: Allowance;
  readonly limits?: Partial<FetchLimits>;
  /** The content types that are read, in lower case; a response that gives none is read as well. */
  readonly types?: readonly string[];
  readonly validators?: Validators | null;
  readonly signal?: AbortSignal;
  readonly resolve?: Resolve;
  /** The clock, milliseconds since 1970. */
  readonly now?: () => number;
}

/** What a fetch came to. Only a fault of our own is thrown; whatever the other side does is a value. */
export type Fetched =
  | ({ readonly kind: 'fetched'; readonly bytes: Uint8Array; readonly contentType: string | null } & Told)
  /** The server holds what it held when it gave the validators. */
  | ({ readonly kind: 'not-modified' } & Told)
  | Refused;

/** What every good response tells. */
export interface Told {
  readonly status: number;
  /** Where it came from after all redirects. */
  readonly finalUrl: string;
  /** The validators for the next time. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** For how long the server says that it stays as it is, milliseconds; null where it says nothing. */
  readonly freshForMs: number | null;
}

/** Nothing was fetched. */
export interface Refused {
  readonly kind: 'refused';
  readonly why:
    | 'address'
    | 'network'
    | 'time'
    | 'stopped'
    | 'redirects'
    | 'status'
    | 'type'
    | 'size'
    | 'coding'
    | 'broken';
  /** Completes the sentence "it was skipped: …"; holds no query and nothing of a body. */
  readonly reason: string;
  readonly status: number | null;
  /** How long the server asks us to wait, milliseconds; null where it does not ask. */
  readonly retryAfterMs: number | null;
}

/** What a page, a feed or an export is at most. */
export const DEFAULT_LIMITS: FetchLimits = {
  totalMs: 30_000,
  idleMs: 10_000,
  maxBytes: 16 * 1024 * 1024,
  maxHeaderBytes: 16 * 1024,
  maxRedirects: 5,
};

/** The content types of everything that is read. What a body really is, its bytes decide. */
export const READABLE_TYPES: readonly string[] = [
  'text/html',
  'application/xhtml+xml',
  'text/plain',
  'text/markdown',
  'text/x-markdown',
  'text/xml',
  'application/xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/json',
  'text/json',
  'application/feed+json',
  'application/ld+json',
  'application/x-ndjson',
  'application/jsonl',
  'text/vtt',
  'application/x-subrip',
  'text/srt',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/octet-stream',
];

/** Says who asks, so that whoever runs a server can tell us from others. */
const USER_AGENT = "whosaid/0.1 (a newsroom's archive of quotations)";

/**
 * Fetches a web address so that neither the address nor the server behind it can do harm: private addresses are
 * refused after resolution and on every redirect, time, size and what unpacks are bounded, and no credentials, cookies
 * or referrer are ever sent.
 */
export async function fetchSafely(address: string, options: FetchOptions = {}): Promise<Fetched> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const ending = new AbortController();
  const end = () => ending.abort();
  let isLate = false;
  const deadline = setTimeout(() => {
    isLate = true;
    end();
  }, limits.totalMs);
  if (options.signal?.aborted) end();
  options.signal?.addEventListener('abort', end);
  try {
    const outcome = await follow(address, { ...options, limits, signal: ending.signal });
    if (outcome.kind !== 'refused' || !ending.signal.aborted) return outcome;
    return isLate
      ? refuse('time', `it took longer than ${limits.totalMs / 1000} s`)
      : refuse('stopped', 'whosaid was told to stop');
  } finally {
    clearTimeout(deadline);
    options.signal?.removeEventListener('abort', end);
  }
}

type Underway = FetchOptions & { readonly limits: FetchLimits; readonly signal: AbortSignal };

/** Follows redirects; each address on the way is checked like the first. */
async function follow(address: string, options: Underway): Promise<Fetched> {
  const { limits, signal, allowance = PUBLIC_ONLY, resolve = resolveBySystem } = options;
  let read = readWebAddress(address);
  for (let redirects = 0; redirects <= limits.maxRedirects; redirects++) {
    if (read.kind === 'refused') {
      return refuse('address', redirects === 0 ? read.reason : `it leads elsewhere, and there ${read.reason}`);
    }
    const { url } = read;
    const validators = options.validators?.url === url.href ? options.validators : null;
    const sent = await requestOnce(url, {
      headers: headersFor(options.types ?? READABLE_TYPES, validators),
      allowance,
      resolve,
      signal,
      maxHeaderBytes: limits.maxHeaderBytes,
      idleMs: limits.idleMs,
    });
    if (sent.kind === 'refused') return refuse(sent.why, sent.reason);
    const location = redirectOf(sent.response);
    if (location === null) return readResponse(sent.response, url, validators, options);
    sent.response.destroy();
    const next = readWebAddress(location, url);
    if (next.kind === 'address' && url.protocol === 'https:' && next.url.protocol === 'http:') {
      return refuse('redirects', 'it leads from https to http, where anybody on the way could change the words');
    }
    read = next;
  }
  return refuse('redirects', `it leads on more than ${limits.maxRedirects} times`);
}

function headersFor(types: readonly string[], validators: Validators | null): Readonly<Record<string, string>> {
  return {
    'user-agent': USER_AGENT,
    accept: [...types.filter((type) => type !== 'application/octet-stream'), '*/*;q=0.1'].join(', '),
    'accept-encoding': ACCEPTED_CODINGS,
    ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
    ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
  };
}

const REDIRECTS: ReadonlySet<number | undefined> = new Set([301, 302, 303, 307, 308]);

function redirectOf({ statusCode, headers }: IncomingMessage): string | null {
  if (!REDIRECTS.has(statusCode) || headers.location === undefined) return null;
  // Node gives each byte of a header as one character; addresses outside ASCII are sent as UTF-8.
  return Buffer.from(headers.location, 'latin1').toString('utf8');
}

async function readResponse(
  response: IncomingMessage,
  url: URL,
  validators: Validators | null,
  options: Underway,
): Promise<Fetched> {
  const { headers, statusCode: status = 0 } = response;
  const told: Told = {
    status,
    finalUrl: url.href,
    etag: validatorOf(headers.etag),
    lastModified: validatorOf(headers['last-modified']),
    freshForMs: freshForMs(headers['cache-control'], headers.age),
  };
  if (status === 304 && validators) {
    response.destroy();
    const { etag, lastModified } = validators;
    return { kind: 'not-modified', ...told, etag: told.etag ?? etag, lastModified: told.lastModified ?? lastModified };
  }
  if (status !== 200 && status !== 203) {
    response.destroy();
    const wait = retryAfterMs(headers['retry-after'], (options.now ?? Date.now)());
    return { ...refuse('status', statusReason(status)), status, retryAfterMs: wait };
  }
  const contentType = headers['content-type']?.trim() || null;
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? null;
  if (type !== null && !(options.types ?? READABLE_TYPES).includes(type)) {
    response.destroy();
    return { ...refuse('type', `it is ${printable(type)}, which is not read`), status };
  }
  const body = await readBody(response, options.limits.maxBytes, options.signal);
  return body.kind === 'whole'
    ? { kind: 'fetched', ...told, bytes: body.bytes, contentType }
    : { ...refuse(body.why, body.reason), status };
}

/** Validators are kept and sent again: what is longer than any server needs, or no header's value, is not. */
function validatorOf(header: string | undefined): string | null {
  return header !== undefined && /^[\x21-\x7e\x80-\xff][\x20-\x7e\x80-\xff]{0,1023}$/.test(header) ? header : null;
}

/** What a server wrote goes into messages: only what a content type is made of, and not much of it. */
function printable(type: string): string {
  return type.replace(/[^\w.+/-]/g, '').slice(0, 80) || 'of a strange type';
}

const STATUSES: Readonly<Record<number, string>> = {
  304: 'the server says that nothing changed, which it was not asked',
  401: 'it asks for a password (401)',
  402: 'it asks for payment (402)',
  403: 'the server does not give it to us (403)',
  404: 'there is nothing at this address (404)',
  410: 'it has been taken away for good (410)',
  429: 'the server asks us to come more seldom (429)',
  451: 'it may not be shown for legal reasons (451)',
  503: 'the server is not available at present (503)',
};

function statusReason(status: number): string {
  const fallback = status >= 500 ? `the server failed (${status})` : `the server answered with status ${status}`;
  return STATUSES[status] ?? fallback;
}

function refuse(why: Refused['why'], reason: string): Refused {
  return { kind: 'refused', why, reason, status: null, retryAfterMs: null };
}
