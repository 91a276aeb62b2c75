-- archive.sqlite: the truth of an archive. Everything else in the folder (index/) is derived from it and can be
-- rebuilt. Version 5. All text is UTF-8. A researcher may read it with plain SQL; the view `articles` is made for that.

-- What the archive says of itself: uuid, created, analyzer (the fingerprint its vocabulary was made under).
CREATE TABLE setting (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- One command that changed the archive. `finished` is NULL when it was cut short: what it had committed stands.
CREATE TABLE run (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  command   TEXT NOT NULL,
  started   TEXT NOT NULL,             -- UTC, ISO 8601
  finished  TEXT,
  added     INTEGER NOT NULL DEFAULT 0,
  updated   INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0,
  skipped   INTEGER NOT NULL DEFAULT 0,
  removed   INTEGER NOT NULL DEFAULT 0,
  undoes    INTEGER REFERENCES run,    -- the run that this one undid
  folder    TEXT NOT NULL DEFAULT ''   -- where its relative paths begin; empty when that is not known
) STRICT;

-- Records that a run refused, by reason ("broken_json", "no_text", …).
CREATE TABLE run_skip (
  run_id  INTEGER NOT NULL REFERENCES run,
  reason  TEXT NOT NULL,
  records INTEGER NOT NULL,
  PRIMARY KEY (run_id, reason)
) STRICT, WITHOUT ROWID;

-- Files and folders that `add` has read, and reads again when it is given no path.
CREATE TABLE place (
  path    TEXT PRIMARY KEY,            -- absolute, as it was given
  options TEXT NOT NULL,               -- how it is read, one a line: --source=Le Matin
  run_id  INTEGER NOT NULL REFERENCES run  -- that read it last
) STRICT, WITHOUT ROWID;

-- Sums over the rest, in one row, of which `hemero-index status` tells: they change with what they count, in one
-- transaction.
CREATE TABLE total (
  articles   INTEGER NOT NULL DEFAULT 0,
  removed    INTEGER NOT NULL DEFAULT 0,  -- articles without a current version
  versions   INTEGER NOT NULL DEFAULT 0,
  text_bytes INTEGER NOT NULL DEFAULT 0,  -- of the current titles and texts
  words      INTEGER NOT NULL DEFAULT 0,  -- occurrences in them
  surfaces   INTEGER NOT NULL DEFAULT 0   -- of the vocabulary that occur
) STRICT;

INSERT INTO total DEFAULT VALUES;

-- Where articles come from: a newspaper, an agency, a site.
CREATE TABLE source (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

-- The files that records were read from, as each run named them: relative paths begin in the run's folder. One that was
-- moved has its new path.
CREATE TABLE origin (
  id   INTEGER PRIMARY KEY,
  path TEXT NOT NULL
) STRICT;

-- Dictionaries of zstd, trained on the archive's own texts.
CREATE TABLE dictionary (
  id    INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- An article: its key tells it from all others; its content is its current version's. Of an article that was purged the
-- key is “purged:” and a hash of what it was.
CREATE TABLE article (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT NOT NULL UNIQUE,
  version_id INTEGER UNIQUE REFERENCES version DEFERRABLE INITIALLY DEFERRED  -- NULL while it is removed
) STRICT;

-- One state of an article. Versions are never changed; ids are never reused, and the id of a current version is its
-- docid in the index. `seq` numbers the committed batches: the index knows up to which one it has read.
CREATE TABLE version (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id    INTEGER NOT NULL REFERENCES article DEFERRABLE INITIALLY DEFERRED,
  seq           INTEGER NOT NULL,
  run_id        INTEGER NOT NULL REFERENCES run,
  title         TEXT NOT NULL,
  date          TEXT,                  -- of publication, as precise as known: 2021, 2021-08, 2021-08-11,
                                       -- 2021-08-11T18:03
  date_text     TEXT,                  -- as the record gave it, when that was something else
  authors       TEXT NOT NULL,         -- one name a line
  source_id     INTEGER REFERENCES source,
  section       TEXT NOT NULL,
  language      TEXT NOT NULL,
  url           TEXT NOT NULL,
  origin_id     INTEGER REFERENCES origin,
  keywords      TEXT NOT NULL,         -- one a line
  content_hash  BLOB NOT NULL,         -- 16 bytes, XXH3-128 of the fields above, the zones and the text
  zones         BLOB NOT NULL,         -- per zone of the text: its kind, its distance from the one before, its length
                                       -- (docs/format.md)
  text_bytes    INTEGER NOT NULL,      -- of the text before compression
  dictionary_id INTEGER REFERENCES dictionary,
  text          BLOB NOT NULL,         -- zstd
  ocr_confidence REAL                  -- of a text read from print by a machine: mean of its words' certainty, 0 to 1
) STRICT;

CREATE INDEX version_of_article ON version (article_id);
CREATE INDEX version_in_batch ON version (seq);
CREATE INDEX version_by_date ON version (date);
CREATE INDEX version_by_content ON version (content_hash);  -- made by a writer where an older one left it out

-- Articles taken back: no search finds them; their versions stay until they are purged. The last row of an article
-- without a current version says why it has none; one that came back keeps its rows.
CREATE TABLE removal (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article,
  version_id INTEGER NOT NULL,         -- that was current
  seq        INTEGER NOT NULL,         -- removals are committed in batches as versions are
  run_id     INTEGER NOT NULL REFERENCES run,
  reason     TEXT NOT NULL,
  lasting    INTEGER NOT NULL,         -- 1: `add` refuses the key; 0: a run was undone, the article may come again
  purged     TEXT                      -- when its versions were erased, UTC
) STRICT;

CREATE INDEX removal_of_article ON removal (article_id);
CREATE INDEX removal_in_batch ON removal (seq);

-- Every word as printed in the current versions, with the shapes under which queries find it. Ids are never reused:
-- token streams hold them. `occurrences` counts all, `inside` those inside a sentence, where a capital means a name.
CREATE TABLE vocabulary (
  id          INTEGER PRIMARY KEY,
  surface     TEXT NOT NULL,
  folded      TEXT NOT NULL,
  term        TEXT NOT NULL,
  occurrences INTEGER NOT NULL DEFAULT 0,
  inside      INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX vocabulary_folded ON vocabulary (folded);
CREATE INDEX vocabulary_term ON vocabulary (term);

-- What tells copies: eight numbers of each current version's text, 640 versions a block (docs/format.md).
CREATE TABLE signature_block (
  block      INTEGER PRIMARY KEY,      -- version ids from 640 * block on
  signatures BLOB NOT NULL             -- 24 bytes a version, zeros where it has none
) STRICT;

-- The current versions that have copies, each with the first published one of its cluster.
CREATE TABLE copy (
  version_id INTEGER PRIMARY KEY REFERENCES version,
  first_id   INTEGER NOT NULL REFERENCES version
) STRICT;

-- Lines that a site prints beside its articles, as people let the archive learn them (`hemero-index zones`): kept in
-- the texts, neither searched nor shown.
CREATE TABLE site_line (
  site TEXT NOT NULL,                  -- a host without “www.”, or the name of a source
  line TEXT NOT NULL,                  -- as one article printed it
  PRIMARY KEY (site, line)
) STRICT, WITHOUT ROWID;

-- The current articles, for people.
CREATE VIEW articles AS
  SELECT article.id, article.key, version.title, version.date, source.name AS source, version.section,
         version.authors, version.language, version.url, version.text_bytes, origin.path
  FROM article
  JOIN version ON version.id = article.version_id
  LEFT JOIN source ON source.id = version.source_id
  LEFT JOIN origin ON origin.id = version.origin_id;
