#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// A command that changed the archive, as it is on record.
struct RunRecord {
  std::int64_t id = 0;
  std::string command;
  std::string started;   ///< UTC, ISO 8601
  std::string finished;  ///< empty when it was cut short
  std::int64_t added = 0;
  std::int64_t updated = 0;
  std::int64_t unchanged = 0;
  std::int64_t removed = 0;
  std::map<std::string, std::int64_t> skipped;  ///< by reason
  std::vector<std::string> removed_titles;      ///< of its first removals, as far as they are not erased; on one line
  std::optional<std::int64_t> undoes;           ///< the run that this one undid
  std::optional<std::int64_t> undone_by;        ///< the last run that undid this one
};

/// All runs, oldest first.
std::vector<RunRecord> read_runs(const ArchiveFolder& folder);

/// Throws Error (usage) when there was no such run.
void require_run(const ArchiveFolder& folder, std::int64_t run);

/// The articles that undoing a run would remove. Throws as require_run().
std::vector<ArticleId> removed_by_undoing(const ArchiveFolder& folder, std::int64_t run);

/// What undoing a run means for one article that the run changed.
struct UndoStep {
  enum class Action {
    remove,    ///< it did not exist before, or was removed
    put_back,  ///< it had another version before
    leave,     ///< a later run has changed it, and stands
  };
  ArticleId article{};
  Action action = Action::leave;
  VersionId version{};   ///< to be put back
  bool lasting = false;  ///< to be removed as it was before, for good
};

/// The steps that take back what a run did, by article. An article that is already as it was before has none.
std::vector<UndoStep> steps_to_undo(sqlite::Connection& connection, std::int64_t run);

/// The run that is being undone, or was when that was cut short.
std::optional<std::int64_t> pending_undo(sqlite::Connection& connection);

/// Notes which run is being undone; nothing when none is any more. Inside the caller's transaction, if there is one.
void note_undo(sqlite::Connection& connection, std::optional<std::int64_t> run);

}  // namespace hemero
