import type { Archive } from '../../archive/archive.ts';
import type { PeopleRegister } from '../../archive/people.ts';
import type { SameWords } from '../../archive/same-words.ts';
import { overlaps } from '../../article/article.ts';
import { normalise } from '../../article/words.ts';
import { type Entry, isFact } from '../../extraction/entry.ts';
import type { PrintedRole } from '../../extraction/people.ts';
import type { EntryIndex } from '../../search/entry-index.ts';
import type { Verdict } from '../../search/verdict.ts';
import type { Outcome } from '../answer.ts';

/** A store: what keeps articles is what finds them. */
export type Store = Archive & EntryIndex;

/**
 * What answers are looked up in: as much of a store as the asker may see, see served-shelves.ts. Who asks is settled
 * where the shelves are made: nothing here takes an audience, and a store itself is no shelves.
 */
export type Shelves = EntryIndex & ServedWords & ServedPeople & ServedArticles;

/** Where else words are printed, as far as the asker may see. */
export interface ServedWords {
  sameWords(ids: readonly string[], most: number): ReturnType<SameWords['sameWords']>;
}

/** Who is credited, as far as the asker may see, and what the desk has ruled. */
export interface ServedPeople extends Pick<PeopleRegister, 'rule' | 'undoRuling' | 'rulings'> {
  appearances(names: readonly string[], most: number): ReturnType<PeopleRegister['appearances']>;
  namesWith(words: readonly string[], most: number): ReturnType<PeopleRegister['namesWith']>;
}

interface ServedArticles extends Pick<Archive, 'article' | 'entry' | 'entriesOf' | 'holdings'> {
  articles(limit: number): ReturnType<Archive['articles']>;
}

/** An entry to be shown, and how it matches what was asked. */
export interface Found {
  readonly entry: Entry;
  readonly match: Verdict['match'];
  readonly diff: Verdict['diff'];
  /** What the article says that its speaker is, where that is to be shown. */
  readonly roles?: readonly PrintedRole[];
}

/** An answer before its excerpts are cut: what to say, and which entries to show. */
export interface Draft {
  /** `by-attribution`: an answer, with a warning where a speaker is not clear. */
  readonly outcome: Outcome | 'by-attribution';
  /** Null where there is nothing to say beyond that nothing was found. */
  readonly message: string | null;
  readonly found: readonly Found[];
  /** What was found along with it and is not shown: other wordings may be among it. */
  readonly nearby?: readonly Entry[];
  /** Whether any article that prints the found words will do: not where filters or a speaker were asked for. */
  readonly isOpen?: boolean;
  /** Whether what was found is surely what was meant, to the letter or with little that differs. */
  readonly isClose?: boolean;
  /** Whether the passages stand in order of publication, and are to stay in it. */
  readonly isInTime?: boolean;
  /** What a follow-up keeps. */
  readonly speaker?: string;
  readonly about?: string;
}

/** Nothing to show. */
export function nothing(message: string | null = null): Draft {
  return { outcome: 'not-in-archive', message, found: [] };
}

/** Entries that were not looked up by their words. */
export function asFound(entries: readonly Entry[]): readonly Found[] {
  return entries.map((entry) => ({ entry, match: 'keywords', diff: [] }));
}

/** Whether the article makes plain whose words these are; what the reporter states needs nobody. */
export function isClear(entry: Entry): boolean {
  if (isFact(entry)) return true;
  if (entry.kind === 'headline') return false;
  if (entry.status === 'described') return isDefinite(entry.printedSource);
  return entry.status === 'named' || entry.status === 'pronoun-resolved' || entry.status === 'described-resolved';
}

/** "The president" is one person whom the article means; "officials" and "a spokesman" could be anybody. */
function isDefinite(source: string): boolean {
  return /^the\b/i.test(source) && !/(?<!s)s$/.test(source) && !/\b(?:one|some|another) of\b/i.test(source);
}

/**
 * Without entries that another one already shows: the same words once as a quotation, once as a fact, a term or a
 * headline. What is a term only within somebody's words gives its place to these words.
 */
export function withoutRepeats(found: readonly Found[]): readonly Found[] {
  const kept: Found[] = [];
  for (const candidate of found) {
    const at = kept.findIndex((other) => isSameWords(other.entry, candidate.entry));
    const repeated = kept[at];
    if (!repeated) kept.push(candidate);
    else if (isMinor(repeated.entry) && isSpeech(candidate.entry)) kept[at] = candidate;
  }
  return kept;
}

/** Quotations never repeat one another: "said A, adding that B" are two. */
function isSameWords(shown: Entry, entry: Entry): boolean {
  if (shown.sha256 !== entry.sha256) return false;
  const isLesser = [shown, entry].some((one) => isFact(one) || isMinor(one));
  if (isLesser && shown.content.some((a) => entry.content.some((b) => overlaps(a, b)))) return true;
  const headline = [shown, entry].find(({ kind }) => kind === 'headline');
  const other = headline === shown ? entry : shown;
  return (
    headline !== undefined &&
    other !== headline &&
    ` ${normalise(other.text)} `.includes(` ${normalise(headline.text)} `)
  );
}

/** Words in quotation marks that nobody may have said, and headlines. */
function isMinor({ kind }: Entry): boolean {
  return kind === 'term' || kind === 'slogan' || kind === 'headline';
}

function isSpeech({ kind }: Entry): boolean {
  return kind === 'direct' || kind === 'mixed' || kind === 'indirect';
}
