#include "common/store/writing/rebuild.h"

#include "common/store/catalogue/eraser.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/copies/copies_writer.h"
#include "common/store/folder/batches.h"
#include "common/store/index/index_fit.h"
#include "common/store/vocabulary/vocabulary_writer.h"
#include "common/store/writing/current_versions.h"
#include "common/store/writing/derived_writer.h"
#include "common/text/analyzer.h"

namespace hemero {

Rebuild::Rebuild(OpenArchive& archive)
    : archive_(archive), change_(archive.connection, sqlite::Transaction::Kind::write) {}

void Rebuild::learn_lines(const std::string& site, const std::vector<std::string>& lines) {
  write_site_lines(archive_.connection, site, lines);
}

bool Rebuild::finish() {
  sqlite::Connection& connection = archive_.connection;
  VocabularyWriter vocabulary(connection, words_in(archive_.options.memory_of_words()));
  CopiesWriter copies(connection);
  DerivedWriter derived(archive_, DerivedWriter::Start::from_nothing);
  vocabulary.start_afresh();
  copies.start_afresh();
  for_each_current(archive_, 0, [&](const StoredArticle& stored, const AnalyzedArticle& analyzed) {
    const auto words = vocabulary.words(analyzed);
    vocabulary.count(analyzed, words, +1);
    const std::string_view codes = derived.add(stored.version, stored.article, analyzed, words);
    copies.add(stored.version, analyzed.signature, codes);
  });
  vocabulary.flush();
  copies.settle(derived.streams());
  write_setting(connection, "analyzer", Analyzer::fingerprint());
  note_rebuild(IndexFolder(archive_.folder.index()), connection);
  stamp_anew(connection);
  change_.commit();
  derived.publish(last_batch(connection), copies.clusters());
  end_rebuild(connection);
  connection.checkpoint();
  return !purge_is_pending(connection) || wipe_erased(connection);
}

}  // namespace hemero
