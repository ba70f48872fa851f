import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import { CHANGING_SCHEMA, type Database, type Queries } from './database.ts';
import { MIGRATIONS } from './schema.ts';

/**
 * What the schema holds: the version of whosaid's tables (null where there are none), and whether there is anything
 * else. What belongs to an extension is nobody's table.
 */
const Found = z.object({
  encoding: z.string(),
  schema: z.string().nullable(),
  isOurs: z.boolean(),
  others: z.number(),
});
const FOUND = `
  SELECT current_setting('server_encoding') AS encoding, current_schema() AS schema,
    to_regclass('whosaid_migrations') IS NOT NULL AS "isOurs",
    (SELECT count(*) FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
     WHERE nspname = current_schema() AND relkind IN ('r', 'p', 'v', 'm', 'f') AND relname <> 'whosaid_migrations'
       AND NOT EXISTS (SELECT FROM pg_depend WHERE pg_depend.objid = pg_class.oid AND deptype = 'e')) AS others`;
const Version = z.object({ version: z.number() });

/** Writers who stand before the same step are let in one by one, by this lock; each schema has its own. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('whosaid migrations in ' || current_schema()))`;

/**
 * Brings the store in this database to the present version, step by step, each step all or nothing. Any number of
 * instances may do so at once.
 */
export async function migrate(database: Database): Promise<void> {
  while (!(await isPresent(database, database.place))) {
    await database.transaction(async (within) => {
      await within.run(LOCK);
      // Somebody else may have taken this step while we waited.
      const version = await versionOf(within, database.place);
      const step = MIGRATIONS[version];
      if (step === undefined) return;
      await within.run(
        'CREATE TABLE IF NOT EXISTS whosaid_migrations (step integer PRIMARY KEY, at timestamptz NOT NULL)',
      );
      await within.run(step);
      await within.run('INSERT INTO whosaid_migrations (step, at) VALUES ($1, now())', version + 1);
    }, CHANGING_SCHEMA);
  }
}

/** Throws where the store in this database is not of the present version: a reader may not change it. */
export async function requirePresentVersion(database: Database): Promise<void> {
  const version = await versionOf(database, database.place);
  if (version === 0)
    throw new ArchiveError(`There is no archive in ${database.place} yet. Ingest articles into it first.`);
  if (version < MIGRATIONS.length) {
    throw new ArchiveError(
      `The archive in ${database.place} is of an older version. Start whosaid with it once to bring it up.`,
    );
  }
}

async function isPresent(queries: Queries, place: string): Promise<boolean> {
  return (await versionOf(queries, place)) === MIGRATIONS.length;
}

async function versionOf(queries: Queries, place: string): Promise<number> {
  const found = await queries.row(Found, FOUND);
  if (found?.encoding !== 'UTF8') {
    throw new ArchiveError(
      `The encoding of ${place} is ${found?.encoding}, which cannot hold every character. Create the database with ENCODING 'UTF8'.`,
    );
  }
  if (found.schema === null) {
    throw new ArchiveError(`The user sees no schema in ${place}. Create it, or mend search_path in the address.`);
  }
  if (!found.isOurs && found.others > 0) {
    throw new ArchiveError(
      `The schema ${found.schema} in ${place} holds other tables and no archive of whosaid. Give an empty database, or a schema of its own.`,
    );
  }
  if (!found.isOurs) return 0;
  const { version } = (await queries.row(
    Version,
    'SELECT coalesce(max(step), 0) AS version FROM whosaid_migrations',
  )) ?? { version: 0 };
  if (version > MIGRATIONS.length) {
    throw new ArchiveError(
      `The archive in ${place} was made by a newer whosaid. Update whosaid, or give another database.`,
    );
  }
  return version;
}
