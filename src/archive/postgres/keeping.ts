import { z } from 'zod';
import { READING_VERSION } from '../../extraction/reading-version.ts';
import type { Kept, ReadArticle } from '../archive.ts';
import { TEXT_COLUMNS, textValues, VERSION_COLUMNS, versionValues } from '../column-values.ts';
import { type AddedVersion, Course, keptOf, placedEntries, type Size } from '../course.ts';
import { storableJson } from '../keepable-text.ts';
import {
  articlesToReserve,
  comerOf,
  type Embargo,
  embargoesOf,
  type MetArticle,
  meetAll,
  notesOfKeeping,
  takeStep,
} from '../meeting.ts';
import type { Queries } from './database.ts';
import { freeNumbers, insertEntries } from './insert-entries.ts';
import { insertFromJson } from './insert-from-json.ts';
import { writeJournal } from './journal.ts';
import { changeIndex, entriesOfVersions, isFact, type NumberedEntry } from './listing.ts';
import { insertPeople } from './people.ts';
import { acquaintanceOf, lockNames } from './recognition.ts';
import { rereadVersions } from './rereading.ts';
import { reserve } from './reserved.ts';

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
  const comers = read.map(comerOf);
  await lockNames(within, comers);
  const { met, names } = meetAll(await acquaintanceOf(within, comers), read);
  const { course, withdrawn } = await courseOf(within, met);
  const steps = met.map((one) => takeStep(course, one));
  const { added, superseded, promoted } = course;
  const reread = await rereadVersions(within, course.reread);
  const unlisted = await setSuperseded(within, superseded);
  const lost = await entriesOfVersions(within, unlisted);
  const isPromoted = new Set(promoted);
  const isListed = ({ version, article }: AddedVersion) => isPromoted.has(version) && !withdrawn.has(article.id);
  await insertVersions(within, added, keptAt, isPromoted, isListed);
  await insertNames(within, names);
  const entries = await insertEntries(within, placedEntries(added));
  await insertPeople(within, added);
  const isAdded = new Set(added.map(({ version }) => version));
  const returning = await setReturning(
    within,
    promoted.filter((version) => !isAdded.has(version)),
  );
  const listed = new Set(added.filter(isListed).map(({ version }) => version));
  const gained = [
    ...entries.filter(({ version }) => listed.has(version)),
    ...(await entriesOfVersions(within, returning)),
  ];
  const embargoes = embargoesOf(steps, keptAt);
  await setEmbargoes(within, embargoes);
  await reserve(within, articlesToReserve(steps));
  await writeJournal(within, notesOfKeeping(steps, embargoes), keptAt);
  await changeIndex(within, { gained, lost }, listed.size + returning.length - unlisted.length);
  const changed = steps.flatMap(({ kind, version }) => (kind === 'unchanged' ? [] : [version]));
  return keptOf(steps, sizesOf([...entries, ...gained, ...reread], changed));
}

const HeldRow = z.object({
  article: z.string(),
  sha256: z.string(),
  n: z.number(),
  isCurrent: z.boolean(),
  reading: z.number(),
});
const LockedRow = z.object({ id: z.string(), isWithdrawn: z.boolean() });
const ListedRow = z.object({ n: z.number(), isListed: z.boolean() });

async function courseOf(
  within: Queries,
  met: readonly MetArticle[],
): Promise<{ readonly course: Course; readonly withdrawn: ReadonlySet<string> }> {
  const ids = [...new Set(met.map(({ read }) => read.article.id))].sort();
  await within.run(
    `INSERT INTO articles (id) SELECT id FROM unnest($1::text[]) AS id ORDER BY id COLLATE "C" ON CONFLICT DO NOTHING`,
    ids,
  );
  const locked = await within.rows(
    LockedRow,
    `SELECT id, withdrawn_at IS NOT NULL AS "isWithdrawn" FROM articles WHERE id = ANY ($1::text[])
     ORDER BY id FOR UPDATE`,
    ids,
  );
  const held = await within.rows(
    HeldRow,
    'SELECT article, sha256, n, is_current AS "isCurrent", reading FROM versions WHERE article = ANY ($1::text[])',
    ids,
  );
  const free = await freeNumbers(within, 'versions', met.length);
  return {
    course: new Course(held, () => free.shift() ?? Number.NaN),
    withdrawn: new Set(locked.filter(({ isWithdrawn }) => isWithdrawn).map(({ id }) => id)),
  };
}

async function insertVersions(
  within: Queries,
  added: readonly AddedVersion[],
  keptAt: string,
  promoted: ReadonlySet<number>,
  isListed: (version: AddedVersion) => boolean,
): Promise<void> {
  if (added.length === 0) return;
  await within.run(
    insertFromJson('versions', `${VERSION_COLUMNS}, is_current, is_listed, reading`),
    storableJson(
      added.map((version) => {
        const marks = [promoted.has(version.version), isListed(version), READING_VERSION];
        return [...versionValues(version, keptAt), ...marks];
      }),
    ),
  );
  await within.run(insertFromJson('texts', TEXT_COLUMNS), storableJson(added.map(textValues)));
}

/** Takes the current mark from these versions; gives those that were listed. */
async function setSuperseded(within: Queries, versions: readonly number[]): Promise<readonly number[]> {
  if (versions.length === 0) return [];
  const rows = await within.rows(
    ListedRow,
    'SELECT n, is_listed AS "isListed" FROM versions WHERE n = ANY ($1::bigint[])',
    versions,
  );
  await within.run('UPDATE versions SET is_current = false, is_listed = false WHERE n = ANY ($1::bigint[])', versions);
  return rows.filter(({ isListed }) => isListed).map(({ n }) => n);
}

/** Marks these versions as current again; gives those that are listed now. */
async function setReturning(within: Queries, versions: readonly number[]): Promise<readonly number[]> {
  if (versions.length === 0) return [];
  const rows = await within.rows(
    ListedRow,
    `UPDATE versions SET is_current = true, is_listed = articles.withdrawn_at IS NULL
     FROM articles WHERE articles.id = versions.article AND versions.n = ANY ($1::bigint[])
     RETURNING versions.n, versions.is_listed AS "isListed"`,
    versions,
  );
  return rows.filter(({ isListed }) => isListed).map(({ n }) => n);
}

async function insertNames(
  within: Queries,
  names: readonly (readonly [name: string, article: string])[],
): Promise<void> {
  if (names.length === 0) return;
  await within.run(`${insertFromJson('names', 'name, article')} ON CONFLICT DO NOTHING`, storableJson(names));
}

async function setEmbargoes(within: Queries, embargoes: readonly Embargo[]): Promise<void> {
  for (const { articleId, until } of embargoes) {
    await within.run('UPDATE articles SET embargo_until = $1 WHERE id = $2', until, articleId);
  }
}

function sizesOf(entries: readonly NumberedEntry[], versions: readonly number[]): ReadonlyMap<number, Size> {
  const sizes = new Map(versions.map((version) => [version, { quotations: 0, facts: 0 }]));
  for (const entry of new Map(entries.map((one) => [one.n, one])).values()) {
    const size = sizes.get(entry.version);
    if (size) size[isFact(entry) ? 'facts' : 'quotations'] += 1;
  }
  return sizes;
}
