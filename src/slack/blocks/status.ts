import { failingFeedSentences, indexedWhen } from '../../answer/age.ts';
import type { ArchiveAge } from '../../answer/answer.ts';
import { counted } from '../../answer/counted.ts';
import { printedDate } from './citation.ts';
import { note } from './note.ts';
import type { Posting } from './posting.ts';

/** How many failing feeds are named. */
const FEEDS_NAMED = 5;

/** What the archive holds and how fresh it is. */
export function statusMessage(age: ArchiveAge): Posting {
  return note([statusSentence(age), ...failingFeedSentences(age).slice(0, FEEDS_NAMED)].join(' '));
}

/** “The archive holds 1 article with 12 quotations and 9 facts, indexed 3 minutes ago. …” */
export function statusSentence(age: ArchiveAge): string {
  const holds = `${counted(age.articles, 'article')} with ${counted(age.quotations, 'quotation')} and ${counted(age.facts, 'fact')}`;
  const newest =
    age.newestPublishedAt === null
      ? 'No article gives a date of publication.'
      : `The newest was published on ${printedDate(age.newestPublishedAt)}.`;
  return `The archive holds ${holds}, ${indexedWhen(age)}.${age.articles === 0 ? '' : ` ${newest}`}`;
}
