import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { INSTALLATION } from '../installation.ts';
import { parseJson } from '../json.ts';
import type { Ids } from '../kept/ids.ts';
import type { Ack, Retry, Sending } from './courier.ts';

/** The largest message that an app may send over its socket, in bytes. */
const SOCKET_MESSAGE_BYTES = 1_000_000;

/** How often Slack pings an app's socket, in milliseconds; Slack's own client gives up after 30 seconds without. */
const PING_EVERY = 5000;

/** The WebSocket code for a server that stops, and how long it waits for an answer, in milliseconds. */
const GOING_AWAY = 1001;
const FAREWELL = 200;

const ENVELOPE_TYPES = { event: 'events_api', command: 'slash_commands', interaction: 'interactive' } as const;

const acknowledgement = z.object({ envelope_id: z.string(), payload: z.unknown().optional() });

/** The sockets that the app has open, by Socket Mode. */
export class SocketMode {
  private readonly server = new WebSocketServer({ noServer: true, maxPayload: SOCKET_MESSAGE_BYTES });
  private readonly tickets = new Set<string>();
  private readonly waiting = new Map<string, (body: unknown) => void>();
  private readonly ids: Ids;
  private sockets: readonly WebSocket[] = [];

  constructor(ids: Ids) {
    this.ids = ids;
  }

  /** Whether the app can be reached this way. */
  isOpen(): boolean {
    return this.sockets.length > 0;
  }

  /** A ticket that opens one socket. */
  issueTicket(): string {
    const ticket = this.ids.secret();
    this.tickets.add(ticket);
    return ticket;
  }

  /** Answers a request to open a socket; one without a good ticket is refused. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, ticket: string | null): void {
    if (ticket === null || !this.tickets.delete(ticket)) {
      socket.end('HTTP/1.1 401 Unauthorized\r\nConnection: close\r\n\r\n');
      return;
    }
    this.server.handleUpgrade(request, socket, head, (opened) => this.welcome(opened));
  }

  /** Sends one envelope over the newest socket and waits for its acknowledgement. */
  send(sending: Sending, retry: Retry | null, ackLimitMs: number): Promise<Ack> {
    const socket = this.sockets.at(-1);
    if (!socket) return Promise.resolve({ kind: 'failed', error: 'app_unreachable' });
    const envelopeId = this.ids.secret();
    const envelope = {
      envelope_id: envelopeId,
      type: ENVELOPE_TYPES[sending.kind],
      accepts_response_payload: sending.kind !== 'event',
      payload: sending.payload,
      ...(sending.kind === 'event' ? { retry_attempt: retry?.number ?? 0, retry_reason: retry?.reason ?? '' } : {}),
    };
    return new Promise((resolve) => {
      const late = setTimeout(() => {
        this.waiting.delete(envelopeId);
        resolve({ kind: 'failed', error: 'operation_timeout' });
      }, ackLimitMs);
      this.waiting.set(envelopeId, (body) => {
        clearTimeout(late);
        this.waiting.delete(envelopeId);
        resolve({ kind: 'acknowledged', body });
      });
      socket.send(JSON.stringify(envelope));
    });
  }

  /** Asks the app to connect anew, as Slack does every few hours. */
  refresh(): void {
    for (const socket of this.sockets) socket.send(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' }));
  }

  /** Takes leave of every socket, and drops those that do not answer. */
  async close(): Promise<void> {
    const open = this.sockets;
    const left = Promise.all(open.map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    for (const socket of open) socket.close(GOING_AWAY);
    const late = setTimeout(() => {
      for (const socket of open) socket.terminate();
    }, FAREWELL);
    await left;
    clearTimeout(late);
    this.server.close();
  }

  private welcome(socket: WebSocket): void {
    this.sockets = [...this.sockets, socket];
    const pings = setInterval(() => socket.ping(), PING_EVERY);
    socket.on('close', () => {
      clearInterval(pings);
      this.sockets = this.sockets.filter((open) => open !== socket);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => this.acknowledge(String(data)));
    const connection = { app_id: INSTALLATION.appId };
    socket.send(JSON.stringify({ type: 'hello', num_connections: this.sockets.length, connection_info: connection }));
  }

  private acknowledge(message: string): void {
    const read = acknowledgement.safeParse(parseJson(message));
    if (read.success) this.waiting.get(read.data.envelope_id)?.(bodyOf(read.data.payload));
  }
}

/** Slack's client wraps an acknowledgement that is text into `{ text }`, and sends `{}` where there is none. */
function bodyOf(payload: unknown): unknown {
  if (typeof payload !== 'object' || payload === null) return null;
  const entries = Object.entries(payload);
  if (entries.length === 0) return null;
  if (entries.length === 1 && entries[0]?.[0] === 'text') return entries[0][1] === '' ? null : entries[0][1];
  return payload;
}
