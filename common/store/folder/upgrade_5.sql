-- Format 5 → 6: the address of an article stands in the frame of its text, and words are found by blocks of their
-- shapes. What SQL alone cannot make, the blocks, is made in the same transaction (common/store/writing/upgrade.h).

DROP VIEW articles;
DROP INDEX version_in_batch;

CREATE TABLE batch (
  seq   INTEGER PRIMARY KEY,
  stamp INTEGER NOT NULL
) STRICT;

CREATE TABLE address_block (
  block   INTEGER PRIMARY KEY,
  numbers BLOB NOT NULL
) STRICT;

CREATE TABLE word (
  id          INTEGER PRIMARY KEY,
  surface     TEXT NOT NULL,
  family      INTEGER NOT NULL,
  occurrences INTEGER NOT NULL,
  inside      INTEGER NOT NULL
) STRICT;
INSERT INTO word
  SELECT id, surface, min(id) OVER (PARTITION BY term), occurrences, inside FROM vocabulary ORDER BY id;
DROP TABLE vocabulary;

CREATE TABLE word_change (
  id          INTEGER PRIMARY KEY,
  occurrences INTEGER NOT NULL,
  inside      INTEGER NOT NULL
) STRICT;

CREATE TABLE word_block (
  list  INTEGER NOT NULL,
  first TEXT NOT NULL,
  words BLOB NOT NULL,
  PRIMARY KEY (list, first)
) STRICT, WITHOUT ROWID;

CREATE VIEW vocabulary AS
  SELECT word.id, surface, family, word.occurrences + coalesce(word_change.occurrences, 0) AS occurrences,
         word.inside + coalesce(word_change.inside, 0) AS inside
  FROM word
  LEFT JOIN word_change ON word_change.id = word.id;

CREATE VIEW articles AS
  SELECT article.id, article.key, version.title, version.date, source.name AS source, version.section,
         version.authors, version.language, version.text_bytes, origin.path
  FROM article
  JOIN version ON version.id = article.version_id
  LEFT JOIN source ON source.id = version.source_id
  LEFT JOIN origin ON origin.id = version.origin_id;
