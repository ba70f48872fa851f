import { createServer as createTlsServer } from 'node:tls';
import { brotliCompressSync, constants, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type FetchLimits, type FetchOptions, fetchSafely } from '../../src/sources/fetch-safely.ts';
import { LOOPBACK, listen, serve, serveRaw } from './loopback-server.ts';
import { SELF_SIGNED } from './self-signed.ts';

const MIB = 1024 * 1024;
const get = (url: string, limits: Partial<FetchLimits> = {}, options: FetchOptions = {}) =>
  fetchSafely(url, { allowance: LOOPBACK, limits, ...options });
const refused = (why: string, reason: string) =>
  expect.objectContaining({ kind: 'refused', why, reason: expect.stringContaining(reason) });

describe('a server that takes its time', () => {
  it('is given up at the total limit, however steadily it drips', async () => {
    const url = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      const drip = setInterval(() => socket.write('x'), 10);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await get(url, { totalMs: 200, idleMs: 10_000 })).toEqual(refused('time', 'longer than 0.2 s'));
  });

  it('is given up at the total limit while its headers drip', async () => {
    const url = await serveRaw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\n');
      const drip = setInterval(() => socket.write('x: y\r\n'), 10);
      socket.on('close', () => clearInterval(drip));
    });
    expect(await get(url, { totalMs: 200 })).toEqual(refused('time', 'longer than'));
  });

  it('is given up at the idle limit where nothing comes at all', async () => {
    const url = await serveRaw(() => {});
    expect(await get(url, { idleMs: 50 })).toEqual(refused('network', 'nothing came for 0.05 s'));
  });

  it('is given up at the idle limit where it falls silent in mid-body', async () => {
    const url = await serveRaw((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nThe river'));
    expect(await get(url, { idleMs: 50 })).toEqual(refused('broken', 'nothing came for 0.05 s'));
  });

  it('is given up where its name takes too long to be found', async () => {
    const resolve = () => new Promise<readonly string[]>(() => {});
    expect(await get('http://slow.example/', { totalMs: 50 }, { resolve })).toEqual(refused('time', 'longer than'));
  });

  it('is left when whosaid is told to stop', async () => {
    const stop = new AbortController();
    const url = await serveRaw(() => stop.abort());
    expect(await get(url, {}, { signal: stop.signal })).toEqual(refused('stopped', 'told to stop'));
    expect(await get(url, {}, { signal: stop.signal })).toEqual(refused('stopped', 'told to stop'));
  });
});

describe('a server that sends too much', () => {
  /** Writes for ever, as fast as it is read, and counts. */
  async function serveEndless(head: string): Promise<{ readonly url: string; readonly sent: () => number }> {
    let sent = 0;
    const url = await serveRaw((socket) => {
      const more = () => {
        while (!socket.destroyed) {
          sent += 65_536;
          if (!socket.write('x'.repeat(65_536))) return;
        }
      };
      socket.write(head);
      socket.on('drain', more);
      more();
    });
    return { url, sent: () => sent };
  }

  it('is left at the size limit where the body never ends', async () => {
    const { url, sent } = await serveEndless('HTTP/1.1 200 OK\r\n\r\n');
    expect(await get(url, { maxBytes: MIB })).toEqual(refused('size', 'larger than 1 MiB'));
    // What lies in the system's buffers between the two comes on top.
    expect(sent()).toBeLessThan(16 * MIB);
  });

  it('is not read at all where it announces more than the limit', async () => {
    const { url, sent } = await serveEndless('HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n');
    expect(await get(url)).toEqual(refused('size', 'larger than 16 MiB'));
    expect(sent()).toBeLessThan(16 * MIB);
  });

  it('is left at the header limit', async () => {
    const { url, sent } = await serveEndless('HTTP/1.1 200 OK\r\nx: ');
    expect(await get(url)).toEqual(refused('network', 'headers are larger than 16384 bytes'));
    expect(sent()).toBeLessThan(16 * MIB);
  });

  it('is left at the header limit where the headers are many and small', async () => {
    const url = await serveRaw((socket) => socket.write(`HTTP/1.1 200 OK\r\n${'a: b\r\n'.repeat(10_000)}\r\n`));
    expect(await get(url)).toEqual(refused('network', 'headers are larger than'));
  });

  it('gains nothing by a body after “not found”', async () => {
    const { url, sent } = await serveEndless('HTTP/1.1 404 Not Found\r\n\r\n');
    expect(await get(url)).toEqual(refused('status', '404'));
    expect(sent()).toBeLessThan(16 * MIB);
  });

  it('gains nothing by a body of another type', async () => {
    const { url, sent } = await serveEndless('HTTP/1.1 200 OK\r\ncontent-type: video/mp4\r\n\r\n');
    expect(await get(url)).toEqual(refused('type', 'video/mp4'));
    expect(sent()).toBeLessThan(16 * MIB);
  });

  it('cannot put a message of its own into the log', async () => {
    const type = 'audio/x (all is well)\tskipped nothing';
    const server = await serve((_, response) => response.setHeader('content-type', type).end());
    expect(await get(server.url)).toEqual(refused('type', 'it is audio/xalliswellskippednothing, which is not read'));
  });
});

describe('a server that packs a bomb', () => {
  const zeros = Buffer.alloc(64 * MIB);
  const fast = { [constants.BROTLI_PARAM_QUALITY]: 3 };
  it.each([
    ['gzip', gzipSync(zeros)],
    ['deflate', deflateSync(zeros)],
    ['br', brotliCompressSync(zeros, { params: fast })],
  ])('of %s is left once it grows too much', async (coding, bomb) => {
    expect(bomb.length).toBeLessThan(MIB / 8);
    const server = await serve((_, response) => response.setHeader('content-encoding', coding).end(bomb));
    expect(await get(server.url)).toEqual(refused('size', 'grows to more than 200 times'));
    expect(await get(server.url, { maxBytes: MIB / 2 })).toEqual(refused('size', 'larger than 524288 bytes'));
  });

  it('in a second coding is refused', async () => {
    const bomb = gzipSync(gzipSync(zeros));
    const server = await serve((_, response) => response.setHeader('content-encoding', 'gzip, gzip').end(bomb));
    expect(await get(server.url)).toEqual(refused('coding', 'packed in a way that is not read'));
  });

  it.each(['zstd', 'compress', 'x', 'gzip;q=1'])('as %s is refused', async (coding) => {
    const server = await serve((_, response) => response.setHeader('content-encoding', coding).end('x'));
    expect(await get(server.url)).toEqual(refused('coding', 'packed in a way that is not read'));
  });

  it.each(['gzip', 'br', 'deflate'])('as %s, but damaged, is refused', async (coding) => {
    const server = await serve((_, response) =>
      response.setHeader('content-encoding', coding).end('not packed at all'),
    );
    expect(await get(server.url)).toEqual(refused('broken', 'damaged'));
  });

  it('is refused where the packed body is cut short', async () => {
    const cut = gzipSync('The river will rise. '.repeat(100)).subarray(0, 40);
    const server = await serve((_, response) => response.setHeader('content-encoding', 'gzip').end(cut));
    expect(await get(server.url)).toEqual(refused('broken', 'damaged'));
  });
});

describe('a server that breaks off', () => {
  it.each([
    ['in mid-body', 'HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nThe river'],
    ['in a body of unknown length', 'HTTP/1.1 200 OK\r\n\r\nThe river'],
    ['in mid-chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n10\r\nThe river'],
    ['before the last chunk', 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n9\r\nThe river\r\n'],
  ])('%s is not believed to have sent everything', async (_, sent) => {
    const end = await serveRaw((socket) => socket.end(sent));
    const isLengthKnown = sent.includes('length') || sent.includes('chunked');
    if (isLengthKnown) expect(await get(end)).toEqual(refused('broken', 'before all of it had come'));
    const reset = await serveRaw((socket) => socket.write(sent, () => setTimeout(() => socket.resetAndDestroy(), 20)));
    expect(await get(reset)).toEqual(refused('broken', 'before all of it had come'));
  });

  it.each([
    ['no HTTP at all', 'SSH-2.0-OpenSSH_9.6\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabcd'],
    ['a length and chunks', 'HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a length that is no number', 'HTTP/1.1 200 OK\r\ncontent-length: three\r\n\r\nabc'],
  ])('and speaks %s is refused', async (_, sent) => {
    const url = await serveRaw((socket) => socket.end(sent));
    expect(await get(url)).toEqual(refused('network', 'does not speak HTTP correctly'));
  });

  it('after more than it announced is read as far as it announced', async () => {
    const url = await serveRaw((socket) =>
      socket.end('HTTP/1.1 200 OK\r\ncontent-length: 9\r\n\r\nThe river and more'),
    );
    expect(await get(url)).toMatchObject({ kind: 'fetched', bytes: Buffer.from('The river') });
  });

  it('before it says anything is refused', async () => {
    const url = await serveRaw((socket) => socket.resetAndDestroy());
    expect(await get(url)).toEqual(refused('network', 'cut off'));
    const closed = await serve(() => {});
    const nobody = closed.url.replace(/\d+$/, '1024');
    expect(await get(nobody)).toEqual(refused('network', 'nothing answers there'));
  });
});

describe('a server that leads elsewhere', () => {
  const leading = async (location: string) => {
    const server = await serve((_, response) => response.writeHead(302, { location }).end());
    return server.url;
  };

  it.each([
    ['http://127.0.0.2:9/', 'inside a private network'],
    ['http://[::1]:9000/', 'inside a private network'],
    ['http://[::ffff:127.0.0.2]:9000/', 'inside a private network'],
    ['http://0x7f000002:9000/', 'inside a private network'],
    ['http://2130706434:9000/', 'inside a private network'],
    ['http://169.254.169.254/latest/meta-data/', 'inside a private network'],
    ['//10.0.0.1/', 'inside a private network'],
    ['http://127.0.0.2:25/', 'no port of the web'],
    ['file:///etc/passwd', 'only http:// and https://'],
    ['data:text/html,hello', 'only http:// and https://'],
    ['http://alma:secret@127.0.0.1/', 'name or password'],
    ['http://', 'no web address'],
  ])('to %s is not followed', async (location, reason) => {
    const outcome = await get(await leading(location));
    const port = location.includes(':9/') ? 'no port of the web' : reason;
    expect(outcome).toEqual(refused('address', port));
    expect(JSON.stringify(outcome)).not.toContain('secret');
  });

  it('to itself, over and over, is left after five times', async () => {
    const server = await serve(({ url }, response) => response.writeHead(302, { location: `${url}x` }).end());
    expect(await get(`${server.url}/`)).toEqual(refused('redirects', 'more than 5 times'));
    expect(server.requests).toHaveLength(6);
  });

  it('without saying where is refused', async () => {
    const server = await serve((_, response) => response.writeHead(302).end());
    expect(await get(server.url)).toEqual(refused('status', '302'));
  });
});

describe('a name', () => {
  it.each([
    ['an address inside', ['10.0.0.1']],
    ['a public address and one inside', ['93.184.215.14', '127.0.0.2']],
    ['an address inside, written in IPv6', ['::ffff:10.0.0.1']],
    ['what is no address', ['localhost']],
  ])('that leads to %s is refused', async (_, addresses) => {
    const outcome = await get('http://rebound.example/', {}, { resolve: async () => addresses });
    expect(outcome).toEqual(refused('address', 'inside a private network'));
  });

  it.each([
    ['that nobody knows', () => Promise.reject(new Error('ENOTFOUND secret'))],
    ['that leads nowhere', async () => []],
  ])('%s is refused', async (_, resolve) => {
    expect(await get('http://unknown.example/', {}, { resolve })).toEqual(refused('network', 'cannot be found'));
  });

  it('is looked up once, so that it cannot lead elsewhere a moment later', async () => {
    const server = await serve((_, response) => response.end('The river'));
    const answers = [['127.0.0.1'], ['127.0.0.2']];
    const resolve = async () => answers.shift() ?? [];
    expect(await get(`http://rebound.example:${server.port}/`, {}, { resolve })).toMatchObject({ kind: 'fetched' });
    expect(answers).toHaveLength(1);
  });
});

describe('a server with a certificate that nobody vouches for', () => {
  it('is refused, having been asked by its name', async () => {
    const names: (string | false)[] = [];
    const server = createTlsServer({ ...SELF_SIGNED, SNICallback: (name, done) => names.push(name) && done(null) });
    server.on('tlsClientError', () => {});
    const port = await listen(server);
    onTestFinished(() => void server.close());
    const resolve = async () => ['127.0.0.1'];
    expect(await get(`https://news.example.:${port}/`, {}, { resolve })).toEqual(
      refused('network', 'certificate is not valid'),
    );
    expect(names).toEqual(['news.example']);
  });

  it('and that does not speak TLS is refused', async () => {
    const server = await serve((_, response) => response.end('The river'));
    expect(await get(server.url.replace('http:', 'https:'))).toEqual(refused('network', 'no secure connection'));
  });
});
