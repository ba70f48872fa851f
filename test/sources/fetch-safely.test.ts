import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { readAllowance } from '../../src/sources/addresses.ts';
import { type FetchOptions, fetchSafely } from '../../src/sources/fetch-safely.ts';
import { LOOPBACK, serve } from './loopback-server.ts';

const PAGE = '<p>“The river will rise,” said the mayor. é</p>';
const get = (url: string, options: FetchOptions = {}) => fetchSafely(url, { allowance: LOOPBACK, ...options });
const textOf = (outcome: Awaited<ReturnType<typeof fetchSafely>>) =>
  outcome.kind === 'fetched' ? new TextDecoder().decode(outcome.bytes) : outcome;

describe('fetching', () => {
  it('gives the bytes, the type, and what to ask with next time', async () => {
    const server = await serve((_, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.setHeader('etag', 'W/"1"');
      response.setHeader('last-modified', 'Wed, 21 Oct 2015 07:28:00 GMT');
      response.setHeader('cache-control', 'public, max-age=600');
      response.setHeader('age', '100');
      response.end(PAGE);
    });
    const outcome = await get(`${server.url}/a?b=c#d`);
    expect(textOf(outcome)).toBe(PAGE);
    expect(outcome).toMatchObject({
      status: 200,
      contentType: 'text/html; charset=utf-8',
      finalUrl: `${server.url}/a?b=c`,
      etag: 'W/"1"',
      lastModified: 'Wed, 21 Oct 2015 07:28:00 GMT',
      freshForMs: 500_000,
    });
  });

  it('says who asks, and sends no credentials, cookies or referrer', async () => {
    const server = await serve((_, response) => response.setHeader('set-cookie', 'a=b').end('text'));
    await get(server.url);
    await get(server.url);
    for (const { headers, method } of server.requests) {
      expect(method).toBe('GET');
      expect(headers['user-agent']).toMatch(/^whosaid\//);
      expect(headers.host).toBe(`127.0.0.1:${server.port}`);
      expect(Object.keys(headers).sort()).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
    }
  });

  it.each([
    ['gzip', gzipSync(PAGE)],
    ['X-GZIP', gzipSync(PAGE)],
    ['br', brotliCompressSync(PAGE)],
    ['deflate', deflateSync(PAGE)],
    ['deflate', deflateRawSync(PAGE)],
    ['identity', Buffer.from(PAGE)],
    ['', Buffer.from(PAGE)],
  ])('unpacks %s', async (coding, body) => {
    const server = await serve((_, response) => response.setHeader('content-encoding', coding).end(body));
    expect(textOf(await get(server.url))).toBe(PAGE);
  });

  it.each([301, 302, 303, 307, 308])('follows a redirect of status %i', async (status) => {
    const server = await serve(({ url }, response) => {
      if (url === '/old') response.writeHead(status, { location: '/new?x=1' }).end('moved');
      else response.end(PAGE);
    });
    expect(await get(`${server.url}/old`)).toMatchObject({ kind: 'fetched', finalUrl: `${server.url}/new?x=1` });
  });

  it('reads an address in a redirect that is not of ASCII', async () => {
    const server = await serve(({ url }, response) => {
      if (url === '/old') response.writeHead(302, { location: Buffer.from('/über').toString('latin1') }).end();
      else response.end(PAGE);
    });
    expect(await get(`${server.url}/old`)).toMatchObject({ kind: 'fetched', finalUrl: `${server.url}/%C3%BCber` });
  });

  it('asks a name only at the addresses that were checked, under its own name', async () => {
    const server = await serve((_, response) => response.end(PAGE));
    const asked: string[] = [];
    const outcome = await get(`http://news.example.:${server.port}/`, {
      resolve: async (host) => {
        asked.push(host);
        return ['127.0.0.1'];
      },
    });
    expect(textOf(outcome)).toBe(PAGE);
    expect(asked).toEqual(['news.example']);
    expect(server.requests[0]?.headers.host).toBe(`news.example:${server.port}`);
  });

  it('reaches a host that is allowed by name', async () => {
    const server = await serve((_, response) => response.end(PAGE));
    const { allowance } = readAllowance('cms.internal');
    const resolve = async () => ['127.0.0.1'];
    expect(await fetchSafely(`http://cms.internal:${server.port}/`, { allowance, resolve })).toMatchObject({
      kind: 'fetched',
    });
    expect(await fetchSafely(`http://other.internal:${server.port}/`, { allowance, resolve })).toMatchObject({
      kind: 'refused',
      why: 'address',
    });
  });
});

describe('asking whether something changed', () => {
  const serveUnchanged = () =>
    serve(({ headers, url }, response) => {
      if (url === '/moved') response.writeHead(302, { location: '/elsewhere' }).end();
      else if (headers['if-none-match'] === '"1"') response.writeHead(304, { etag: '"1"' }).end();
      else response.setHeader('etag', '"1"').end(PAGE);
    });

  it('sends what it was given the last time', async () => {
    const server = await serveUnchanged();
    const url = `${server.url}/`;
    const lastModified = 'Wed, 21 Oct 2015 07:28:00 GMT';
    expect(await get(url, { validators: { url, etag: '"1"', lastModified } })).toMatchObject({
      kind: 'not-modified',
      etag: '"1"',
      lastModified,
    });
    expect(server.requests[0]?.headers).toMatchObject({ 'if-none-match': '"1"', 'if-modified-since': lastModified });
  });

  it('sends it to no other address', async () => {
    const server = await serveUnchanged();
    const validators = { url: `${server.url}/moved`, etag: '"1"', lastModified: null };
    expect(await get(`${server.url}/moved`, { validators })).toMatchObject({ kind: 'fetched' });
    expect(server.requests.map(({ headers }) => headers['if-none-match'])).toEqual(['"1"', undefined]);
  });

  it('takes “not modified” for no answer where nothing was asked', async () => {
    const server = await serve((_, response) => response.writeHead(304).end());
    expect(await get(server.url)).toMatchObject({ kind: 'refused', status: 304 });
  });
});

describe('a status', () => {
  it.each([
    [404, {}, 'nothing at this address', null],
    [410, {}, 'for good', null],
    [429, { 'retry-after': '120' }, 'more seldom', 120_000],
    [503, { 'retry-after': 'Thu, 01 Jan 2015 00:01:00 GMT' }, 'not available', 60_000],
    [503, { 'retry-after': 'Thu, 01 Jan 2014 00:00:00 GMT' }, 'not available', 0],
    [503, { 'retry-after': '99999999999' }, 'not available', 7 * 24 * 3_600_000],
    [503, { 'retry-after': 'soon' }, 'not available', null],
    [500, {}, 'the server failed (500)', null],
    [206, {}, 'status 206', null],
    [204, {}, 'status 204', null],
    [300, { location: '/other' }, 'status 300', null],
  ])('%i with %o is refused with its reason', async (status, headers, reason, retryAfterMs) => {
    const server = await serve((_, response) => response.writeHead(status, headers).end());
    expect(await get(server.url, { now: () => Date.UTC(2015, 0, 1) })).toEqual({
      kind: 'refused',
      why: 'status',
      reason: expect.stringContaining(reason),
      status,
      retryAfterMs,
    });
  });
});
