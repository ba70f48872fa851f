import { describeArchive, type OpenEmpty } from './archive-contract.ts';
import { describeCourse } from './course-contract.ts';
import { describeFeedMemory } from './feed-memory-contract.ts';
import { describeIndex } from './index-contract.ts';
import { describeJournal } from './journal-contract.ts';
import { describePaging } from './paging-contract.ts';
import { describePeople } from './people-contract.ts';
import { describeRecognition } from './recognition-contract.ts';
import { describeRereading } from './rereading-contract.ts';
import { describeSameWords } from './same-words-contract.ts';
import { describeStanding } from './standing-contract.ts';
import { describeVocabulary } from './vocabulary-contract.ts';

/** All that every store must do; a new contract is added here, so that no store can miss it. */
export function describeStore(openEmpty: OpenEmpty, openAgeing: Parameters<typeof describeRereading>[0]): void {
  describeArchive(openEmpty);
  describeIndex(openEmpty);
  describeVocabulary(openEmpty);
  describeCourse(openEmpty);
  describeSameWords(openEmpty);
  describePeople(openEmpty);
  describeFeedMemory(openEmpty);
  describePaging(openEmpty);
  describeStanding(openEmpty);
  describeJournal(openEmpty);
  describeRecognition(openEmpty);
  describeRereading(openAgeing);
}
