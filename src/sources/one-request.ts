import { lookup as lookUp } from 'node:dns/promises';
import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { type Allowance, mayReach } from './addresses.ts';
import { Silence } from './decoding.ts';

/** Finds the IP addresses that a host's name leads to. */
export type Resolve = (host: string) => Promise<readonly string[]>;

/** Asks the machine's own resolver. */
export const resolveBySystem: Resolve = async (host) =>
  (await lookUp(host, { all: true, verbatim: true })).map(({ address }) => address);

/** What one request came to, before its body is read. */
export type Response =
  | { readonly kind: 'response'; readonly response: IncomingMessage }
  | { readonly kind: 'refused'; readonly why: 'address' | 'network'; readonly reason: string };

/** What one request is made with. */
export interface RequestOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly allowance: Allowance;
  readonly resolve: Resolve;
  /** Ends the request, also while its body is read. */
  readonly signal: AbortSignal;
  /** Bytes of all the response's headers together. */
  readonly maxHeaderBytes: number;
  /** How long nothing at all may come, milliseconds. */
  readonly idleMs: number;
}

/**
 * Sends one GET request to an address that was checked after its name was resolved.
 *
 * The connection is made to the very addresses that were checked, so a name that leads elsewhere a moment later
 * ("DNS rebinding") gains nothing. No connection is kept for a later request.
 */
export async function requestOnce(url: URL, options: RequestOptions): Promise<Response> {
  const host = url.hostname.replace(/^\[|\]$/g, '').toLowerCase();
  if (!isWebPort(url, options.allowance)) {
    return { kind: 'refused', why: 'address', reason: `port ${url.port} is no port of the web` };
  }
  const addresses = await addressesOf(host, options);
  if (addresses === undefined) {
    return { kind: 'refused', why: 'network', reason: `the host ${host} cannot be found` };
  }
  if (!addresses.every((address) => mayReach(host, address, options.allowance))) {
    const reason = `${host} is an address inside a private network; WHOSAID_FETCH_ALLOW can allow it`;
    return { kind: 'refused', why: 'address', reason };
  }
  return send(url, host, addresses, options);
}

/** Ports below 1024 belong to other services, such as mail, that a request could be made to talk to. */
function isWebPort(url: URL, allowance: Allowance): boolean {
  const port = Number(url.port || 443);
  return port === 80 || port === 443 || port >= 1024 || allowance.hosts.has(url.hostname);
}

/** Resolves at the latest when the signal fires: a resolver cannot be called back. */
async function addressesOf(host: string, { resolve, signal }: RequestOptions): Promise<readonly string[] | undefined> {
  if (isIP(host) !== 0) return [host];
  const aborted = new Promise<undefined>((settle) => {
    if (signal.aborted) settle(undefined);
    signal.addEventListener('abort', () => settle(undefined), { once: true });
  });
  const addresses = await Promise.race([resolve(host).catch(() => undefined), aborted]);
  return addresses?.length === 0 ? undefined : addresses;
}

function send(url: URL, host: string, addresses: readonly string[], options: RequestOptions): Promise<Response> {
  const { headers, signal, maxHeaderBytes, idleMs } = options;
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((settle) => {
    let responding: IncomingMessage | undefined;
    const fail = (error: Error) => {
      // Node would take a body without an announced length for whole after a reset as well.
      if (!responding?.complete) responding?.destroy(error);
      settle({ kind: 'refused', why: 'network', reason: reasonOf(error, signal, maxHeaderBytes) });
    };
    const sent = request(
      url,
      {
        method: 'GET',
        headers: { ...headers },
        // A connection of its own, and no proxy that would resolve the name once more.
        agent: false,
        lookup: lookupAmong(addresses),
        maxHeaderSize: maxHeaderBytes,
        insecureHTTPParser: false,
        signal,
        timeout: idleMs,
        // Set here so that no setting of the environment can turn it off. The URL's host names the certificate.
        rejectUnauthorized: true,
        ...(isIP(host) === 0 ? { servername: host } : {}),
      },
      (response) => {
        responding = response;
        settle({ kind: 'response', response });
      },
    );
    sent.on('timeout', () => {
      const silence = new Silence(`nothing came for ${idleMs / 1000} s`);
      responding?.destroy(silence);
      sent.destroy(silence);
    });
    sent.on('error', fail);
    sent.end();
  });
}

/** Leads every name to the addresses that were checked. */
function lookupAmong(addresses: readonly string[]): LookupFunction {
  const found = addresses.map((address) => ({ address, family: isIP(address) }));
  return (_name, { all, family }, callback) => {
    const fitting = found.filter((one) => family === undefined || family === 0 || one.family === Number(family));
    const [first] = fitting;
    if (all) callback(null, fitting);
    else if (first) callback(null, first.address, first.family);
    else callback(new Error('no address of this family'), '');
  };
}

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing answers there',
  ECONNRESET: 'the connection was cut off',
  EPIPE: 'the connection was cut off',
  ETIMEDOUT: 'nothing answers there',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the host cannot be reached',
  EPROTO: 'no secure connection could be made',
};

function reasonOf(error: unknown, signal: AbortSignal, maxHeaderBytes: number): string {
  if (signal.aborted) return 'it took too long';
  if (error instanceof Silence) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'HPE_HEADER_OVERFLOW') return `its headers are larger than ${maxHeaderBytes} bytes`;
  if (code.startsWith('HPE_')) return 'what answers there does not speak HTTP correctly';
  if (/CERT|SELF_SIGNED|UNABLE_TO_|ALTNAME/.test(code)) return 'its certificate is not valid';
  if (code.startsWith('ERR_SSL_')) return 'no secure connection could be made';
  return REASONS[code] ?? `it could not be fetched (${code || 'unknown reason'})`;
}
