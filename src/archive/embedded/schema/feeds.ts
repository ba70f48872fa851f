/** Tables for what is known of watched feeds and of their items. */
export const ADD_FEEDS = `
  CREATE TABLE feeds (
    feed TEXT PRIMARY KEY,
    -- JSON: what nobody searches by.
    state TEXT NOT NULL,
    next_at TEXT NOT NULL,
    holder TEXT,
    held_until TEXT
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE feed_items (
    feed TEXT NOT NULL,
    item TEXT NOT NULL,
    mark TEXT NOT NULL,
    validators TEXT NOT NULL,
    failures INTEGER NOT NULL,
    at TEXT NOT NULL,
    PRIMARY KEY (feed, item)
  ) STRICT, WITHOUT ROWID;
`;
