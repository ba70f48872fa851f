import type { Entry } from '../../extraction/entry.ts';
import type { ReadArticle, Share } from '../archive.ts';
import { ArchiveError, type Holdings, type Kept, type KeptArticle } from '../archive.ts';
import type { Candidate, CandidateQuery, EntryFilter, Term } from '../candidate-query.ts';
import type { Acted } from '../corrections.ts';
import type { FeedLease, FeedState, ItemMark } from '../feed-memory.ts';
import type { JournalLine, JournalRequest } from '../journal.ts';
import type { OpenMode } from '../open-archive.ts';
import type { Appearance, NewRuling, RegisteredName, Ruling } from '../people.ts';
import type { Comer, Recognised } from '../recognition.ts';
import type { OutdatedVersion } from '../rereading.ts';
import type { Printings } from '../same-words.ts';
import type { Act, Audience } from '../standing.ts';
import type { MovedRow, MovedTable, RowKey } from '../transfer.ts';
import { findCandidates } from './candidates.ts';
import { checkStore } from './check.ts';
import { claimKey } from './claims.ts';
import type { Connection } from './connection.ts';
import { actOn, clearEndedEmbargoes } from './corrections.ts';
import { feedStates, forgetItems, itemMarks, leaseFeed, noteItems, settleFeed } from './feed-memory.ts';
import { openFolder } from './folder.ts';
import { holdingsOf } from './holdings.ts';
import { readJournal } from './journal.ts';
import { keepArticles } from './keeping.ts';
import { articleOf, articlesAfter, newestArticles } from './kept-articles.ts';
import { entriesById, entriesOfArticle, entryOf, isRetired } from './kept-entries.ts';
import { addRuling, appearances, namesWith, rulings, undoRuling } from './people.ts';
import type { Store } from './protocol.ts';
import { recogniseArticles } from './recognition.ts';
import { outdatedVersions } from './rereading.ts';
import { openEntryValues } from './reserved.ts';
import { RowWeights } from './row-weights.ts';
import { findPrintings } from './same-words.ts';
import { recordShare, sharesOf } from './shares.ts';
import { lastKey, listTaken, movedRows, settleTaken, takeRows } from './transfer.ts';
import { entryCount, frequencies, neighbours } from './vocabulary.ts';

/**
 * The embedded store: SQLite in one folder, every call done when it returns. It is to be used from a thread of its
 * own, see worker.ts.
 */
export class EmbeddedStore implements Store {
  readonly #connection: Connection;
  readonly #folder: string;
  readonly #mode: OpenMode;
  readonly #now: () => Date;
  readonly #closeFolder: () => void;
  readonly #weights = new RowWeights();

  constructor(folder: string, mode: OpenMode, now: () => Date = () => new Date()) {
    const opened = openFolder(folder, mode);
    this.#connection = opened.connection;
    this.#closeFolder = () => opened.close();
    this.#folder = folder;
    this.#mode = mode;
    this.#now = now;
  }

  keep(articles: readonly ReadArticle[]): readonly Kept[] {
    this.#requireOwner();
    return keepArticles(this.#connection, articles, this.#now().toISOString());
  }

  noteIndexed(at: string): void {
    this.#requireOwner();
    this.#connection.transaction(() => {
      this.#connection.run(
        `INSERT INTO meta (name, value) VALUES ('indexed_at', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        at,
      );
      clearEndedEmbargoes(this.#connection, this.#now().toISOString());
    });
  }

  article(id: string, sha256?: string): KeptArticle | undefined {
    return articleOf(this.#connection, id, sha256);
  }

  articles(limit: number, audience?: Audience): readonly KeptArticle[] {
    return newestArticles(this.#connection, limit, audience && openEntryValues(this.#now(), audience.channel));
  }

  articlesAfter(id: string | null, limit: number): readonly KeptArticle[] {
    return articlesAfter(this.#connection, id, limit);
  }

  act(articleId: string, act: Act, by: string): Acted {
    this.#requireOwner();
    return {
      ...actOn(this.#connection, articleId, act, by, this.#now().toISOString()),
      shares: this.sharesOf(articleId),
    };
  }

  journal(request: JournalRequest): readonly JournalLine[] {
    return readJournal(this.#connection, request);
  }

  recognise(comers: readonly Comer[]): readonly Recognised[] {
    return recogniseArticles(this.#connection, comers);
  }

  outdated(rules: number, after: number, limit: number): readonly OutdatedVersion[] {
    return outdatedVersions(this.#connection, rules, after, limit);
  }

  isRetired(id: string): boolean {
    return isRetired(this.#connection, id);
  }

  entry(id: string): Entry | undefined {
    return entryOf(this.#connection, id);
  }

  entriesOf(articleId: string): readonly Entry[] {
    return entriesOfArticle(this.#connection, articleId);
  }

  sameWords(ids: readonly string[], most: number, { channel }: Audience): readonly Printings[] {
    return findPrintings(this.#connection, ids, most, openEntryValues(this.#now(), channel));
  }

  appearances(names: readonly string[], most: number, { channel }: Audience): readonly Appearance[] {
    return appearances(this.#connection, names, most, openEntryValues(this.#now(), channel));
  }

  namesWith(words: readonly string[], most: number, { channel }: Audience): readonly RegisteredName[] {
    return namesWith(this.#connection, words, most, openEntryValues(this.#now(), channel));
  }

  rule(ruling: NewRuling): Ruling {
    this.#requireOwner();
    return addRuling(this.#connection, ruling, this.#now().toISOString());
  }

  undoRuling(n: number, by: string): Ruling {
    this.#requireOwner();
    return undoRuling(this.#connection, n, by, this.#now().toISOString());
  }

  rulings(names: readonly string[] | 'all', most: number): readonly Ruling[] {
    return rulings(this.#connection, names, most);
  }

  holdings(): Holdings {
    return holdingsOf(this.#connection, this.#folder, this.#now());
  }

  recordShare(share: Share): void {
    this.#requireOwner();
    if (!this.entry(share.excerptId)) {
      throw new ArchiveError(`There is no excerpt ${share.excerptId} in the archive in ${this.#folder}.`);
    }
    recordShare(this.#connection, share);
  }

  sharesOf(articleId: string): readonly Share[] {
    return sharesOf(this.#connection, articleId);
  }

  claim(key: string): boolean {
    this.#requireOwner();
    return claimKey(this.#connection, key, this.#now().getTime());
  }

  feedStates(): readonly FeedState[] {
    return feedStates(this.#connection);
  }

  leaseFeed(lease: FeedLease): FeedState | undefined {
    this.#requireOwner();
    return leaseFeed(this.#connection, lease);
  }

  settleFeed(state: FeedState, holder: string): boolean {
    this.#requireOwner();
    return settleFeed(this.#connection, state, holder);
  }

  itemMarks(feed: string, items: readonly string[]): ReadonlyMap<string, ItemMark> {
    return itemMarks(this.#connection, feed, items);
  }

  noteItems(feed: string, marks: readonly ItemMark[]): void {
    this.#requireOwner();
    noteItems(this.#connection, feed, marks);
  }

  forgetItems(feed: string, before: string, except: readonly string[]): void {
    this.#requireOwner();
    forgetItems(this.#connection, feed, before, except);
  }

  entryCount(): number {
    return entryCount(this.#connection);
  }

  frequencies(words: readonly string[]): ReadonlyMap<string, number> {
    return frequencies(this.#connection, words, this.#now());
  }

  neighbours(words: readonly string[]): ReadonlyMap<string, readonly Term[]> {
    return neighbours(this.#connection, words, this.#now());
  }

  candidates(queries: readonly CandidateQuery[], filter: EntryFilter): readonly Candidate[] {
    return findCandidates(this.#connection, queries, filter, this.#weights, this.#now());
  }

  entries(ids: readonly string[]): readonly Entry[] {
    return entriesById(this.#connection, ids);
  }

  movedRows(table: MovedTable, after: RowKey | null, most: number): readonly MovedRow[] {
    return movedRows(this.#connection, table, after, most);
  }

  lastKey(table: MovedTable): RowKey | null {
    return lastKey(this.#connection, table);
  }

  takeRows(table: MovedTable, rows: readonly MovedRow[]): void {
    this.#requireOwner();
    takeRows(this.#connection, table, rows);
  }

  listTaken(most: number): number {
    this.#requireOwner();
    return listTaken(this.#connection, most);
  }

  settleTaken(): void {
    this.#requireOwner();
    settleTaken(this.#connection);
  }

  check(): void {
    checkStore(this.#connection, this.#folder, this.#mode);
  }

  close(): void {
    this.#closeFolder();
  }

  #requireOwner(): void {
    if (this.#mode === 'read') {
      throw new ArchiveError(`The archive in ${this.#folder} is open for reading only, so nothing can be kept in it.`);
    }
  }
}
