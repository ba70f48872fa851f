import { z } from 'zod';
import { normalise } from '../../article/words.ts';
import { type Entry, entriesOf } from '../../extraction/entry.ts';
import { ArchiveError, type Kept, type ReadArticle } from '../archive.ts';
import { withOwnIds } from '../excerpt-ids.ts';
import { reasonToRefuse, storableJson } from '../keepable-text.ts';
import type { Connection } from './connection.ts';
import { paragraphsColumn, spansColumn } from './rows.ts';
import { countWords } from './vocabulary.ts';

/**
 * Keeps articles, all of them or none.
 *
 * What an article prints now is its current version, so an article that goes back to an earlier text has that version
 * made current again, with the entries and ids that it had.
 */
export function keepArticles(connection: Connection, read: readonly ReadArticle[], keptAt: string): readonly Kept[] {
  for (const article of read) {
    const reason = reasonToRefuse(article);
    if (reason) throw new ArchiveError(`${reason} Nothing of this step was kept.`);
  }
  return connection.transaction(() => {
    const course = new Course(connection, read);
    const steps = read.map((article) => course.take(article));
    insertVersions(connection, course.added, keptAt);
    insertEntries(connection, course.added);
    makeCurrent(connection, course);
    const sizes = sizesOf(
      connection,
      steps.flatMap(({ kind, version }) => (kind === 'unchanged' ? [] : [version])),
    );
    return steps.map(({ kind, version }): Kept => {
      return kind === 'unchanged' ? { kind } : { kind, ...(sizes.get(version) ?? { quotations: 0, facts: 0 }) };
    });
  });
}

interface AddedVersion extends ReadArticle {
  readonly version: number;
}

const HeldVersion = z.object({ article: z.string(), sha256: z.string(), n: z.number(), isCurrent: z.literal([0, 1]) });

/** What keeping articles one after the other comes to: which versions are new, and which are current at the end. */
class Course {
  readonly added: AddedVersion[] = [];
  readonly #held = new Map<string, number>();
  readonly #before = new Map<string, number>();
  readonly #now = new Map<string, number>();
  #last: number;

  constructor(connection: Connection, read: readonly ReadArticle[]) {
    const ids = read.map(({ article }) => article.id);
    const held = connection.rows(
      HeldVersion,
      `SELECT article, sha256, n, is_current AS isCurrent FROM versions
       WHERE article IN (SELECT value FROM json_each(?))`,
      storableJson(ids),
    );
    for (const { article, sha256, n, isCurrent } of held) {
      this.#held.set(versionKey(article, sha256), n);
      if (isCurrent === 1) this.#before.set(article, n);
    }
    for (const [article, n] of this.#before) this.#now.set(article, n);
    this.#last = connection.row(LastNumber, 'SELECT coalesce(max(n), 0) AS n FROM versions')?.n ?? 0;
  }

  take(read: ReadArticle): { readonly kind: Kept['kind']; readonly version: number } {
    const { id, sha256 } = read.article;
    const current = this.#now.get(id);
    const held = this.#held.get(versionKey(id, sha256));
    if (held !== undefined && held === current) return { kind: 'unchanged', version: held };
    const version = held ?? this.#add(read);
    this.#now.set(id, version);
    return { kind: current === undefined ? 'added' : 'changed', version };
  }

  /** Versions that were current before and are no more. */
  get superseded(): readonly number[] {
    return [...this.#before].flatMap(([id, n]) => (this.#now.get(id) === n ? [] : [n]));
  }

  /** Versions that are current now and were not before. */
  get promoted(): readonly number[] {
    return [...this.#now].flatMap(([id, n]) => (this.#before.get(id) === n ? [] : [n]));
  }

  #add(read: ReadArticle): number {
    const { id, sha256 } = read.article;
    this.#last += 1;
    this.added.push({ ...read, version: this.#last });
    this.#held.set(versionKey(id, sha256), this.#last);
    return this.#last;
  }
}

const LastNumber = z.object({ n: z.number() });
const versionKey = (article: string, sha256: string) => `${sha256} ${article}`;

function insertVersions(connection: Connection, added: readonly AddedVersion[], keptAt: string): void {
  connection.run(
    'INSERT OR IGNORE INTO articles (id) SELECT value FROM json_each(?)',
    storableJson(added.map(({ article }) => article.id)),
  );
  const rows = added.map(({ version, article: a }) => {
    const inWords = ` ${normalise(`${a.outlet ?? ''} ${a.headline ?? ''}`)} `;
    const masthead = [a.headline, a.outlet, a.byline, a.publishedAt, a.updatedAt, a.url, a.language];
    return [version, a.id, a.sha256, ...masthead, keptAt, a.publishedAt ?? '', inWords];
  });
  connection.run(
    `INSERT INTO versions (n, article, sha256, headline, outlet, byline, published_at, updated_at, url, language,
       kept_at, published, in_words, is_current)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, value ->> 9, value ->> 10, value ->> 11, value ->> 12, 0
     FROM json_each(?)`,
    storableJson(rows),
  );
  for (const { version, article } of added) {
    connection.run(
      'INSERT INTO texts (version, text, paragraphs) VALUES (?, ?, ?)',
      version,
      article.text,
      paragraphsColumn(article.paragraphs),
    );
  }
}

interface PlacedEntry extends Entry {
  readonly version: number;
  readonly place: number;
}

const Id = z.object({ id: z.string() });

function insertEntries(connection: Connection, added: readonly AddedVersion[]): void {
  const placed = added.flatMap(({ version, article, extraction }): readonly PlacedEntry[] => {
    return withoutDoubles(entriesOf(article, extraction)).map((entry, place) => ({ ...entry, version, place }));
  });
  const own = withOwnIds(placed, (ids) => {
    const rows = connection.rows(
      Id,
      'SELECT id FROM entries WHERE id IN (SELECT value FROM json_each(?))',
      storableJson(ids),
    );
    return new Set(rows.map(({ id }) => id));
  });
  const rows = own.map((e) => {
    const words = [normalise(e.text), normalise(`${e.speaker ?? ''} ${e.printedSource}`)];
    return [
      e.id,
      e.version,
      e.place,
      e.kind,
      e.text,
      spansColumn(e),
      e.speaker,
      e.status,
      e.printedSource,
      e.rule,
      ...words,
    ];
  });
  connection.run(
    `INSERT INTO entries (id, version, place, kind, text, spans, speaker, status, printed_source, rule, norm, spk)
     SELECT value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7,
       value ->> 8, value ->> 9, value ->> 10, value ->> 11
     FROM json_each(?)`,
    storableJson(rows),
  );
}

/** Two quotations of one kind with the same words in the same place are one: the first is kept. */
function withoutDoubles(entries: readonly Entry[]): readonly Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ id }) => !seen.has(id) && seen.add(id));
}

/** Moves the current mark, and with it what can be found: index, word counts, tallies. */
function makeCurrent(connection: Connection, { superseded, promoted }: Course): void {
  changeIndex(connection, superseded, -1);
  changeIndex(connection, promoted, 1);
}

const WordedRow = z.object({ norm: z.string(), spk: z.string() });

function changeIndex(connection: Connection, versions: readonly number[], sign: 1 | -1): void {
  if (versions.length === 0) return;
  const these = storableJson(versions);
  const chosen = 'FROM entries WHERE version IN (SELECT value FROM json_each(?))';
  connection.run(
    sign === 1
      ? `INSERT INTO search (rowid, norm, spk) SELECT n, norm, spk ${chosen}`
      : `INSERT INTO search (search, rowid, norm, spk) SELECT 'delete', n, norm, spk ${chosen}`,
    these,
  );
  countWords(connection, connection.rows(WordedRow, `SELECT norm, spk ${chosen}`, these), sign);
  connection.run(
    'UPDATE versions SET is_current = ? WHERE n IN (SELECT value FROM json_each(?))',
    sign === 1 ? 1 : 0,
    these,
  );
  let quotations = 0;
  let facts = 0;
  for (const size of sizesOf(connection, versions).values()) {
    quotations += size.quotations;
    facts += size.facts;
  }
  for (const [name, n] of Object.entries({ articles: versions.length, quotations, facts })) {
    connection.run('UPDATE tallies SET n = n + ? WHERE name = ?', sign * n, name);
  }
}

const Size = z.object({ version: z.number(), quotations: z.number(), facts: z.number() });

function sizesOf(
  connection: Connection,
  versions: readonly number[],
): ReadonlyMap<number, { readonly quotations: number; readonly facts: number }> {
  const sizes = connection.rows(
    Size,
    `SELECT version, sum(kind NOT LIKE 'fact/%') AS quotations, sum(kind LIKE 'fact/%') AS facts
     FROM entries WHERE version IN (SELECT value FROM json_each(?)) GROUP BY version`,
    storableJson(versions),
  );
  return new Map(sizes.map(({ version, quotations, facts }) => [version, { quotations, facts }]));
}
