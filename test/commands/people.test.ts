import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { readCommand } from '../../src/commands/read-command.ts';

/** Runs a command in this process; gives what it printed as a result. */
async function whosaid(...words: readonly string[]): Promise<string> {
  let printed = '';
  const writes = [
    vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
      printed += String(chunk);
      return true;
    }),
    vi.spyOn(process.stderr, 'write').mockImplementation(() => true),
  ];
  try {
    await readCommand(words).run();
  } finally {
    for (const write of writes) write.mockRestore();
    process.exitCode = 0;
  }
  return printed;
}

it('“people” lists roles and names without quotation marks, since no article is cut for it', {
  timeout: 60_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'whosaid-people-'));
  try {
    const at = ['--archive', join(folder, 'archive')];
    const file = join(folder, 'may.txt');
    await writeFile(
      file,
      'News of May\n\n“The dam will hold,” said Alma Reyes, the mayor of Bristow. “We wait,” said Bo Lane.\n',
    );
    await whosaid('ingest', file, ...at);
    expect(await whosaid('people', 'Alma Reyes', ...at)).toContain('\n  1. the mayor of Bristow · 1 article\n');
    await whosaid('alias', 'Alma Reyes, the mayor', 'Bo Lane', '--by', 'nadia', ...at);
    expect(await whosaid('people', 'Alma Reyes', ...at)).toContain(' · printed as Bo Lane · ');
  } finally {
    await rm(folder, { recursive: true });
  }
});
