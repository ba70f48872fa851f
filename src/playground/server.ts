import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseJson } from './json.ts';
import { isMeantForUs } from './loopback.ts';
import type { Parts } from './parts.ts';
import { Refusal } from './refusal.ts';
import { respond } from './response-post.ts';
import type { ApiAnswer, WebApi } from './web-api/web-api.ts';

/** The largest request that is read, in bytes. */
const BODY_BYTES = 1_000_000;

/** Answers requests that are not for Slack, e.g. with a page. */
export type Fallback = (request: IncomingMessage, response: ServerResponse) => void;

/** A server for the Web API, response_urls and Socket Mode, not yet listening. */
export function makeServer(parts: Parts, api: WebApi, fallback: Fallback): Server {
  const server = createServer((request, response) => {
    if (!isMeantForUs(request, portOf(server))) return send(response, { status: 403, body: 'Not for this host.' });
    const [, room, name] = addressOf(request).pathname.split('/');
    if (room !== 'api' && room !== 'response') return fallback(request, response);
    parts.activity
      .during(async () => {
        if (request.method !== 'POST') return send(response, { status: 405, body: 'Use POST.' });
        const body = await readBody(request);
        if (body === null) {
          response.setHeader('connection', 'close');
          return send(response, { status: 413, body: 'Too large.' });
        }
        const { authorization, 'content-type': contentType = '' } = request.headers;
        if (room === 'api') return send(response, api.answer(name ?? '', authorization, contentType, body));
        return send(response, answerResponsePost(name ?? '', body, parts, api));
      })
      .catch((fault: unknown) => {
        if (response.headersSent) response.destroy();
        else send(response, { status: 500, body: `The local Slack failed: ${String(fault)}` });
      });
  });
  server.on('upgrade', (request, socket, head) => {
    const url = addressOf(request);
    const isOurs = isMeantForUs(request, portOf(server)) && url.pathname === '/socket';
    parts.sockets.upgrade(request, socket, head, isOurs ? url.searchParams.get('ticket') : null);
  });
  return server;
}

/** The port that a server listens on; 0 before it does. */
export function portOf(server: Server): number {
  const address: string | AddressInfo | null = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

function answerResponsePost(secret: string, body: string, parts: Parts, api: WebApi): ApiAnswer {
  const raw = parseJson(body);
  const given = typeof raw === 'object' && raw !== null ? { ...raw } : {};
  try {
    respond(parts.responseUrls.use(secret), raw, parts);
    api.log({ method: 'response_url', given, error: null, faults: [] });
    return { status: 200, body: 'ok' };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    api.log({ method: 'response_url', given, error: refusal.code, faults: refusal.faults });
    const isGone = ['invalid_url', 'expired_url', 'used_url'].includes(refusal.code);
    return { status: isGone ? 404 : 400, body: { ok: false, error: refusal.code, errors: refusal.faults } };
  }
}

/** What was asked for; the root where it is no address, e.g. `//`. */
function addressOf(request: IncomingMessage): URL {
  const asked = request.url ?? '/';
  const base = 'http://127.0.0.1';
  return URL.canParse(asked, base) ? new URL(asked, base) : new URL(base);
}

function send(response: ServerResponse, { status, headers, body }: ApiAnswer): void {
  const isText = typeof body === 'string';
  const contentType = isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8';
  response.writeHead(status, { ...headers, 'content-type': contentType });
  response.end(isText ? body : JSON.stringify(body));
}

/** The body as text; null where it is too large, and then the rest is not read. */
function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('error', reject);
    request.on('close', () => resolve(null));
    request.on('end', () => resolve(Buffer.concat(chunks).toString('utf8')));
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= BODY_BYTES) chunks.push(chunk);
      else {
        request.pause();
        resolve(null);
      }
    });
  });
}
