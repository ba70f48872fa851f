import { z } from 'zod';
import type { Kept, ReadArticle } from '../archive.ts';
import {
  ENTRY_VALUE_COLUMNS,
  entryValues,
  TEXT_COLUMNS,
  textValues,
  VERSION_COLUMNS,
  versionValues,
  type WordedEntry,
  wordedEntry,
} from '../column-values.ts';
import { type AddedVersion, Course, keptOf, type PlacedEntry, placedEntries, type Size } from '../course.ts';
import { ownIds } from '../excerpt-ids.ts';
import { storableJson } from '../keepable-text.ts';
import { countWords, takeSlot, tally } from './counting.ts';
import type { Queries } from './database.ts';
import { insertPeople } from './people.ts';
import { indexedWords, searchVector, sizeOf } from './search-words.ts';

/**
 * Keeps articles within one transaction.
 *
 * Any number of writers may be at it. Each first locks the articles that it brings, in the order of their ids, so
 * that two who bring the same article take turns. What all of them write to, the words and the counts, comes last and
 * in the order of its key, so that they wait for each other shortly and never in a circle.
 */
export async function keepArticles(
  within: Queries,
  read: readonly ReadArticle[],
  keptAt: string,
): Promise<readonly Kept[]> {
  if (read.length === 0) return [];
  const course = await courseOf(within, read);
  const steps = read.map((article) => course.take(article));
  const { added, superseded, promoted } = course;
  const lost = await entriesOfVersions(within, superseded);
  await setCurrent(within, superseded, false);
  await insertVersions(within, added, keptAt, new Set(promoted));
  const entries = await insertEntries(within, added);
  await insertPeople(within, added);
  const isAdded = new Set(added.map(({ version }) => version));
  const returning = promoted.filter((version) => !isAdded.has(version));
  await setCurrent(within, returning, true);
  const isPromoted = new Set(promoted);
  const gained = [
    ...entries.filter(({ version }) => isPromoted.has(version)),
    ...(await entriesOfVersions(within, returning)),
  ];
  await changeIndex(within, { gained, lost }, promoted.length - superseded.length);
  const changed = steps.flatMap(({ kind, version }) => (kind === 'unchanged' ? [] : [version]));
  return keptOf(steps, sizesOf([...entries, ...gained], changed));
}

const HeldRow = z.object({ article: z.string(), sha256: z.string(), n: z.number(), isCurrent: z.boolean() });
const NumberRow = z.object({ n: z.number() });

async function courseOf(within: Queries, read: readonly ReadArticle[]): Promise<Course> {
  const ids = [...new Set(read.map(({ article }) => article.id))].sort();
  await within.run(
    `INSERT INTO articles (id) SELECT id FROM unnest($1::text[]) AS id ORDER BY id COLLATE "C" ON CONFLICT DO NOTHING`,
    ids,
  );
  await within.run('SELECT FROM articles WHERE id = ANY ($1::text[]) ORDER BY id FOR UPDATE', ids);
  const held = await within.rows(
    HeldRow,
    'SELECT article, sha256, n, is_current AS "isCurrent" FROM versions WHERE article = ANY ($1::text[])',
    ids,
  );
  const free = await freeNumbers(within, 'versions', read.length);
  return new Course(held, () => free.shift() ?? Number.NaN);
}

/** The columns of all tables that hold no text, by the type of what they hold. */
const TYPES: Readonly<Record<string, string>> = {
  n: 'bigint',
  version: 'bigint',
  is_current: 'boolean',
  place: 'integer',
  words: 'bigint',
  emptiness: 'integer',
  size: 'integer',
  vector: 'tsvector',
};

/** A statement that inserts all rows of a JSON list of lists at once: one statement a row is several times as slow. */
function insertFromJson(table: string, columns: string): string {
  const values = columns.split(', ').map((column, index) => {
    const type = TYPES[column];
    return type === undefined ? `value ->> ${index}` : `(value ->> ${index})::${type}`;
  });
  return `INSERT INTO ${table} (${columns}) SELECT ${values.join(', ')} FROM json_array_elements($1::json)`;
}

/** Numbers that nobody else will have; some may stay unused. */
async function freeNumbers(within: Queries, table: 'versions' | 'entries', count: number): Promise<number[]> {
  const numbers = await within.rows(
    NumberRow,
    `SELECT nextval(pg_get_serial_sequence('${table}', 'n')) AS n FROM generate_series(1, $1)`,
    count,
  );
  return numbers.map(({ n }) => n);
}

async function insertVersions(
  within: Queries,
  added: readonly AddedVersion[],
  keptAt: string,
  promoted: ReadonlySet<number>,
): Promise<void> {
  if (added.length === 0) return;
  await within.run(
    insertFromJson('versions', `${VERSION_COLUMNS}, is_current`),
    storableJson(added.map((version) => [...versionValues(version, keptAt), promoted.has(version.version)])),
  );
  await within.run(insertFromJson('texts', TEXT_COLUMNS), storableJson(added.map(textValues)));
}

const IdRow = z.object({ id: z.string() });

/** An entry as it is counted and indexed. */
interface NumberedEntry extends WordedEntry {
  readonly n: number;
  readonly version: number;
  readonly kind: string;
}

async function insertEntries(within: Queries, added: readonly AddedVersion[]): Promise<readonly NumberedEntry[]> {
  const placed = placedEntries(added);
  if (placed.length === 0) return [];
  const asking = ownIds(placed);
  let answer = asking.next();
  while (!answer.done) answer = asking.next(await takenOf(within, answer.value));
  const numbers = await freeNumbers(within, 'entries', placed.length);
  const numbered = answer.value.map((entry, index) => ({ entry, n: numbers[index] ?? Number.NaN }));
  // In the order of their ids: two writers with an id in common then wait for each other in one direction only.
  await within.run(
    insertFromJson('entries', `${ENTRY_VALUE_COLUMNS}, n`),
    storableJson(inOrderOfId(numbered).map(({ entry, n }) => [...entryValues(entry), n])),
  );
  return numbered.map(({ entry, n }) => ({ n, version: entry.version, kind: entry.kind, ...wordedEntry(entry) }));
}

function inOrderOfId<E extends { readonly entry: PlacedEntry }>(entries: readonly E[]): readonly E[] {
  return entries.toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
}

/** Which of these ids belong to entries kept already. */
async function takenOf(within: Queries, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await within.rows(IdRow, 'SELECT id FROM entries WHERE id = ANY ($1::text[])', ids);
  return new Set(rows.map(({ id }) => id));
}

const NumberedRow = z.object({
  n: z.number(),
  version: z.number(),
  kind: z.string(),
  norm: z.string(),
  spk: z.string(),
});

async function entriesOfVersions(within: Queries, versions: readonly number[]): Promise<readonly NumberedEntry[]> {
  if (versions.length === 0) return [];
  return within.rows(
    NumberedRow,
    'SELECT n, version, kind, norm, spk FROM entries WHERE version = ANY ($1::bigint[])',
    versions,
  );
}

async function setCurrent(within: Queries, versions: readonly number[], isCurrent: boolean): Promise<void> {
  if (versions.length === 0) return;
  await within.run('UPDATE versions SET is_current = $1 WHERE n = ANY ($2::bigint[])', isCurrent, versions);
}

/** What can be found: the index, and with it the counts of words, articles, quotations and facts. */
async function changeIndex(
  within: Queries,
  { gained, lost }: { readonly gained: readonly NumberedEntry[]; readonly lost: readonly NumberedEntry[] },
  articles: number,
): Promise<void> {
  if (lost.length > 0) {
    await within.run(
      'DELETE FROM search WHERE n = ANY ($1::bigint[])',
      lost.map(({ n }) => n),
    );
  }
  const indexed = gained.map((entry) => ({ n: entry.n, ...indexedWords(entry) }));
  if (indexed.length > 0) {
    await within.run(
      insertFromJson('search', 'n, size, vector'),
      storableJson(indexed.map((entry) => [entry.n, sizeOf(entry), searchVector(entry)])),
    );
  }
  if (gained.length === 0 && lost.length === 0 && articles === 0) return;
  const slot = await takeSlot(within);
  await tally(within, slot, {
    articles,
    quotations: count(gained, isQuotation) - count(lost, isQuotation),
    facts: count(gained, isFact) - count(lost, isFact),
  });
  await countWords(within, slot, { gained: indexed, lost: lost.map(indexedWords) });
}

const isFact = ({ kind }: NumberedEntry) => kind.startsWith('fact/');
const isQuotation = (entry: NumberedEntry) => !isFact(entry);
const count = <T>(all: readonly T[], is: (one: T) => boolean) => all.filter(is).length;

function sizesOf(entries: readonly NumberedEntry[], versions: readonly number[]): ReadonlyMap<number, Size> {
  const sizes = new Map(versions.map((version) => [version, { quotations: 0, facts: 0 }]));
  for (const entry of new Map(entries.map((one) => [one.n, one])).values()) {
    const size = sizes.get(entry.version);
    if (size) size[isFact(entry) ? 'facts' : 'quotations'] += 1;
  }
  return sizes;
}
