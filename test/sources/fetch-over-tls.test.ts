import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from './loopback-server.ts';
import { SELF_SIGNED } from './self-signed.ts';

const SCRIPT = fileURLToPath(new URL('./fetch-once.ts', import.meta.url));

let folder: string;
let port: number;
const hosts: (string | undefined)[] = [];
const server = createServer(SELF_SIGNED, ({ url, headers }, response) => {
  hosts.push(headers.host);
  if (url === '/down') response.writeHead(302, { location: `http://news.example:${port}/` }).end();
  else if (url === '/on') response.writeHead(301, { location: '/' }).end();
  else response.setHeader('content-type', 'text/plain').end('The river will rise.');
});

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-tls-'));
  await writeFile(join(folder, 'vouched.pem'), SELF_SIGNED.cert);
  port = await listen(server);
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await rm(folder, { recursive: true });
});

/** Fetches in a process that is told to trust the certificate of `news.example`. */
async function fetchInProcess(address: string, more: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const env = { PATH: process.env.PATH, NODE_EXTRA_CA_CERTS: join(folder, 'vouched.pem'), ...more };
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', SCRIPT, address], { env });
  return JSON.parse(stdout);
}

describe('a server whose certificate is vouched for', () => {
  it('is read under its own name, also after a redirect', async () => {
    expect(await fetchInProcess(`https://news.example.:${port}/on`)).toMatchObject({
      kind: 'fetched',
      bytes: 'The river will rise.',
      finalUrl: `https://news.example:${port}/`,
    });
    expect(hosts).toEqual([`news.example:${port}`, `news.example:${port}`]);
  });

  it('is not followed from https to http', async () => {
    expect(await fetchInProcess(`https://news.example:${port}/down`)).toMatchObject({
      kind: 'refused',
      why: 'redirects',
    });
  });

  it('is refused under another name, whatever the environment says', async () => {
    const refused = { kind: 'refused', why: 'network', reason: 'its certificate is not valid' };
    expect(await fetchInProcess(`https://other.example:${port}/`)).toMatchObject(refused);
    const careless = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    expect(await fetchInProcess(`https://other.example:${port}/`, careless)).toMatchObject(refused);
  });
});
