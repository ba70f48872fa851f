import { describe } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { CandidateIndex } from '../../src/archive/candidate-query.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { databasesForTests } from './postgres-databases.ts';
import { describeStore } from './store-contract.ts';

const databases = await databasesForTests();

describe.skipIf(!databases)('the store in PostgreSQL', () => {
  const openEmpty = async () => openArchive((await databases?.create()) ?? '');

  describeStore(openEmpty, async () => {
    const url = (await databases?.create()) ?? '';
    const age = async (archive: Archive & CandidateIndex) => {
      await databases?.query(url, 'UPDATE versions SET reading = 0');
      return archive;
    };
    return { archive: await openArchive(url), age };
  });
});
