import type { Entry } from '../../extraction/entry.ts';
import {
  type Archive,
  ArchiveError,
  type Holdings,
  type Kept,
  type KeptArticle,
  type ReadArticle,
  type Share,
} from '../archive.ts';
import type { Candidate, CandidateIndex, CandidateQuery, EntryFilter, Term } from '../candidate-query.ts';
import type { Acted } from '../corrections.ts';
import { requireKeepable } from '../course.ts';
import type { FeedLease, FeedState, ItemMark } from '../feed-memory.ts';
import type { JournalLine, JournalRequest } from '../journal.ts';
import type { OpenMode, OpenOptions } from '../open-archive.ts';
import type { Appearance, NewRuling, RegisteredName, Ruling } from '../people.ts';
import type { Comer, Recognised } from '../recognition.ts';
import type { OutdatedVersion } from '../rereading.ts';
import type { Printings } from '../same-words.ts';
import type { Act, Audience } from '../standing.ts';
import type { MovedRow, MovedTable, RowKey } from '../transfer.ts';
import { readAddress } from './address.ts';
import { findCandidates, RANKABLE } from './candidates.ts';
import { checkStore } from './check.ts';
import { Claims } from './claims.ts';
import { actOn, clearEndedEmbargoes } from './corrections.ts';
import { Database, type Queries } from './database.ts';
import { feedStates, forgetItems, itemMarks, leaseFeed, noteItems, settleFeed } from './feed-memory.ts';
import { holdingsOf } from './holdings.ts';
import { readJournal } from './journal.ts';
import { keepArticles } from './keeping.ts';
import { articleOf, articlesAfter, newestArticles } from './kept-articles.ts';
import { entriesById, entriesOfArticle, entryOf, isKept, isRetired } from './kept-entries.ts';
import { migrate, requirePresentVersion } from './migrations.ts';
import { addRuling, appearances, namesWith, rulings, undoRuling } from './people.ts';
import { recogniseArticles } from './recognition.ts';
import { FreshReplica } from './replica.ts';
import { outdatedVersions } from './rereading.ts';
import { findPrintings } from './same-words.ts';
import { recordShare, sharesOf } from './shares.ts';
import { lastKey, listTaken, movedRows, settleTaken, takeRows } from './transfer.ts';
import { entryCount, frequencies, neighbours } from './vocabulary.ts';

/** Opens the archive in a PostgreSQL database, and makes its tables where there are none. */
export async function openPostgresArchive(
  address: string,
  { mode, readFrom, tell }: Required<OpenOptions>,
): Promise<Archive & CandidateIndex> {
  const primary = new Database(readAddress(address), { isReadOnly: mode === 'read' });
  try {
    await (mode === 'own' ? migrate(primary) : requirePresentVersion(primary));
    if (readFrom === null) return new PostgresArchive(primary, mode, null);
    const replica = new Database(readAddress(readFrom), { isReadOnly: true });
    return new PostgresArchive(primary, mode, new FreshReplica(primary, replica, tell));
  } catch (error) {
    await primary.close();
    throw error;
  }
}

/** The store in PostgreSQL. Any number of instances may have it open, each of them to read and to write. */
class PostgresArchive implements Archive, CandidateIndex {
  readonly #database: Database;
  readonly #replica: FreshReplica | null;
  /** What articles are searched and read in. */
  readonly #reading: Queries;
  readonly #mode: OpenMode;
  readonly #claims: Claims;
  readonly rankable = RANKABLE;

  constructor(database: Database, mode: OpenMode, replica: FreshReplica | null) {
    this.#database = database;
    this.#replica = replica;
    this.#reading = replica ?? database;
    this.#mode = mode;
    this.#claims = new Claims(database);
  }

  async keep(articles: readonly ReadArticle[]): Promise<readonly Kept[]> {
    requireKeepable(articles);
    const keptAt = new Date().toISOString();
    return this.#write((within) => keepArticles(within, articles, keptAt));
  }

  async noteIndexed(at: string): Promise<void> {
    await this.#write(async (within) => {
      await within.run(
        `INSERT INTO meta (name, value) VALUES ('indexed_at', $1)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value`,
        at,
      );
      await clearEndedEmbargoes(within, new Date().toISOString());
    });
  }

  article(id: string, sha256?: string): Promise<KeptArticle | undefined> {
    return articleOf(this.#reading, id, sha256);
  }

  articles(limit: number, audience?: Audience): Promise<readonly KeptArticle[]> {
    return newestArticles(this.#reading, limit, audience, new Date());
  }

  articlesAfter(id: string | null, limit: number): Promise<readonly KeptArticle[]> {
    return articlesAfter(this.#reading, id, limit);
  }

  async act(articleId: string, act: Act, by: string): Promise<Acted> {
    const at = new Date().toISOString();
    const acted = await this.#write((within) => actOn(within, articleId, act, by, at));
    return { ...acted, shares: await this.sharesOf(articleId) };
  }

  journal(request: JournalRequest): Promise<readonly JournalLine[]> {
    return readJournal(this.#reading, request);
  }

  recognise(comers: readonly Comer[]): Promise<readonly Recognised[]> {
    return recogniseArticles(this.#database, comers);
  }

  outdated(rules: number, after: number, limit: number): Promise<readonly OutdatedVersion[]> {
    return outdatedVersions(this.#database, rules, after, limit);
  }

  isRetired(id: string): Promise<boolean> {
    return isRetired(this.#database, id);
  }

  entry(id: string): Promise<Entry | undefined> {
    return entryOf(this.#reading, id);
  }

  entriesOf(articleId: string): Promise<readonly Entry[]> {
    return entriesOfArticle(this.#reading, articleId);
  }

  async sameWords(ids: readonly string[], most: number, audience: Audience): Promise<readonly Printings[]> {
    return findPrintings(this.#reading, ids, most, audience, new Date());
  }

  appearances(names: readonly string[], most: number, audience: Audience): Promise<readonly Appearance[]> {
    return appearances(this.#reading, names, most, audience, new Date());
  }

  namesWith(words: readonly string[], most: number, audience: Audience): Promise<readonly RegisteredName[]> {
    return namesWith(this.#reading, words, most, audience, new Date());
  }

  rule(ruling: NewRuling): Promise<Ruling> {
    const at = new Date().toISOString();
    return this.#write((within) => addRuling(within, ruling, at));
  }

  undoRuling(n: number, by: string): Promise<Ruling> {
    const at = new Date().toISOString();
    return this.#write((within) => undoRuling(within, n, by, at));
  }

  rulings(names: readonly string[] | 'all', most: number): Promise<readonly Ruling[]> {
    return rulings(this.#reading, names, most);
  }

  holdings(): Promise<Holdings> {
    return holdingsOf(this.#reading, new Date());
  }

  async recordShare(share: Share): Promise<void> {
    this.#requireOwner();
    if (!(await isKept(this.#database, share.excerptId))) {
      throw new ArchiveError(`There is no excerpt ${share.excerptId} in the archive in ${this.#database.place}.`);
    }
    await recordShare(this.#database, share);
  }

  sharesOf(articleId: string): Promise<readonly Share[]> {
    return sharesOf(this.#database, articleId);
  }

  async claim(key: string): Promise<boolean> {
    this.#requireOwner();
    return this.#claims.claim(key);
  }

  feedStates(): Promise<readonly FeedState[]> {
    return feedStates(this.#database);
  }

  async leaseFeed(lease: FeedLease): Promise<FeedState | undefined> {
    this.#requireOwner();
    return leaseFeed(this.#database, lease);
  }

  async settleFeed(state: FeedState, holder: string): Promise<boolean> {
    this.#requireOwner();
    return settleFeed(this.#database, state, holder);
  }

  itemMarks(feed: string, items: readonly string[]): Promise<ReadonlyMap<string, ItemMark>> {
    return itemMarks(this.#database, feed, items);
  }

  async noteItems(feed: string, marks: readonly ItemMark[]): Promise<void> {
    this.#requireOwner();
    return noteItems(this.#database, feed, marks);
  }

  async forgetItems(feed: string, before: string, except: readonly string[]): Promise<void> {
    this.#requireOwner();
    return forgetItems(this.#database, feed, before, except);
  }

  entryCount(): Promise<number> {
    return entryCount(this.#reading);
  }

  async frequencies(words: readonly string[]): Promise<ReadonlyMap<string, number>> {
    return frequencies(this.#reading, words, new Date());
  }

  async neighbours(words: readonly string[]): Promise<ReadonlyMap<string, readonly Term[]>> {
    return neighbours(this.#reading, words, new Date());
  }

  async candidates(queries: readonly CandidateQuery[], filter: EntryFilter): Promise<readonly Candidate[]> {
    return findCandidates(this.#reading, queries, filter, new Date());
  }

  entries(ids: readonly string[]): Promise<readonly Entry[]> {
    return entriesById(this.#reading, ids);
  }

  movedRows(table: MovedTable, after: RowKey | null, most: number): Promise<readonly MovedRow[]> {
    return movedRows(this.#database, table, after, most);
  }

  lastKey(table: MovedTable): Promise<RowKey | null> {
    return lastKey(this.#database, table);
  }

  takeRows(table: MovedTable, rows: readonly MovedRow[]): Promise<void> {
    return this.#write((within) => takeRows(within, table, rows));
  }

  listTaken(most: number): Promise<number> {
    return this.#write((within) => listTaken(within, most));
  }

  settleTaken(): Promise<void> {
    return this.#write(settleTaken);
  }

  check(): Promise<void> {
    return checkStore(this.#database);
  }

  async close(): Promise<void> {
    await Promise.all([this.#database.close(), this.#replica?.close()]);
  }

  /** Changes what is read, in one transaction: no later call of this instance reads what was there before. */
  async #write<Result>(work: (within: Queries) => Promise<Result>): Promise<Result> {
    this.#requireOwner();
    const result = await this.#database.transaction(work);
    await this.#replica?.wrote();
    return result;
  }

  #requireOwner(): void {
    if (this.#mode === 'read') {
      throw new ArchiveError(
        `The archive in ${this.#database.place} is open for reading only, so nothing can be kept in it.`,
      );
    }
  }
}
