import { describe } from 'vitest';
import { openArchive } from '../../src/archive/open-archive.ts';
import { describeArchive } from './archive-contract.ts';
import { describeCourse } from './course-contract.ts';
import { describeFeedMemory } from './feed-memory-contract.ts';
import { describeIndex } from './index-contract.ts';
import { describePaging } from './paging-contract.ts';
import { describePeople } from './people-contract.ts';
import { databasesForTests } from './postgres-databases.ts';
import { describeRecognition } from './recognition-contract.ts';
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
});
