import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { doTask } from '../../src/ingest/do-task.ts';
import { findInputs } from '../../src/ingest/inputs.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-inputs-'));
  await chmod(folder, 0o755);
  for (const name of ['a', 'b', '.git']) await mkdir(join(folder, name));
  for (const name of ['z.txt', 'a/1.txt', 'b/2.txt', '.git/3.txt', 'a/.4.txt'])
    await writeFile(join(folder, name), 'x');
});
afterEach(() => rm(folder, { recursive: true }));

/** Runs as somebody for whom permissions count: for root they do not. */
async function asAnybody<Result>(work: () => Promise<Result>): Promise<Result> {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return await work();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

describe('the input of an ingest', () => {
  it('is every file in a folder and below it, in order, but for those with a dot in front', async () => {
    const inputs = await findInputs([folder]);
    const path = (name: string) => join(folder, name);
    expect(inputs).toEqual(
      ['a/1.txt', 'b/2.txt', 'z.txt'].map((name) => ({ kind: 'file', path: path(name), bytes: 1 })),
    );
  });

  it.skipIf(process.platform === 'win32')('names the one folder that cannot be read, and has the rest', async () => {
    await chmod(join(folder, 'a'), 0);
    await asAnybody(async () => {
      const paths = (await findInputs([folder])).map((input) => (input.kind === 'file' ? input.path : input.address));
      expect(paths).toEqual(['a', 'b/2.txt', 'z.txt'].map((name) => join(folder, name)));
      expect(await doTask({ kind: 'open', path: join(folder, 'a') })).toEqual({
        kind: 'failed',
        reason: 'it cannot be read (permission denied)',
      });
    });
    await chmod(join(folder, 'a'), 0o755);
  });

  it.skipIf(process.platform === 'win32')('is no device or pipe', async () => {
    await expect(findInputs(['/dev/null'])).rejects.toThrow('/dev/null is neither a file nor a folder.');
  });
});
