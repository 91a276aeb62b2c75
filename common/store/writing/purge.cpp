#include "common/store/writing/purge.h"

#include "common/store/catalogue/catalogue_writer.h"
#include "common/store/catalogue/eraser.h"
#include "common/store/folder/durable_file.h"
#include "common/store/related/word_vectors.h"
#include "common/store/vocabulary/vocabulary_writer.h"
#include "common/store/writing/rebuild.h"

namespace hemero {

Purge::Purge(OpenArchive& archive) : archive_(archive), run_(std::in_place, archive, "purge") {}

PurgeOutcome Purge::finish(const RunCounts& counts) {
  run_->finish(counts);
  run_.reset();
  sqlite::Connection& connection = archive_.connection;
  remove_file(word_vectors_file(archive_.folder));  // it has words of what is erased
  Rebuild rebuild(archive_);
  const std::uint64_t articles = erase_removed(connection);
  VocabularyWriter(connection).forget_unused();
  CatalogueWriter(connection).forget_erased(archive_.damages);
  note_purge(connection, true);
  return {articles, rebuild.finish()};
}

}  // namespace hemero
