import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expectTypeOf, it } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type * as had from '../../src/archive/candidate-query.ts';
import { Connection } from '../../src/archive/embedded/connection.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import type * as asked from '../../src/search/entry-index.ts';
import { describeStore } from './store-contract.ts';

describe('the embedded store', () => {
  const folders: string[] = [];
  const openEmpty = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'whosaid-archive-'));
    folders.push(folder);
    return openArchive(folder);
  };
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  describeStore(openEmpty, async () => {
    const folder = await mkdtemp(join(tmpdir(), 'whosaid-archive-'));
    folders.push(folder);
    const age = async (archive: Archive) => {
      await archive.close();
      const connection = new Connection(join(folder, 'whosaid.db'));
      connection.run('UPDATE versions SET reading = 0');
      connection.close();
      return openArchive(folder);
    };
    return { archive: await openArchive(folder), age };
  });
});

describe('the index of an archive', () => {
  it('is what search asks for', () => {
    expectTypeOf<asked.EntryIndex>().toEqualTypeOf<had.CandidateIndex>();
    // What a method is handed may be too little or too much for the type of the whole.
    expectTypeOf<asked.CandidateQuery>().toEqualTypeOf<had.CandidateQuery>();
    expectTypeOf<asked.EntryFilter>().toEqualTypeOf<had.EntryFilter>();
  });
});
