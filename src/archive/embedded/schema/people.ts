/** Who is credited in which version, and what the desk has ruled about them. */
export const ADD_PEOPLE = `
  CREATE TABLE people (
    version INTEGER NOT NULL REFERENCES versions (n),
    name TEXT NOT NULL,
    printed TEXT NOT NULL,
    -- As in versions: '' where it is not given.
    published TEXT NOT NULL,
    passages INTEGER NOT NULL,
    roles TEXT NOT NULL,
    PRIMARY KEY (version, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX appearances ON people (name, published DESC, version);
  -- Names of versions that are no longer current may stand here as well.
  CREATE TABLE name_words (word TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, name)) STRICT, WITHOUT ROWID;

  CREATE TABLE rulings (
    n INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    one_name TEXT NOT NULL,
    other_name TEXT NOT NULL,
    one TEXT NOT NULL,
    other TEXT NOT NULL,
    why TEXT,
    who TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX rulings_on_one ON rulings (one_name);
  CREATE INDEX rulings_on_other ON rulings (other_name);
  CREATE TABLE undone_rulings (
    ruling INTEGER PRIMARY KEY REFERENCES rulings (n),
    who TEXT NOT NULL,
    at TEXT NOT NULL
  ) STRICT;
  CREATE TRIGGER rulings_stay BEFORE UPDATE ON rulings BEGIN SELECT raise(ABORT, 'rulings are only added to'); END;
  CREATE TRIGGER rulings_keep BEFORE DELETE ON rulings BEGIN SELECT raise(ABORT, 'rulings are only added to'); END;
`;
