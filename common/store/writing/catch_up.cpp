#include "common/store/writing/catch_up.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/store/catalogue/eraser.h"
#include "common/store/catalogue/run_log.h"
#include "common/store/catalogue/site_lines.h"
#include "common/store/columns/column_table.h"
#include "common/store/copies/copies_writer.h"
#include "common/store/folder/batches.h"
#include "common/store/index/index_fit.h"
#include "common/store/writing/current_versions.h"
#include "common/store/writing/rebuild.h"
#include "common/store/writing/undo.h"

namespace hemero {

namespace {

/// Takes the versions out of the index that are no longer current because of a batch stored after the index was
/// published.
void take_out_replaced(OpenArchive& archive, VocabularyWriter& vocabulary, DerivedWriter& derived) {
  const SiteLines lines(archive.connection);
  Damages gone;  // of what goes, nobody is told
  ArticleReader reader(archive.connection, gone, &lines);
  ArticleAnalyzer analyzer;
  sqlite::Statement replaced = archive.connection.prepare(
      fmt::format("SELECT id FROM version WHERE id <= {0} AND article_id IN (SELECT article_id FROM version "
                  "WHERE id > {0} UNION SELECT article_id FROM removal WHERE seq > ?1)",
                  last_version_of_batch));
  replaced.with(derived.last_batch());
  while (replaced.step()) {
    const auto version = replaced.id<VersionId>(0);
    const auto old = reader.version(version);
    if (!old || !old->sound) {
      derived.remove(version);
      continue;
    }
    const AnalyzedArticle analyzed = analyzer.analyze(old->article);
    derived.remove(old->version, old->article, analyzed, vocabulary.words(analyzed));
  }
}

/// Whether an older program made the index, or parts of it.
bool is_old(const IndexFolder& folder) {
  const auto list = folder.list();
  return folder.old_generation() || (list && std::any_of(list->parts.begin(), list->parts.end(), [&](const Part& part) {
                                       return !std::filesystem::exists(folder.path() / part.folder / columns_file);
                                     }));
}

/// Makes anew what a purge or a rebuild that was cut short, or an older program, left.
void rebuild_first(OpenArchive& archive) {
  const IndexFolder folder(archive.folder.index());
  if (purge_is_pending(archive.connection) || rebuild_is_pending(folder, archive.connection) || is_old(folder))
    Rebuild(archive).finish();
  else
    end_rebuild(archive.connection);
}

void finish_undo(OpenArchive& archive, std::int64_t run) {
  Undo undo(archive, run);
  while (undo.next()) continue;
  undo.finish();
}

}  // namespace

DerivedWriter open_caught_up(OpenArchive& archive, std::optional<std::int64_t> undone) {
  rebuild_first(archive);
  if (const auto run = pending_undo(archive.connection); run && run != undone) finish_undo(archive, *run);
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
