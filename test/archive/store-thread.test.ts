import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/archive/archive.ts';
import { StoreThread } from '../../src/archive/embedded/store-thread.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { printed } from './printed-article.ts';

describe('a store’s thread', () => {
  it.each([
    ['ends', 'process.exit(3)'],
    ['breaks', "throw new Error('out of luck')"],
  ])('that %s fails every call under way, and every later one', async (_, deed) => {
    const code = `require('node:worker_threads').parentPort.once('message', () => { ${deed} })`;
    const thread = new StoreThread('/some/folder', new Worker(code, { eval: true }));
    const calls = [thread.call({ method: 'holdings', args: [] }), thread.call({ method: 'claim', args: ['key'] })];
    for (const call of await Promise.allSettled(calls)) {
      expect(call).toMatchObject({ status: 'rejected', reason: expect.any(ArchiveError) });
    }
    const message = 'The thread that looks after the archive in /some/folder has ended.';
    await expect(thread.call({ method: 'holdings', args: [] })).rejects.toThrow(message);
    await thread.close();
  });
});

describe('closing an archive', () => {
  it('waits for what is under way, closes once, and says so to later calls', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'whosaid-closing-'));
    const archive = await openArchive(folder);
    const keeping = archive.keep([printed('late', [{ said: 'Just in time', by: 'Ann' }])]);
    await Promise.all([archive.close(), archive.close()]);
    expect(await keeping).toEqual([{ kind: 'added', quotations: 1, facts: 0 }]);
    await expect(archive.holdings()).rejects.toThrow(ArchiveError);
    await expect(archive.holdings()).rejects.toThrow('has been closed');
    const again = await openArchive(folder);
    expect((await again.holdings()).articles).toBe(1);
    await again.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('carries a fault back as an ArchiveError with what lies beneath', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'whosaid-fault-'));
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'notes');
    const opening = openArchive(file);
    await expect(opening).rejects.toBeInstanceOf(ArchiveError);
    await expect(opening).rejects.toMatchObject({ cause: expect.stringContaining('EEXIST') });
    await rm(folder, { recursive: true, force: true });
  });
});
