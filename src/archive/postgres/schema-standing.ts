/** How articles stand, the names they are known by, which rules read them, and the log that is only added to. */
export const ADD_STANDING_AND_JOURNAL = `
  ALTER TABLE articles
    ADD COLUMN corrected_at text, ADD COLUMN correction text,
    ADD COLUMN withdrawn_at text, ADD COLUMN withdrawal text,
    ADD COLUMN embargo_until text COLLATE "C", ADD COLUMN channels text;
  UPDATE articles SET corrected_at = state_at, correction = state_note WHERE state = 'corrected';
  UPDATE articles SET withdrawn_at = state_at, withdrawal = state_note WHERE state = 'withdrawn';
  ALTER TABLE articles DROP COLUMN state, DROP COLUMN state_at, DROP COLUMN state_note;
  CREATE INDEX embargoed ON articles (embargo_until) WHERE embargo_until IS NOT NULL;

  ALTER TABLE versions
    ADD COLUMN is_listed boolean NOT NULL DEFAULT false,
    ADD COLUMN reading integer NOT NULL DEFAULT 0;
  UPDATE versions SET is_listed = is_current;
  CREATE INDEX readings ON versions (reading) WHERE is_current;
  CREATE INDEX unaddressed ON versions (sha256) WHERE url IS NULL;

  ALTER TABLE entries ADD COLUMN is_retired boolean NOT NULL DEFAULT false;

  CREATE TABLE reserved (
    entry bigint PRIMARY KEY REFERENCES entries (n),
    article text COLLATE "C" NOT NULL REFERENCES articles (id)
  );
  CREATE INDEX reserved_of ON reserved (article);

  CREATE TABLE names (
    name text COLLATE "C" PRIMARY KEY,
    article text COLLATE "C" NOT NULL REFERENCES articles (id)
  );

  CREATE TABLE journal (
    n bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at text NOT NULL,
    who text NOT NULL,
    deed text NOT NULL,
    article text COLLATE "C",
    what text,
    why text
  );
  CREATE INDEX journal_of ON journal (article, n) WHERE article IS NOT NULL;
  CREATE FUNCTION whosaid_keep_journal() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION 'the log is only added to'; END $$;
  CREATE TRIGGER journal_stays BEFORE UPDATE OR DELETE ON journal
    FOR EACH ROW EXECUTE FUNCTION whosaid_keep_journal();
  CREATE TRIGGER journal_keeps BEFORE TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION whosaid_keep_journal();
`;
