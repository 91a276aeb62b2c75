#include "common/store/writing/catch_up.h"

#include "common/store/catalogue/eraser.h"
#include "common/store/copies/copies_writer.h"
#include "common/store/writing/current_versions.h"
#include "common/store/writing/rebuild.h"

namespace hemero {

namespace {

/// Takes the versions out of the index that are no longer current because of a batch stored after this one.
void take_out_replaced(OpenArchive& archive, std::uint64_t after_batch, DerivedWriter& derived) {
  sqlite::Statement replaced = archive.connection.prepare(
      "SELECT id FROM version WHERE seq <= ?1 AND article_id IN "
      "(SELECT article_id FROM version WHERE seq > ?1 UNION SELECT article_id FROM removal WHERE seq > ?1)");
  replaced.with(after_batch);
  while (replaced.step()) derived.remove(VersionId(replaced.integer(0)));
}

}  // namespace

DerivedWriter open_caught_up(OpenArchive& archive) {
  if (purge_is_pending(archive.connection)) Rebuild(archive).finish();
  DerivedWriter derived(archive, IndexWriter::Start::from_current);
  const std::uint64_t stored = last_batch(archive.connection);
  if (derived.last_batch() == stored) return derived;
  take_out_replaced(archive, derived.last_batch(), derived);
  VocabularyWriter vocabulary(archive.connection);  // the words are counted and the copies found already
  for_each_current(archive, derived.last_batch(), [&](const StoredArticle& article, const AnalyzedArticle& analyzed) {
    derived.add(article.version, article.article, analyzed, vocabulary.words(analyzed));
  });
  derived.publish(stored, CopiesWriter(archive.connection).clusters());
  return derived;
}

}  // namespace hemero
