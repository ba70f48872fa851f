import { normalise } from '../article/words.ts';
import type { EntryKind } from '../extraction/entry.ts';
import type { EntryFilter } from '../search/entry-index.ts';
import { quotedStretches, straightened } from './typed-text.ts';

/** Words to look up with what narrows them, as typed after `/whosaid`. */
export interface FilteredWords {
  /** What is left once the filters are taken out; may be empty. */
  readonly text: string;
  /** Stretches in quotation marks: to be found as they are. */
  readonly phrases: readonly string[];
  readonly filter: EntryFilter;
  /** A speaker's name, from `by:`; who that is in the archive is found out later. */
  readonly by: string | null;
  /** One sentence for each filter that could not be understood. */
  readonly faults: readonly string[];
}

const FACTS: readonly EntryKind[] = [
  'fact/figure',
  'fact/date',
  'fact/event',
  'fact/role',
  'fact/membership',
  'fact/place',
  'fact/statement',
];

/** What `kind:` understands, in an editor's words. */
export const KINDS_BY_WORD: Readonly<Record<string, readonly EntryKind[]>> = {
  quote: ['direct', 'mixed'],
  paraphrase: ['indirect'],
  term: ['term', 'slogan'],
  headline: ['headline'],
  fact: FACTS,
  figure: ['fact/figure'],
  date: ['fact/date'],
};

const FILTER = /(?:^|\s)(by|about|kind|since|until|in):\s*(?:"([^"]*)"|(\S+))/gi;

/** Takes `by:`, `about:`, `kind:`, `since:`, `until:` and `in:` out of typed words; values may be quoted. */
export function readFilters(typed: string): FilteredWords {
  const straight = straightened(typed);
  const filter: { -readonly [Key in keyof EntryFilter]: EntryFilter[Key] } = {};
  const faults: string[] = [];
  const about: string[] = [];
  let by: string | null = null;
  let rest = '';
  let end = 0;
  for (const match of straight.matchAll(FILTER)) {
    rest += `${typed.slice(end, match.index)} `;
    end = match.index + match[0].length;
    const value = (match[2] ?? match[3] ?? '').trim();
    const name = (match[1] ?? '').toLowerCase();
    if (value === '') faults.push(`${name}: needs a value right after the colon.`);
    else if (name === 'by') by = value;
    else if (name === 'about') about.push(value);
    else if (name === 'in') filter.inWords = [...(filter.inWords ?? []), ...normalise(value).split(' ')];
    else if (name === 'kind') {
      const kinds = KINDS_BY_WORD[value.toLowerCase().replace(/s$/, '')];
      if (kinds) filter.kinds = [...(filter.kinds ?? []), ...kinds];
      else faults.push(`kind: knows ${Object.keys(KINDS_BY_WORD).join(', ')}; “${value}” is none of them.`);
    } else if (isDate(value)) filter[name === 'since' ? 'since' : 'until'] = value;
    else faults.push(`${name}: needs a date such as 2015-12-17; “${value}” is none.`);
  }
  rest += typed.slice(end);
  const text = [rest, ...about].join(' ').replace(/\s+/g, ' ').trim();
  return { text, phrases: quotedStretches(rest), filter, by, faults };
}

function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
}

/** Whether anything narrows the search. */
export function hasFilter(words: FilteredWords): boolean {
  return words.by !== null || Object.keys(words.filter).length > 0;
}
