import { randomBytes, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isMeantForUs } from './loopback.ts';
import { actSchema } from './page/act-schema.ts';
import { Drawer } from './page/drawing/draw-workspace.ts';
import type { Starter } from './page/drawn-workspace.ts';
import { type PageFiles, readPageFiles } from './page/page-files.ts';
import type { Act, Outcome, WorkspaceSnapshot } from './workspace.ts';

/** What the page needs of a local Slack. */
export interface PageWorkspace {
  /** What this person sees now. */
  snapshot(viewerId: string): WorkspaceSnapshot;
  perform(act: Act): Promise<Outcome>;
  /** Calls `listener` after each change until the function handed back is called. */
  onChange(listener: () => void): () => void;
}

/** What the page is served with. */
export interface PageServerOptions {
  readonly workspace: PageWorkspace;
  /** Words to try. */
  readonly starters: readonly Starter[];
  /** 0 is any free port. */
  readonly port: number;
  /** Told of what goes wrong inside, one line each. */
  readonly log: (line: string) => void;
}

/** The page while it is served. */
export interface PageServer {
  /** `http://127.0.0.1:PORT/` */
  readonly url: string;
  /** Ends at once, whatever is still open. */
  close(): Promise<void>;
}

/**
 * Serves the page and what it asks for, to browsers on this machine alone.
 *
 * The port is open on 127.0.0.1 only. Every request must name a loopback host (a foreign name that resolves here is
 * refused: DNS rebinding), and all but the page itself must bring the token that is made anew for each run and stands
 * in the page, so that no other site can act in somebody's name.
 */
export async function servePage(options: PageServerOptions): Promise<PageServer> {
  const { log } = options;
  const site = new Site(await readPageFiles(), options);
  const server = createServer((request, response) => {
    site.answer(request, response).catch((error: unknown) => {
      log(`playground: the page could not be served: ${error instanceof Error ? error.message : String(error)}`);
      if (response.headersSent) response.destroy();
      else send(response, 500, 'text/plain', 'Something went wrong in the playground.\n');
    });
  });
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, '127.0.0.1', () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the page has no port'));
      else resolve(address);
    });
  });
  site.port = port;
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Bytes that a request's body may have. */
const BODY_BYTES = 64 * 1024;

/** Changes within so many milliseconds are shown together. */
const SETTLE = 15;

/** A sign of life on open streams, milliseconds. */
const HEARTBEAT = 20_000;

const HEADERS = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; '),
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

class Site {
  port = 0;
  private readonly token = randomBytes(24).toString('base64url');
  private readonly files: PageFiles;
  private readonly workspace: PageWorkspace;
  private readonly starters: readonly Starter[];

  constructor(files: PageFiles, { workspace, starters }: PageServerOptions) {
    this.files = files;
    this.workspace = workspace;
    this.starters = starters;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!isMeantForUs(request, this.port)) {
      return send(response, 403, 'text/plain', 'This playground answers only to its own page on this machine.\n');
    }
    const url = new URL(request.url ?? '/', 'http://127.0.0.1');
    switch (`${request.method} ${url.pathname}`) {
      case 'GET /':
        return send(response, 200, 'text/html', this.files.html.replace('{{token}}', this.token));
      case 'GET /page.js':
        return send(response, 200, 'text/javascript', this.files.script);
      case 'GET /page.css':
        return send(response, 200, 'text/css', this.files.styles);
      case 'GET /events':
        return this.stream(url, request, response);
      case 'POST /act':
        return this.act(request, response);
      default:
        return send(response, 404, 'text/plain', 'There is nothing here. The page is at /.\n');
    }
  }

  /** Server-sent events: the whole of what one person sees, now and after each change. */
  private stream(url: URL, request: IncomingMessage, response: ServerResponse): void {
    if (!this.isOurToken(url.searchParams.get('token'))) {
      refuseToken(response);
      return;
    }
    const viewerId = this.viewer(url.searchParams.get('viewer'));
    response.writeHead(200, { ...HEADERS, 'content-type': 'text/event-stream' });
    const drawer = new Drawer(this.starters);
    const show = () => {
      const drawn = drawer.draw(this.workspace.snapshot(viewerId));
      response.write(`event: workspace\ndata: ${JSON.stringify(drawn)}\n\n`);
    };
    let soon: NodeJS.Timeout | undefined;
    const stopListening = this.workspace.onChange(() => {
      soon ??= setTimeout(() => {
        soon = undefined;
        show();
      }, SETTLE);
    });
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT);
    request.once('close', () => {
      stopListening();
      clearTimeout(soon);
      clearInterval(heartbeat);
    });
    show();
  }

  /** The person who is asked for, or the first one of the workspace. */
  private viewer(wanted: string | null): string {
    const people = this.workspace.snapshot('').users.filter((user) => !user.isBot);
    return (people.find((user) => user.id === wanted) ?? people[0])?.id ?? '';
  }

  private async act(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { origin, 'x-playground-token': token } = request.headers;
    if (!origin) return send(response, 403, 'text/plain', 'A browser that acts must say for which page.\n');
    if (!this.isOurToken(typeof token === 'string' ? token : null)) return refuseToken(response);
    const body = await readBody(request);
    if (body === null) return send(response, 413, 'text/plain', `At most ${BODY_BYTES} bytes may be sent.\n`);
    const act = actSchema.safeParse(parseJson(body));
    if (!act.success) return send(response, 400, 'text/plain', 'This is nothing that a person can do here.\n');
    const outcome = await this.workspace.perform(act.data);
    send(response, 200, 'application/json', JSON.stringify(outcome));
  }

  private isOurToken(given: string | null): boolean {
    const ours = Buffer.from(this.token);
    const theirs = Buffer.from(given ?? '');
    return ours.length === theirs.length && timingSafeEqual(ours, theirs);
  }
}

function refuseToken(response: ServerResponse): void {
  send(response, 403, 'text/plain', 'This page belongs to an earlier run of the playground. Reload it.\n');
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { ...HEADERS, 'content-type': `${type}; charset=utf-8` });
  response.end(body);
}

/** The body as text; null where it is too long, with what has come thrown away. */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= BODY_BYTES) chunks.push(chunk);
    else if (bytes > 20 * BODY_BYTES) break;
  }
  return bytes > BODY_BYTES ? null : Buffer.concat(chunks).toString('utf8');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
