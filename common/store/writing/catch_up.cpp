#include "common/store/writing/catch_up.h"

#include <fmt/format.h>

#include "common/store/catalogue/eraser.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/copies/copies_writer.h"
#include "common/store/writing/current_versions.h"
#include "common/store/writing/rebuild.h"

namespace hemero {

namespace {

/// Takes the versions out of the index that are no longer current because of a batch stored after the index was
/// published.
void take_out_replaced(OpenArchive& archive, VocabularyWriter& vocabulary, DerivedWriter& derived) {
  const SiteLines lines(archive.connection);
  ArticleReader reader(archive.connection, &lines);
  ArticleAnalyzer analyzer;
  sqlite::Statement replaced = archive.connection.prepare(
      fmt::format("SELECT id FROM version WHERE id <= {0} AND article_id IN (SELECT article_id FROM version "
                  "WHERE id > {0} UNION SELECT article_id FROM removal WHERE seq > ?1)",
                  last_version_of_batch));
  replaced.with(derived.last_batch());
  while (replaced.step()) {
    const auto old = reader.version(VersionId(replaced.integer(0)));
    if (!old) continue;
    const AnalyzedArticle analyzed = analyzer.analyze(old->article);
    derived.remove(old->version, old->article, analyzed, vocabulary.words(analyzed));
  }
}

}  // namespace

DerivedWriter open_caught_up(OpenArchive& archive) {
  if (purge_is_pending(archive.connection) || IndexFolder(archive.folder.index()).old_generation())
    Rebuild(archive).finish();
  DerivedWriter derived(archive, DerivedWriter::Start::from_current);
  const std::uint64_t stored = last_batch(archive.connection);
  if (derived.last_batch() == stored) return derived;
  // The words are counted and the copies found already.
  VocabularyWriter vocabulary(archive.connection, words_in(archive.options.memory_of_words()));
  take_out_replaced(archive, vocabulary, derived);
  for_each_current(archive, derived.last_batch(), [&](const StoredArticle& article, const AnalyzedArticle& analyzed) {
    derived.add(article.version, article.article, analyzed, vocabulary.words(analyzed));
  });
  derived.publish(stored, CopiesWriter(archive.connection).clusters());
  return derived;
}

}  // namespace hemero
