#include "common/store/catalogue/run_log.h"

#include <charconv>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::string_view undo_setting = "undo";  ///< there is such a setting while a run is being undone

std::optional<std::int64_t> integer_or_none(const sqlite::Statement& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return row.integer(column);
}

/// Tells of single articles what a run did to them. A run is over before the next begins: where the last change is the
/// run's, what others did came before.
class RunEffects {
 public:
  RunEffects(sqlite::Connection& connection, std::int64_t run)
      : run_(run),
        last_change_(connection.prepare(
            "SELECT version_id IS NOT NULL, CASE WHEN version_id IS NOT NULL "
            "THEN (SELECT run_id FROM version WHERE version.id = version_id) "
            "ELSE (SELECT run_id FROM removal WHERE article_id = article.id ORDER BY removal.id DESC LIMIT 1) END "
            "FROM article WHERE id = ?1")),
        before_(connection.prepare("SELECT max(id) FROM version WHERE article_id = ?1 AND run_id <> ?2")),
        removed_before_(connection.prepare(
            "SELECT lasting FROM removal WHERE article_id = ?1 AND version_id = ?2 AND run_id <> ?3")) {}

  /// The step for an article; nothing when there is nothing to do.
  std::optional<UndoStep> step(std::int64_t article) {
    UndoStep step{ArticleId(article)};
    bool exists = false;
    std::int64_t last_run = 0;
    last_change_.with(article).for_first([&](const sqlite::Statement& row) {
      exists = row.integer(0) != 0;
      last_run = row.integer(1);
    });
    if (last_run != run_) return step;
    step.action = UndoStep::Action::remove;
    std::optional<std::int64_t> version;
    before_.with(article, run_).for_first([&](const sqlite::Statement& row) { version = integer_or_none(row, 0); });
    const auto lasting = [&](const sqlite::Statement& row) { step.lasting = row.integer(0) != 0; };
    if (version && !removed_before_.with(article, *version, run_).for_first(lasting)) {
      step.action = UndoStep::Action::put_back;
      step.version = VersionId(static_cast<std::uint32_t>(*version));
    }
    if (step.action == UndoStep::Action::remove && !exists) return std::nullopt;
    return step;
  }

 private:
  std::int64_t run_;
  sqlite::Statement last_change_;
  sqlite::Statement before_;
  sqlite::Statement removed_before_;
};

}  // namespace

std::vector<RunRecord> read_runs(const ArchiveFolder& folder) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement rows = connection.prepare(
      "SELECT id, command, started, coalesce(finished, ''), added, updated, unchanged, removed, undoes, "
      "(SELECT max(id) FROM run later WHERE later.undoes = run.id) FROM run ORDER BY id");
  sqlite::Statement skips = connection.prepare("SELECT reason, records FROM run_skip WHERE run_id = ?1");
  sqlite::Statement titles = connection.prepare(
      "SELECT replace(title, char(10), ' ') FROM removal JOIN version ON version.id = removal.version_id "
      "WHERE removal.run_id = ?1 ORDER BY removal.id LIMIT 3");
  std::vector<RunRecord> runs;
  while (rows.step()) {
    RunRecord run{rows.integer(0),
                  std::string(rows.text(1)),
                  std::string(rows.text(2)),
                  std::string(rows.text(3)),
                  rows.integer(4),
                  rows.integer(5),
                  rows.integer(6),
                  rows.integer(7),
                  {},
                  {},
                  integer_or_none(rows, 8),
                  integer_or_none(rows, 9)};
    skips.with(run.id);
    while (skips.step()) run.skipped.emplace(skips.text(0), skips.integer(1));
    titles.with(run.id);
    while (titles.step()) run.removed_titles.emplace_back(titles.text(0));
    runs.push_back(std::move(run));
  }
  return runs;
}

void require_run(const ArchiveFolder& folder, std::int64_t run) {
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  sqlite::Statement find = connection.prepare("SELECT 1 FROM run WHERE id = ?1");
  if (!find.with(run).step())
    throw Error(ErrorCode::usage, message("there is no run {}", run), message("“hemero-index imports” lists them"));
}

std::vector<ArticleId> removed_by_undoing(const ArchiveFolder& folder, std::int64_t run) {
  require_run(folder, run);
  sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
  std::vector<ArticleId> removed;
  for (const UndoStep& step : steps_to_undo(connection, run))
    if (step.action == UndoStep::Action::remove) removed.push_back(step.article);
  return removed;
}

std::vector<UndoStep> steps_to_undo(sqlite::Connection& connection, std::int64_t run) {
  sqlite::Statement articles = connection.prepare(
      "SELECT article_id FROM version WHERE run_id = ?1 UNION SELECT article_id FROM removal WHERE run_id = ?1 "
      "ORDER BY 1");
  RunEffects effects(connection, run);
  std::vector<UndoStep> steps;
  articles.with(run);
  while (articles.step())
    if (const auto step = effects.step(articles.integer(0))) steps.push_back(*step);
  return steps;
}

std::optional<std::int64_t> pending_undo(sqlite::Connection& connection) {
  const auto note = find_setting(connection, undo_setting);
  if (!note) return std::nullopt;
  std::int64_t run = 0;
  std::from_chars(note->data(), note->data() + note->size(), run);
  return run;
}

void note_undo(sqlite::Connection& connection, std::optional<std::int64_t> run) {
  run ? write_setting(connection, undo_setting, std::to_string(*run)) : remove_setting(connection, undo_setting);
}

}  // namespace hemero
