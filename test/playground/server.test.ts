import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type LocalSlack, startLocalSlack } from '../../src/playground/local-slack.ts';

let slack: LocalSlack;

beforeEach(async () => {
  slack = await startLocalSlack({
    fallback: (asked, response) => response.writeHead(200).end(`a page for ${asked.url}`),
  });
});

afterEach(() => slack.stop());

interface Asked {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

function ask({
  path = '/api/api.test',
  method = 'POST',
  headers = {},
  body = '',
}: Asked): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(slack.baseUrl);
    const asked = request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.on('data', (chunk) => {
        text += String(chunk);
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

const port = () => new URL(slack.baseUrl).port;

describe('the server', () => {
  it('listens on the loopback address alone', () => {
    expect(slack.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  });

  it.each<[string, () => Record<string, string>, number]>([
    ['our own name', () => ({ host: `127.0.0.1:${port()}` }), 200],
    ['localhost', () => ({ host: `localhost:${port()}` }), 200],
    ['a page of our own', () => ({ origin: `http://localhost:${port()}` }), 200],
    ['a foreign name that resolves here', () => ({ host: `evil.example:${port()}` }), 403],
    ['our name with another port', () => ({ host: '127.0.0.1:1' }), 403],
    ['a page of somebody else', () => ({ origin: 'https://evil.example' }), 403],
    ['a page without a name', () => ({ origin: 'null' }), 403],
  ])('answers %s as it should', async (_name, headers, status) => {
    const authorization = `Bearer ${slack.installation.botToken}`;
    expect((await ask({ headers: { authorization, ...headers() } })).status).toBe(status);
  });

  it('reads a megabyte of a request and no more', async () => {
    expect((await ask({ body: 'x'.repeat(1_000_000) })).status).toBe(200);
    expect((await ask({ body: 'x'.repeat(1_000_001) })).status).toBe(413);
    expect((await ask({})).status).toBe(200);
  });

  it('takes calls by POST only', async () => {
    expect((await ask({ method: 'GET' })).status).toBe(405);
  });

  it.each([
    ['/api/../../etc/passwd', 'a page for /api/../../etc/passwd'],
    ['/api/..%2f..%2fetc%2fpasswd', 'unknown_method'],
    ['/api/__proto__', 'unknown_method'],
    ['/api/constructor', 'unknown_method'],
    ['/response/../api/chat.postMessage', 'not_authed'],
    ['/response/__proto__', 'invalid_url'],
    ['//', 'a page for //'],
  ])('reads nothing from disk for %s', async (path, text) => {
    expect((await ask({ path, body: '{}' })).text).toContain(text);
  });

  it.each([
    ['{"channel":', 'not_authed'],
    ['[]', 'not_authed'],
    ['null', 'not_authed'],
    ['{"token":"xoxb-local-bot-token","channel":1}', 'invalid_arguments'],
  ])('answers the JSON %s with an error of Slack’s', async (body, error) => {
    const answer = await ask({ path: '/api/chat.postMessage', headers: { 'content-type': 'application/json' }, body });
    expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error });
  });

  it('hands every other path on', async () => {
    expect((await ask({ path: '/', method: 'GET' })).text).toBe('a page for /');
  });

  it('answers 404 there where nobody takes them', async () => {
    const bare = await startLocalSlack();
    expect((await fetch(bare.baseUrl)).status).toBe(404);
    await bare.stop();
  });
});
