-- Format 4 → 5: places are remembered, runs know their folder, and sums are kept.

ALTER TABLE run ADD COLUMN folder TEXT NOT NULL DEFAULT '';

CREATE TABLE place (
  path    TEXT PRIMARY KEY,
  options TEXT NOT NULL,
  run_id  INTEGER NOT NULL REFERENCES run
) STRICT, WITHOUT ROWID;

CREATE INDEX version_by_date ON version (date);

CREATE TABLE total (
  articles   INTEGER NOT NULL DEFAULT 0,
  removed    INTEGER NOT NULL DEFAULT 0,
  versions   INTEGER NOT NULL DEFAULT 0,
  text_bytes INTEGER NOT NULL DEFAULT 0,
  words      INTEGER NOT NULL DEFAULT 0,
  surfaces   INTEGER NOT NULL DEFAULT 0
) STRICT;
INSERT INTO total
  SELECT (SELECT count(version_id) FROM article),
         (SELECT count(*) FROM article WHERE version_id IS NULL),
         (SELECT count(*) FROM version),
         (SELECT coalesce(sum(text_bytes + length(CAST(title AS BLOB))), 0)
          FROM article JOIN version ON version.id = version_id),
         (SELECT coalesce(sum(occurrences), 0) FROM vocabulary),
         (SELECT count(*) FROM vocabulary WHERE occurrences > 0);
