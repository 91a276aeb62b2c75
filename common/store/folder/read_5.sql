-- A catalogue of format 5 under the names of format 6, for a connection that only reads. Its words are found by the
-- indexes of their columns (common/store/vocabulary/word_shapes.h), an address by reading all of them.

CREATE TEMP VIEW vocabulary AS
  SELECT id, surface, (SELECT min(same.id) FROM main.vocabulary AS same WHERE same.term = word.term) AS family,
         occurrences, inside
  FROM main.vocabulary AS word;
