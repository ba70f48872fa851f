import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { PlaygroundError, startPlayground } from '../../src/playground/playground.ts';
import { MemoryDesk } from '../slack/memory-desk.ts';

const quietly = { desk: new MemoryDesk(), log: () => {} };

describe('the playground', () => {
  it('serves its page on the loopback address and stops in time', async () => {
    const playground = await startPlayground({ ...quietly, port: 0 });
    expect(playground.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(playground.url)).status).toBe(200);
    const before = performance.now();
    await playground.stop(2000);
    expect(performance.now() - before).toBeLessThan(2000);
    await expect(fetch(playground.url)).rejects.toThrow();
  });

  it('says in one sentence which port is in use and what to do', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const start = startPlayground({ ...quietly, port });
    await expect(start).rejects.toThrow(
      new PlaygroundError(`Port ${port} is in use by another program: stop that one, or set PORT to another number.`),
    );
    other.close();
  });

  it('stops while a page is open', async () => {
    const playground = await startPlayground({ ...quietly, port: 0 });
    const token = /content="([\w-]{20,})"/.exec(await (await fetch(playground.url)).text())?.[1];
    const stream = await fetch(`${playground.url}events?token=${token}`);
    expect(stream.status).toBe(200);
    const before = performance.now();
    await playground.stop(2000);
    expect(performance.now() - before).toBeLessThan(2000);
    await stream.body?.cancel().catch(() => {});
  });
});
