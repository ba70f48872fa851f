import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/archive/archive.ts';
import { backUpArchive } from '../../src/archive/back-up.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { ArchiveProcess } from './archive-process.ts';
import { printed } from './printed-article.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-back-up-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const river = printed('river', [{ said: 'The weir holds', by: 'Ann' }, { fact: 'A fact' }]);

/** Opens a backup as the documentation has it: in a new folder, under the database's name. */
async function restored(file: string) {
  const archive = join(folder, 'restored');
  await mkdir(archive);
  await copyFile(file, join(archive, 'whosaid.db'));
  return openArchive(archive);
}

describe('a backup', () => {
  it('is one file that opens as the archive that it was made of', async () => {
    const archive = await openArchive(join(folder, 'archive'));
    await archive.keep([river]);
    const file = join(folder, 'backup.db');
    const backup = backUpArchive(join(folder, 'archive'), file);
    expect(backup).toEqual({ file, bytes: (await readFile(file)).length, holdings: await archive.holdings() });
    expect(await readdir(folder)).toEqual(['archive', 'backup.db']);
    const copy = await restored(file);
    await copy.check();
    expect(await copy.article('river')).toEqual(await archive.article('river'));
    expect(await copy.entriesOf('river')).toEqual(await archive.entriesOf('river'));
    expect(await copy.candidates([{ kind: 'any', groups: [['weir']], limit: 9 }], {})).toHaveLength(1);
    await copy.close();
    await archive.close();
  });

  it('is consistent while another process goes on keeping', async () => {
    const address = join(folder, 'archive');
    const keeping = new ArchiveProcess('keep-until-killed.ts', address);
    await keeping.hasSaid(10);
    const said = keeping.lines.length - 1;
    const file = join(folder, 'backup.db');
    backUpArchive(address, file);
    await keeping.hasSaid(said + 20);
    await keeping.kill();
    const copy = await restored(file);
    await copy.check();
    const { articles } = await copy.holdings();
    // Whole batches of five, and at least what had been acknowledged before.
    expect(articles % 5).toBe(0);
    expect(articles).toBeGreaterThanOrEqual(said * 5);
    await copy.close();
  }, 240_000);

  it('never overwrites a file, and leaves nothing behind where it fails', async () => {
    await (await openArchive(join(folder, 'archive'))).close();
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'notes');
    expect(() => backUpArchive(join(folder, 'archive'), file)).toThrow(`${file} is there already, and is left alone.`);
    expect(await readFile(file, 'utf8')).toBe('notes');
    expect(() => backUpArchive(join(folder, 'none'), join(folder, 'b.db'))).toThrow('There is no archive in');
    expect(() => backUpArchive(join(folder, 'archive'), join(folder, 'no', 'b.db'))).toThrow(
      `No backup can be written in ${join(folder, 'no')}.`,
    );
    expect(await readdir(folder)).toEqual(['archive', 'notes.txt']);
  });

  it('of an archive in PostgreSQL is left to pg_dump, and its address is not repeated', () => {
    const backUp = () => backUpArchive('postgres://user:secret@host/db', join(folder, 'b.db'));
    expect(backUp).toThrow(ArchiveError);
    expect(backUp).toThrow(/^(?!.*secret).*pg_dump/);
  });
});
