import type { FilteredWords } from '../filters.ts';
import { findSpeaker } from '../speakers.ts';
import { type Draft, nothing, type Shelves } from './draft.ts';
import { partOfName, replyBySpeaker } from './speaker.ts';
import { replyToFilter, replyToWords } from './words.ts';

/** Words with filters: `by:`, `about:`, `kind:`, `since:`, `until:`, `in:`. */
export async function replyToFiltered(shelves: Shelves, words: FilteredWords): Promise<Draft> {
  const { text, by, filter, faults } = words;
  if (faults.length > 0) return { outcome: 'refuse', message: faults.join(' '), found: [] };
  if (by === null) return text === '' ? replyToFilter(shelves, filter) : replyToWords(shelves, text, filter);
  if (text === '') return replyBySpeaker(shelves, { speaker: by, about: null, wantsQuote: false, filter });
  const found = await findSpeaker(shelves, by, filter);
  if (found.kind === 'nobody') return nothing(`No words are credited to “${by}” with these filters.`);
  const draft = await replyToWords(shelves, text, { ...filter, byWords: found.words });
  if (found.kind === 'whole' || draft.found.length === 0) return { ...draft, speaker: by };
  return { ...draft, outcome: 'answer-with-warning', message: partOfName(by, found.printed), speaker: by };
}
