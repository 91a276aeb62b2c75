#include "common/store/checking/catalogue_check.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/catalogue/dictionary_store.h"
#include "common/store/copies/copies_writer.h"
#include "common/store/folder/batches.h"
#include "common/store/folder/totals.h"
#include "common/store/index/index_fit.h"
#include "common/store/vocabulary/word_shapes.h"
#include "common/text/analyzer.h"

namespace hemero {

namespace {

constexpr const char* file = "archive.sqlite";

/// Calls `take` with each row; where SQLite cannot read them all, that is found.
class CatalogueLook {
 public:
  CatalogueLook(sqlite::Connection& connection, const FindingSender& sender)
      : connection_(connection), sender_(sender) {}

  void check() {
    tried(Damaged::catalogue, [this] { check_pages(); });
    tried(Damaged::catalogue, [this] { check_rows(); });
    tried(Damaged::catalogue, [this] { check_dictionaries(); });
    tried(Damaged::derived, [this] { check_totals(); });
    tried(Damaged::derived, [this] { check_words(); });
  }

 private:
  void tried(Damaged part, const std::function<void()>& look) {
    try {
      look();
    } catch (const Error& error) {
      if (error.code() != ErrorCode::bad_data) throw;
      found(part, error.message());
    }
  }

  void found(Damaged part, const std::string& what) { sender_.found({part, file, {}, what}); }

  void check_pages() {
    sqlite::Statement problems = connection_.prepare("PRAGMA integrity_check(20)");
    while (problems.step())
      if (problems.text(0) != "ok") found(Damaged::catalogue, std::string(problems.text(0)));
    sqlite::Statement references = connection_.prepare("PRAGMA foreign_key_check");
    while (references.step())
      found(Damaged::catalogue,
            message("a row of “{}” refers to none of “{}”", references.text(0), references.text(2)));
  }

  /// What nothing else stands beside must be in the form that is written.
  void check_rows() {
    const struct {
      const char* sql;
      const char* table;
    } rows[] = {
        {"SELECT 1 FROM version WHERE seq < (SELECT seq FROM version earlier WHERE earlier.id < version.id "
         "ORDER BY earlier.id DESC LIMIT 1) LIMIT 1",
         "version"},
        {"SELECT 1 FROM run WHERE started IS NOT strftime('%Y-%m-%dT%H:%M:%SZ', started) LIMIT 1", "run"},
        {"SELECT 1 FROM run WHERE finished IS NOT strftime('%Y-%m-%dT%H:%M:%SZ', finished) LIMIT 1", "run"},
        {"SELECT 1 FROM article JOIN version ON version.id = version_id WHERE article_id <> article.id LIMIT 1",
         "article"},
        {"SELECT 1 FROM article WHERE version_id IS NULL AND id NOT IN (SELECT article_id FROM removal) LIMIT 1",
         "article"},
        {"SELECT 1 FROM removal WHERE lasting NOT IN (0, 1) LIMIT 1", "removal"},
        {"SELECT 1 FROM removal JOIN version ON version.id = version_id WHERE version.article_id <> removal.article_id "
         "LIMIT 1",
         "removal"},
    };
    for (const auto& row : rows)
      if (connection_.prepare(row.sql).for_first([](const auto&) {}))
        found(Damaged::catalogue, message("a row of “{}” is not as it was written", row.table));
  }

  void check_dictionaries() {
    sqlite::Statement ids = connection_.prepare("SELECT DISTINCT abs(id) FROM dictionary");
    while (ids.step())
      if (!dictionary_is_sound(connection_, ids.integer(0)))
        found(Damaged::catalogue, message("a dictionary of its texts is not what it was"));
  }

  void check_totals() {
    const Totals kept = read_totals(connection_);
    Totals counted;
    const auto count = [&](std::string_view sql) {
      std::int64_t value = 0;
      connection_.prepare(sql).for_first([&](const sqlite::Statement& row) { value = row.integer(0); });
      return value;
    };
    counted.articles = count("SELECT count(version_id) FROM article");
    counted.removed = count("SELECT count(*) FROM article WHERE version_id IS NULL");
    counted.versions = count("SELECT count(*) FROM version");
    counted.text_bytes = count(
        "SELECT coalesce(sum(text_bytes + length(CAST(title AS BLOB))), 0) FROM article JOIN version "
        "ON version.id = version_id");
    counted.words = count("SELECT coalesce(sum(occurrences), 0) FROM vocabulary");
    counted.surfaces = count("SELECT count(*) FROM vocabulary WHERE occurrences > 0");
    if (!(kept == counted)) found(Damaged::derived, message("its sums are not those of what it holds"));
  }

  /// Every word must be found by its shapes, and belong to the first of its family.
  void check_words() {
    ShapeBlocks folded(connection_, WordShape::folded);
    ShapeBlocks terms(connection_, WordShape::term);
    Analyzer analyzer;
    std::unordered_map<std::string, std::uint32_t> families;
    sqlite::Statement words = connection_.prepare("SELECT id, surface, family FROM word ORDER BY id");
    std::uint64_t lost = 0;
    while (words.step()) {
      const auto id = words.id<std::uint32_t>(0);
      const WordForm form = analyzer.analyze(words.text(1));
      const auto [family, is_new] = families.try_emplace(form.term, id);
      lost += !holds(folded.find(form.folded), id) || !holds(terms.find(form.term), id) ||
              words.id<std::uint32_t>(2) != family->second;
    }
    if (lost > 0) found(Damaged::derived, message("{} words are not found by what finds words", lost));
  }

  static bool holds(const std::vector<std::uint32_t>& ids, std::uint32_t id) {
    return std::binary_search(ids.begin(), ids.end(), id);
  }

  sqlite::Connection& connection_;
  const FindingSender& sender_;
};

/// What the index has of the clusters, and under which name; nothing where it is not to be compared, or damaged, which
/// others find.
std::optional<std::pair<std::string, std::string>> clusters_of(const IndexFolder& index,
                                                               sqlite::Connection& connection) {
  try {
    const auto list = index.list();
    if (!list || list->batch != last_batch(connection) || index_fit(*list, connection) != IndexFit::exact)
      return std::nullopt;
    return std::pair("index/" + list->copies, read_clusters(index, *list));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data && error.code() != ErrorCode::io) throw;
    return std::nullopt;
  }
}

/// The clusters of the index are those of the catalogue.
void check_copies(const ArchiveFolder& folder, sqlite::Connection& connection, const FindingSender& sender) {
  const auto clusters = clusters_of(IndexFolder(folder.index()), connection);
  if (clusters && clusters->second != encode_clusters(CopiesWriter(connection).clusters()))
    sender.found({Damaged::derived, clusters->first, {}, message("its copies are not those of the catalogue")});
}

}  // namespace

void check_catalogue(const ArchiveFolder& folder, const FindingSender& sender) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  const sqlite::Transaction snapshot(connection, sqlite::Transaction::Kind::read);
  CatalogueLook(connection, sender).check();
  check_copies(folder, connection, sender);
}

}  // namespace hemero
