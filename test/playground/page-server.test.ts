import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/playground/local-slack.ts';
import { type PageServer, servePage } from '../../src/playground/page-server.ts';

const nadia = 'U0NADIA';
const newsdesk = 'C0NEWSDESK';

let slack: LocalSlack;
let page: PageServer;

beforeEach(async () => {
  slack = await startLocalSlack({ ackLimitMs: 200 });
  page = await servePage({ workspace: slack, starters: [], port: 0, log: () => {} });
});

afterEach(async () => {
  await page.close();
  await slack.stop();
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A request as anybody could send it, with any Host. */
function ask(path: string, headers: Readonly<Record<string, string>> = {}, method = 'GET', body = ''): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, page.url), { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const { statusCode: status = 0, headers: given } = response;
        resolve({ status, headers: given, body: Buffer.concat(chunks).toString('utf8') });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function token(): Promise<string> {
  return /name="playground-token" content="([^"]+)"/.exec((await ask('/')).body)?.[1] ?? '';
}

async function act(body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const origin = page.url.slice(0, -1);
  const given = { origin, 'x-playground-token': await token(), 'content-type': 'application/json', ...headers };
  return ask('/act', given, 'POST', typeof body === 'string' ? body : JSON.stringify(body));
}

const saying = { kind: 'say', userId: nadia, channelId: newsdesk, text: 'Good morning' };

describe('the page', () => {
  it('comes with a policy that lets nothing in from elsewhere', async () => {
    const { status, headers } = await ask('/');
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
      expect(policy).toContain(rule);
    }
    expect(policy).not.toContain('unsafe');
  });

  it('names no address outside of this machine, in its scripts and styles neither', async () => {
    const bodies = await Promise.all(['/', '/page.js', '/page.css'].map(async (path) => (await ask(path)).body));
    for (const body of bodies) {
      const addresses = body.match(/https?:\/\/[^\s'"`)%]+/g) ?? [];
      expect(addresses.filter((address) => !address.startsWith('http://www.w3.org/2000/svg'))).toEqual([]);
    }
  });

  it('listens on the loopback address', () => {
    expect(page.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
  });

  it.each(['/etc/passwd', '/../package.json', '/page.html', '/favicon.ico'])('has nothing at %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });
});

describe('a request that is not from the page', () => {
  it.each(['playground.example.com', '127.0.0.1.example.com', '10.0.0.1'])(
    'is refused where its Host is %s, though it arrives here',
    async (host) => {
      const { port } = new URL(page.url);
      expect((await ask('/', { host: `${host}:${port}` })).status).toBe(403);
      expect((await ask('/', { host })).status).toBe(403);
    },
  );

  it('is refused where another site sent it, whatever it knows', async () => {
    const answer = await act(saying, { origin: 'https://example.com' });
    expect(answer.status).toBe(403);
    expect(slack.messagesIn(newsdesk)).toEqual([]);
  });

  it('is refused where another page on this machine sent it', async () => {
    expect((await act(saying, { origin: 'http://127.0.0.1:1' })).status).toBe(403);
  });

  it.each(['', 'x', 'a'.repeat(32)])('is refused with the token “%s”', async (wrong) => {
    expect((await act(saying, { 'x-playground-token': wrong })).status).toBe(403);
    expect((await ask(`/events?viewer=${nadia}&token=${wrong}`)).status).toBe(403);
    expect(slack.messagesIn(newsdesk)).toEqual([]);
  });

  it('is refused where it does not say which page sent it', async () => {
    const { status } = await ask('/act', { 'x-playground-token': await token() }, 'POST', JSON.stringify(saying));
    expect(status).toBe(403);
  });
});

describe('an act', () => {
  it('is done in the workspace', async () => {
    const { status, body } = await act(saying);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({ kind: 'done', eventIds: [] });
    expect(slack.messagesIn(newsdesk).map(({ text }) => text)).toEqual(['Good morning']);
  });

  it.each([
    ['no JSON', '{'],
    ['of no kind known', { kind: 'delete-everything' }],
    ['with a field too many', { ...saying, isAdmin: true }],
    ['with a field too few', { kind: 'say', userId: nadia }],
    ['with a field of a wrong kind', { ...saying, text: ['a'] }],
    ['with too long a text', { ...saying, text: 'a'.repeat(12_001) }],
  ])('is refused that is %s', async (_, body) => {
    expect((await act(body)).status).toBe(400);
    expect(slack.messagesIn(newsdesk)).toEqual([]);
  });

  it('is refused that is larger than 64 kB', async () => {
    expect((await act({ ...saying, text: 'a'.repeat(70_000) })).status).toBe(413);
  });

  it('tells what Slack does not offer', async () => {
    const { body } = await act({ ...saying, channelId: 'C0NOWHERE' });
    expect(JSON.parse(body)).toMatchObject({ kind: 'impossible' });
  });
});

describe('the stream of events', () => {
  it('shows one person’s workspace, and what changes in it', async () => {
    const stream = await fetch(`${page.url}events?viewer=U0GRACE&token=${await token()}`);
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async () => JSON.parse(((await reader?.read())?.value ?? '').split('data: ')[1] ?? 'null');
    expect(stream.headers.get('content-type')).toBe('text/event-stream');
    expect(await next()).toMatchObject({ viewerId: 'U0GRACE', messages: [] });
    await slack.say({ userId: nadia, channelId: newsdesk, text: 'Ask <b>@grace</b> & others' });
    const shown = await next();
    expect(shown.messages[0].html).toContain('Ask &#60;b&#62;<span class="mention" data-user="U0GRACE">@grace</span>');
    expect(shown.messages[0].plain).toBe('Ask <b>@grace</b> & others');
    await reader?.cancel();
  });
});
