import type { Entry, EntryKind } from '../../extraction/entry.ts';
import type { AttributionStatus } from '../../extraction/quotation.ts';
import { creditOf } from '../printed-source.ts';
import { asFound, type Draft, nothing, type Shelves } from './draft.ts';

const STATEMENTS: readonly EntryKind[] = ['direct', 'mixed', 'indirect'];

/** How speakers are grouped, the surest first. */
const GROUPS: readonly { readonly heading: string; readonly statuses: readonly AttributionStatus[] }[] = [
  { heading: 'Named', statuses: ['named', 'pronoun-resolved', 'described-resolved'] },
  { heading: 'Surname only', statuses: ['surname-only'] },
  { heading: 'Described, not named', statuses: ['described'] },
  { heading: 'A pronoun, not identified', statuses: ['pronoun-unresolved'] },
  { heading: 'No speaker given', statuses: ['none'] },
];

/** Who speaks in an article: one passage for each speaker, grouped by how well the article says who it is. */
export async function replyWithRoster(shelves: Shelves, articleId: string): Promise<Draft> {
  const entries = (await shelves.entriesOf(articleId)).filter(({ kind }) => STATEMENTS.includes(kind));
  if (entries.length === 0) return nothing('Nobody is quoted in this article.');
  const shown: Entry[] = [];
  const lines: string[] = [];
  for (const { heading, statuses } of GROUPS) {
    const speakers = groupBySpeaker(entries.filter(({ status }) => statuses.includes(status)));
    if (speakers.size === 0) continue;
    lines.push(`${heading}: ${[...speakers.keys()].join(', ')}.`);
    for (const words of speakers.values()) shown.push(ownWordsFirst(words));
  }
  return { outcome: 'answer', message: lines.join(' '), found: asFound(shown) };
}

/** A name gathers all that is credited to it; a pronoun or description only passages with the same words. */
function groupBySpeaker(entries: readonly Entry[]): ReadonlyMap<string, readonly Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const name = entry.printedSource === '' ? (entry.speaker ?? countOf(entries)) : creditOf(entry);
    groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return groups;
}

function countOf(entries: readonly Entry[]): string {
  const count = entries.filter(({ printedSource }) => printedSource === '').length;
  return count === 1 ? '1 passage' : `${count} passages`;
}

function ownWordsFirst(entries: readonly Entry[]): Entry {
  const [first, ...rest] = entries;
  if (!first) throw new RangeError('a speaker without words');
  return rest.reduce(
    (best, entry) => (STATEMENTS.indexOf(entry.kind) < STATEMENTS.indexOf(best.kind) ? entry : best),
    first,
  );
}
