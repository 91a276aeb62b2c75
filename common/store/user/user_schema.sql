-- user.sqlite: what a reader keeps of an archive. It is no part of it, and no archive needs it. Version 1. All text is
-- UTF-8, times are UTC to the minute (ISO 8601).

-- A search that has a name, and what was told of it last.
CREATE TABLE saved_search (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE,
  request  TEXT NOT NULL,     -- which articles it means, as an address: q=gr%C3%A8ve&from=2019
  created  TEXT NOT NULL,
  told     TEXT NOT NULL,     -- when it was asked last what is new; at first, when it was saved
  articles INTEGER NOT NULL,  -- that it found then
  report   TEXT NOT NULL      -- the report of that (docs/json-output.md)
) STRICT;

-- A folder of articles that a reader has gathered.
CREATE TABLE dossier (
  id      INTEGER PRIMARY KEY,
  name    TEXT NOT NULL UNIQUE,
  created TEXT NOT NULL
) STRICT;

-- An article in it, known by its key, which an archive that is made anew gives it again.
CREATE TABLE dossier_article (
  dossier_id INTEGER NOT NULL REFERENCES dossier,
  key        TEXT NOT NULL,
  article_id INTEGER NOT NULL,  -- in the archive of the time when it was added
  content    TEXT NOT NULL,     -- its content hash then, in 32 hexadecimal digits
  added      TEXT NOT NULL,
  note       TEXT NOT NULL,     -- what the reader has to say of it; may be empty
  PRIMARY KEY (dossier_id, key)
) STRICT, WITHOUT ROWID;

-- A word by which the reader finds it again.
CREATE TABLE dossier_tag (
  dossier_id INTEGER NOT NULL,
  key        TEXT NOT NULL,
  tag        TEXT NOT NULL,
  PRIMARY KEY (dossier_id, key, tag),
  FOREIGN KEY (dossier_id, key) REFERENCES dossier_article ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
