-- Format 2 → 3: articles may be removed. Done once, in one transaction, by the first program that writes to the
-- archive.

DROP VIEW articles;

CREATE TABLE article_3 (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  key        TEXT NOT NULL UNIQUE,
  version_id INTEGER UNIQUE REFERENCES version DEFERRABLE INITIALLY DEFERRED
) STRICT;
INSERT INTO article_3 SELECT id, key, version_id FROM article;
DROP TABLE article;
ALTER TABLE article_3 RENAME TO article;

ALTER TABLE run ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;
ALTER TABLE run ADD COLUMN undoes INTEGER REFERENCES run;

CREATE TABLE removal (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article,
  version_id INTEGER NOT NULL,
  seq        INTEGER NOT NULL,
  run_id     INTEGER NOT NULL REFERENCES run,
  reason     TEXT NOT NULL,
  lasting    INTEGER NOT NULL,
  purged     TEXT
) STRICT;
CREATE INDEX removal_of_article ON removal (article_id);
CREATE INDEX removal_in_batch ON removal (seq);

CREATE TABLE site_line (
  site TEXT NOT NULL,
  line TEXT NOT NULL,
  PRIMARY KEY (site, line)
) STRICT, WITHOUT ROWID;

CREATE VIEW articles AS
  SELECT article.id, article.key, version.title, version.date, source.name AS source, version.section,
         version.authors, version.language, version.url, version.text_bytes, origin.path
  FROM article
  JOIN version ON version.id = article.version_id
  LEFT JOIN source ON source.id = version.source_id
  LEFT JOIN origin ON origin.id = version.origin_id;
