import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CommandFailure } from '../../src/commands/command.ts';
import { readCommand } from '../../src/commands/read-command.ts';

it('does not take a folder without an archive for one that has been moved', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'whosaid-move-'));
  const to = join(folder, 'target');
  const { run } = readCommand(['move', '--from', join(folder, 'mistyped'), '--to', to]);
  const moving = run();
  await expect(moving).rejects.toThrow(CommandFailure);
  await expect(moving).rejects.toThrow('There is nothing to move');
  expect(existsSync(to)).toBe(false);
  await rm(folder, { recursive: true });
});
