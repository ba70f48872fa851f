import { z } from 'zod';
import { ArchiveError } from '../archive.ts';
import type { Connection } from './connection.ts';
import { ADD_FEEDS } from './schema/feeds.ts';
import { ADD_PEOPLE } from './schema/people.ts';
import { addSameWords } from './schema/same-words.ts';
import { addStandingAndJournal } from './schema/standing-and-journal.ts';

/** Marks a database file as ours: "whos" in ASCII (sqlite.org/pragma.html#pragma_application_id). */
const APPLICATION_ID = 0x77686f73;

/** Statements to be run as they are, or what else is to be done. */
type Step = string | ((connection: Connection) => void);

/**
 * The steps by which the store came to be as it is: step n leads to schema version n. A step that has been released
 * is never changed; a new one is added below it.
 */
const MIGRATIONS: readonly Step[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  -- How many current articles and their quotations and facts there are: counting them takes too long.
  CREATE TABLE tallies (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  INSERT INTO tallies VALUES ('articles', 0), ('quotations', 0), ('facts', 0);

  CREATE TABLE articles (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL DEFAULT 'live',
    state_at TEXT,
    state_note TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE versions (
    n INTEGER PRIMARY KEY,
    article TEXT NOT NULL REFERENCES articles (id),
    sha256 TEXT NOT NULL,
    is_current INTEGER NOT NULL,
    headline TEXT, outlet TEXT, byline TEXT, published_at TEXT, updated_at TEXT, url TEXT, language TEXT,
    kept_at TEXT NOT NULL,
    -- published_at, or '' where it is not given: sorts after every date when the newest come first.
    published TEXT NOT NULL,
    -- The normalised words of outlet and headline, with a blank before and after each.
    in_words TEXT NOT NULL,
    UNIQUE (article, sha256)
  ) STRICT;
  CREATE UNIQUE INDEX current_version ON versions (article) WHERE is_current = 1;
  CREATE UNIQUE INDEX newest_versions ON versions (published DESC, article) WHERE is_current = 1;

  -- Apart from the versions, so that a look through mastheads does not read whole articles.
  CREATE TABLE texts (
    version INTEGER PRIMARY KEY REFERENCES versions (n),
    text TEXT NOT NULL,
    paragraphs TEXT NOT NULL
  ) STRICT;

  CREATE TABLE entries (
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version INTEGER NOT NULL REFERENCES versions (n),
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    spans TEXT NOT NULL,
    speaker TEXT,
    status TEXT NOT NULL,
    printed_source TEXT NOT NULL,
    rule TEXT NOT NULL,
    norm TEXT NOT NULL,
    spk TEXT NOT NULL
  ) STRICT;
  CREATE INDEX printed_order ON entries (version, place, kind);

  CREATE VIEW searchable AS
    SELECT entries.n, entries.norm, entries.spk
    FROM entries JOIN versions ON versions.n = entries.version
    WHERE versions.is_current = 1;
  -- Words are folded before they come here. The ascii tokenizer leaves all other scripts as they are; the four marks
  -- are those of ASCII that a normalised word may hold (4.5, and ⑴ folded to (1)).
  CREATE VIRTUAL TABLE search USING fts5 (
    norm, spk, content = 'searchable', content_rowid = 'n', tokenize = "ascii tokenchars '.,()'"
  );

  -- What the index itself says of its words, to check the counts below against.
  CREATE VIRTUAL TABLE indexed_words USING fts5vocab (search, row);

  CREATE TABLE terms (term TEXT PRIMARY KEY, df INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE term_del (del TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (del, term)) STRICT, WITHOUT ROWID;

  CREATE TABLE shares (
    n INTEGER PRIMARY KEY,
    excerpt TEXT NOT NULL REFERENCES entries (id),
    channel TEXT NOT NULL,
    ts TEXT NOT NULL,
    shared_by TEXT NOT NULL,
    shared_at TEXT NOT NULL,
    UNIQUE (excerpt, channel, ts)
  ) STRICT;

  CREATE TABLE claims (key TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE INDEX claims_by_age ON claims (at);
  `,
  addSameWords,
  ADD_FEEDS,
  ADD_PEOPLE,
  addStandingAndJournal,
];

const Pragma = z.object({ application_id: z.number(), user_version: z.number(), tables: z.number() });

function stateOf(connection: Connection): z.infer<typeof Pragma> {
  const state = connection.row(
    Pragma,
    `SELECT application_id, user_version, (SELECT count(*) FROM sqlite_schema) AS tables
     FROM pragma_application_id, pragma_user_version`,
  );
  if (!state) throw new ArchiveError('The archive does not say which version it has.');
  return state;
}

/**
 * Brings the store in this folder to the present version, step by step, each step all or nothing.
 *
 * @param to a version before the present one, for tests of what an older whosaid left behind
 */
export function migrate(connection: Connection, folder: string, to = MIGRATIONS.length): void {
  refuseForeign(connection, folder);
  for (let version = stateOf(connection).user_version; version < to; version++) {
    connection.transaction(() => {
      const step = MIGRATIONS[version] ?? '';
      if (typeof step === 'string') connection.execute(step);
      else step(connection);
      connection.execute(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version + 1}`);
    });
  }
}

/** Throws where the store in this folder is not of the present version: a reader may not change it. */
export function requirePresentVersion(connection: Connection, folder: string): void {
  refuseForeign(connection, folder);
  const version = stateOf(connection).user_version;
  if (version === 0) throw new ArchiveError(`There is no archive in ${folder} yet. Ingest articles into it first.`);
  if (version < MIGRATIONS.length) {
    throw new ArchiveError(
      `The archive in ${folder} is of an older version. Start whosaid with it once to bring it up.`,
    );
  }
}

function refuseForeign(connection: Connection, folder: string): void {
  const state = stateOf(connection);
  if (state.application_id !== APPLICATION_ID && state.tables > 0) {
    throw new ArchiveError(`The file whosaid.db in ${folder} is not an archive of whosaid. Give another folder.`);
  }
  if (state.user_version > MIGRATIONS.length) {
    throw new ArchiveError(
      `The archive in ${folder} was made by a newer whosaid. Update whosaid, or give another folder.`,
    );
  }
}
