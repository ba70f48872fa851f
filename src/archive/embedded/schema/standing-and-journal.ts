import { z } from 'zod';
import { articleId, canonicalUrl } from '../../../article/article-id.ts';
import { storableJson } from '../../keepable-text.ts';
import type { Connection } from '../connection.ts';
import { unlist } from '../listing.ts';

/** How articles stand, the names they are known by, which rules read them, and the log that is only added to. */
const TABLES = `
  ALTER TABLE articles ADD COLUMN corrected_at TEXT;
  ALTER TABLE articles ADD COLUMN correction TEXT;
  ALTER TABLE articles ADD COLUMN withdrawn_at TEXT;
  ALTER TABLE articles ADD COLUMN withdrawal TEXT;
  -- ISO 8601 in UTC with milliseconds, so that moments compare as text.
  ALTER TABLE articles ADD COLUMN embargo_until TEXT;
  -- A list in JSON; null is everywhere.
  ALTER TABLE articles ADD COLUMN channels TEXT;
  UPDATE articles SET corrected_at = state_at, correction = state_note WHERE state = 'corrected';
  UPDATE articles SET withdrawn_at = state_at, withdrawal = state_note WHERE state = 'withdrawn';
  ALTER TABLE articles DROP COLUMN state;
  ALTER TABLE articles DROP COLUMN state_at;
  ALTER TABLE articles DROP COLUMN state_note;
  CREATE INDEX embargoed ON articles (embargo_until) WHERE embargo_until IS NOT NULL;

  -- Whether the version is in the index and the counts: it is current, and its article is not withdrawn.
  ALTER TABLE versions ADD COLUMN is_listed INTEGER NOT NULL DEFAULT 0;
  UPDATE versions SET is_listed = is_current;
  -- The rules that read it; see READING_VERSION.
  ALTER TABLE versions ADD COLUMN reading INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX readings ON versions (reading) WHERE is_current = 1;
  -- Articles without an address are known again by their bytes.
  CREATE INDEX unaddressed ON versions (sha256) WHERE url IS NULL;
  -- Whether later rules no longer read it: it can be verified, and is in no index and no count.
  ALTER TABLE entries ADD COLUMN is_retired INTEGER NOT NULL DEFAULT 0;

  DROP VIEW searchable;
  CREATE VIEW searchable AS
    SELECT entries.n, entries.norm, entries.spk
    FROM entries JOIN versions ON versions.n = entries.version
    WHERE versions.is_listed = 1 AND entries.is_retired = 0;

  -- Entries in the index that not everybody may see: of articles that are embargoed or restricted.
  CREATE TABLE reserved (
    entry INTEGER PRIMARY KEY REFERENCES entries (n),
    article TEXT NOT NULL REFERENCES articles (id)
  ) STRICT;
  CREATE INDEX reserved_of ON reserved (article);

  -- Further names of articles; each article's own id is one that stands nowhere here.
  CREATE TABLE names (
    name TEXT PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE journal (
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who TEXT NOT NULL,
    deed TEXT NOT NULL,
    article TEXT,
    what TEXT,
    why TEXT
  ) STRICT;
  CREATE INDEX journal_of ON journal (article) WHERE article IS NOT NULL;
  CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
    BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
  CREATE TRIGGER journal_keeps BEFORE DELETE ON journal
    BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
  -- INSERT OR REPLACE would remove a line without asking the trigger above.
  CREATE TRIGGER journal_grows BEFORE INSERT ON journal WHEN EXISTS (SELECT 1 FROM journal WHERE n = new.n)
    BEGIN SELECT raise(ABORT, 'the log is only added to'); END;
`;

const Version = z.object({ n: z.number() });
const Addressed = z.object({ id: z.string(), url: z.string() });

/** Adds the tables; articles that were kept under an address as it was typed are known by its one spelling as well. */
export function addStandingAndJournal(connection: Connection): void {
  connection.execute(TABLES);
  const addressed = connection.rows(
    Addressed,
    'SELECT article AS id, url FROM versions WHERE is_current = 1 AND url IS NOT NULL',
  );
  const names = addressed
    .map(({ id, url }) => [articleId(canonicalUrl(url)), id] as const)
    .filter(([name, id]) => name !== id);
  connection.run(
    `INSERT OR IGNORE INTO names (name, article) SELECT value ->> 0, value ->> 1 FROM json_each(?)
     WHERE value ->> 0 NOT IN (SELECT id FROM articles)`,
    storableJson(names),
  );
  const withdrawn = connection.rows(
    Version,
    `SELECT versions.n FROM versions JOIN articles ON articles.id = versions.article
     WHERE is_current = 1 AND withdrawn_at IS NOT NULL`,
  );
  unlist(
    connection,
    withdrawn.map(({ n }) => n),
  );
}
