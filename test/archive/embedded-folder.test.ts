import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArchiveError } from '../../src/archive/archive.ts';
import { EmbeddedStore } from '../../src/archive/embedded/store.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { ArchiveProcess } from './archive-process.ts';
import { printed } from './printed-article.ts';

/** Starting another process takes long on a busy machine, in milliseconds. */
const PATIENCE = 60_000;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whosaid-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const river = printed('river', [{ said: 'The weir holds', by: 'Ann' }]);

describe('openArchive', () => {
  it('makes the folder and those above it, and finds again what was kept', async () => {
    const deep = join(folder, 'a', 'b');
    const first = await openArchive(deep);
    await first.keep([river]);
    await first.close();
    expect(await readdir(deep)).toContain('whosaid.db');
    const second = await openArchive(deep);
    expect((await second.article('river'))?.article).toEqual(river.article);
    await second.close();
  });

  it.each([
    ['mysql://user:secret@host/db', 'at mysql://. Give a folder or a postgres:// address.'],
    ['', 'The archive has no usable address. Give a folder for the archive.'],
    ['a\0b', 'The archive has no usable address. Give a folder for the archive.'],
  ])('says of the address %j what it is not', async (address, sentence) => {
    const opening = openArchive(address);
    await expect(opening).rejects.toThrow(ArchiveError);
    await expect(opening).rejects.toThrow(sentence);
  });

  it('says that a path is a file', async () => {
    const file = join(folder, 'notes.txt');
    await writeFile(file, 'notes');
    for (const path of [file, join(file, 'below')]) {
      const opening = openArchive(path);
      await expect(opening).rejects.toThrow(ArchiveError);
      await expect(opening).rejects.toThrow(`There is a file where the archive's folder ${path} should be.`);
    }
  });

  it.runIf(existsSync('/proc/self'))('says that a folder cannot be created or written', async () => {
    await expect(openArchive('/proc/whosaid')).rejects.toThrow(
      'The folder /proc/whosaid for the archive cannot be created.',
    );
    await expect(openArchive('/proc/self')).rejects.toThrow('whosaid may not write in /proc/self.');
  });

  it('says that a file is damaged, or is of something else, and leaves it as it is', async () => {
    await writeFile(join(folder, 'whosaid.db'), 'This is no database at all. '.repeat(100));
    await expect(openArchive(folder)).rejects.toThrow(`The archive in ${folder} is damaged.`);
    const other = join(folder, 'other');
    await mkdir(other);
    const foreign = new Database(join(other, 'whosaid.db'));
    foreign.exec('CREATE TABLE recipes (name TEXT)');
    foreign.close();
    await expect(openArchive(other)).rejects.toThrow(`The file whosaid.db in ${other} is not an archive of whosaid.`);
    await mkdir(join(other, 'third', 'whosaid.db'), { recursive: true });
    await expect(openArchive(join(other, 'third'))).rejects.toThrow('is not a file.');
  });

  it('says that an archive was made by a newer version', async () => {
    await (await openArchive(folder)).close();
    const database = new Database(join(folder, 'whosaid.db'));
    database.exec('PRAGMA user_version = 1000');
    database.close();
    for (const mode of ['own', 'read'] as const) {
      await expect(openArchive(folder, { mode })).rejects.toThrow('was made by a newer whosaid. Update whosaid');
    }
  });

  it('tells a second opener that the archive is in use, and lets it in afterwards', async () => {
    const first = await openArchive(folder);
    const second = openArchive(folder);
    await expect(second).rejects.toThrow(ArchiveError);
    await expect(second).rejects.toThrow(`The archive in ${folder} is in use by another whosaid.`);
    await first.close();
    await (await openArchive(folder)).close();
  });
});

describe('an archive opened for reading', () => {
  it('sees what its owner keeps meanwhile, and keeps nothing itself', async () => {
    const owner = await openArchive(folder);
    const reader = await openArchive(folder, { mode: 'read' });
    expect(await reader.article('river')).toBeUndefined();
    await owner.keep([river]);
    expect((await reader.article('river'))?.article).toEqual(river.article);
    const found = await reader.candidates([{ kind: 'any', groups: [['weir']], limit: 9 }], {});
    expect(await reader.entries(found.map(({ id }) => id))).toEqual(await owner.entriesOf('river'));
    await reader.check();
    const share = { excerptId: 'x', channel: 'C', ts: '1', sharedBy: 'U', sharedAt: '2016-01-01T00:00:00Z' };
    const writes = [
      () => reader.keep([river]),
      () => reader.noteIndexed('2016-01-01T00:00:00Z'),
      () => reader.act('river', { kind: 'restore' }, 'desk'),
      () => reader.recordShare(share),
      () => reader.claim('key'),
    ];
    for (const write of writes) {
      await expect(write()).rejects.toThrow(ArchiveError);
      await expect(write()).rejects.toThrow('open for reading only');
    }
    await owner.close();
    expect(await reader.entryCount()).toBe(1);
    await reader.close();
  });

  it.each(['.', 'absent'])('says that there is none yet in the folder %s, and makes nothing', async (below) => {
    const path = join(folder, below);
    await expect(openArchive(path, { mode: 'read' })).rejects.toThrow(`There is no archive in ${path} yet.`);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('what has been kept', () => {
  it(
    'survives a killed process: each batch whole or not at all, none lost that was acknowledged',
    async () => {
      const keeping = new ArchiveProcess('keep-until-killed.ts', folder);
      await keeping.hasSaid(1);
      await expect(openArchive(folder)).rejects.toThrow('is in use by another whosaid');
      await keeping.hasSaid(30);
      await keeping.kill();
      const archive = await openArchive(folder);
      await archive.check();
      const acknowledged = keeping.lines.length - 1;
      expect(acknowledged).toBeGreaterThan(20);
      const { articles } = await archive.holdings();
      expect(articles % 5).toBe(0);
      expect(articles).toBeGreaterThanOrEqual(acknowledged * 5);
      expect((await archive.article(`${acknowledged - 1}-4`))?.isCurrent).toBe(true);
      await archive.close();
    },
    PATIENCE,
  );

  it.skipIf(process.platform === 'win32')(
    'survives a disk that runs full, and the fault is told',
    async () => {
      const keeping = new ArchiveProcess('keep-until-killed.ts', folder, { mostBlocks: 1000 });
      const { status, errors } = await keeping.ended();
      expect(status).toBe(1);
      expect(errors).toContain(`The disk with the archive in ${folder}`);
      const archive = await openArchive(folder);
      await archive.check();
      const { articles } = await archive.holdings();
      expect(articles).toBe((keeping.lines.length - 1) * 5);
      await archive.close();
    },
    PATIENCE,
  );

  it(
    'is there for the next process, and this one ends by itself once it has closed',
    async () => {
      const archive = await openArchive(folder);
      await archive.keep([river]);
      await archive.close();
      const next = new ArchiveProcess('open-and-close.ts', folder);
      expect(await next.ended()).toEqual({ status: 0, errors: '' });
      expect(next.lines).toEqual(['1 articles']);
    },
    PATIENCE,
  );
});

describe('a claim', () => {
  it('is remembered for an hour at least, over restarts, and not for ever', () => {
    let now = new Date('2016-01-01T00:00:00Z');
    const claimAt = (time: string) => {
      now = new Date(time);
      const store = new EmbeddedStore(folder, 'own', () => now);
      const isFirst = store.claim('event');
      store.close();
      return isFirst;
    };
    expect(claimAt('2016-01-01T00:00:00Z')).toBe(true);
    expect(claimAt('2016-01-01T01:00:00Z')).toBe(false);
    expect(claimAt('2016-01-01T09:00:00Z')).toBe(true);
  });
});

describe('check', () => {
  it.each([
    ['the number of articles or entries is wrong', 'UPDATE tallies SET n = n + 1'],
    ['a word is not counted right', "UPDATE terms SET df = 7 WHERE term = 'weir'"],
    ['a word is not counted right', "DELETE FROM terms WHERE term = 'weir'"],
    ['a version has lost its text', 'DELETE FROM texts'],
    ['an article has no current version', "INSERT INTO articles (id) VALUES ('lost')"],
    ['something in entries belongs to nothing', 'UPDATE entries SET version = 99'],
    ['is damaged. Restore it', "UPDATE entries SET norm = 'other words'"],
  ])('says “%s”', async (sentence, damage) => {
    const archive = await openArchive(folder);
    await archive.keep([river]);
    await archive.check();
    await archive.close();
    const database = new Database(join(folder, 'whosaid.db'));
    database.exec(`PRAGMA foreign_keys = OFF; ${damage}`);
    database.close();
    const damaged = await openArchive(folder);
    await expect(damaged.check()).rejects.toThrow(sentence);
    await damaged.close();
  });
});
