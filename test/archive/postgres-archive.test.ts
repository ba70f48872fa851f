import { describe } from 'vitest';
import type { Archive } from '../../src/archive/archive.ts';
import type { CandidateIndex } from '../../src/archive/candidate-query.ts';
import { openArchive } from '../../src/archive/open-archive.ts';
import { describeArchive } from './archive-contract.ts';
import { describeCourse } from './course-contract.ts';
import { describeFeedMemory } from './feed-memory-contract.ts';
import { describeIndex } from './index-contract.ts';
import { describePaging } from './paging-contract.ts';
import { describePeople } from './people-contract.ts';
import { databasesForTests } from './postgres-databases.ts';
import { describeRecognition } from './recognition-contract.ts';
import { describeRereading } from './rereading-contract.ts';
import { describeSameWords } from './same-words-contract.ts';
import { describeStanding } from './standing-contract.ts';

const databases = await databasesForTests();

describe.skipIf(!databases)('the store in PostgreSQL', () => {
  const openEmpty = async () => openArchive((await databases?.create()) ?? '');

  describeArchive(openEmpty);
  describeIndex(openEmpty);
  describeCourse(openEmpty);
  describeSameWords(openEmpty);
  describePeople(openEmpty);
  describeFeedMemory(openEmpty);
  describePaging(openEmpty);
  describeStanding(openEmpty);
  describeRecognition(openEmpty);
  describeRereading(async () => {
    const url = (await databases?.create()) ?? '';
    const age = async (archive: Archive & CandidateIndex) => {
      await databases?.query(url, 'UPDATE versions SET reading = 0');
      return archive;
    };
    return { archive: await openArchive(url), age };
  });
});
