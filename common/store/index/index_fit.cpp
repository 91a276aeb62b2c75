#include "common/store/index/index_fit.h"

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/archive_folder.h"
#include "common/store/folder/batches.h"
#include "common/text/analyzer.h"

namespace hemero {

namespace {

constexpr std::string_view note_name = "rebuild";  ///< the setting that says which index is replaced, by its stamp

std::string note_of(std::uint64_t stamp) { return fmt::format("{:016x}", stamp); }

/// Whether the index is the one of which the catalogue notes that a rebuild replaces it.
bool is_replaced(const PartList& list, sqlite::Connection& connection) {
  const auto note = find_setting(connection, note_name);
  return note && *note == note_of(list.stamp);
}

bool is_older_or_same(const PartList& list, sqlite::Connection& connection) {
  return list.archive == read_setting(connection, "uuid") && list.batch <= last_batch(connection);
}

/// What a list says of itself fits, whatever the analysis.
bool is_of_this_catalogue(const PartList& list, sqlite::Connection& connection) {
  return is_older_or_same(list, connection) && list.stamp == stamp_of(connection, list.batch);
}

}  // namespace

IndexFit index_fit(const PartList& list, sqlite::Connection& connection) {
  const bool exact = is_of_this_catalogue(list, connection);
  if (!exact && (!is_older_or_same(list, connection) || !is_replaced(list, connection))) return IndexFit::other_state;
  const auto analysis = Analyzer::fingerprint();
  if (list.analyzer != analysis || read_setting(connection, "analyzer") != analysis) return IndexFit::other_analysis;
  return exact ? IndexFit::exact : IndexFit::replaced;
}

void require_fit(const PartList& list, const IndexFolder& folder, sqlite::Connection& connection) {
  const IndexFit fit = index_fit(list, connection);
  if (fit == IndexFit::other_state)
    throw Error(ErrorCode::other_version,
                message("the index in {} belongs to another state of the archive", folder.path().string()),
                message("run “hemero-index rebuild”"));
  if (fit == IndexFit::other_analysis)
    throw Error(ErrorCode::other_version,
                message("the index in {} was made by another version", folder.path().string()),
                message("run “hemero-index rebuild”"));
}

void note_rebuild(const IndexFolder& folder, sqlite::Connection& connection) {
  std::string note;
  if (const auto list = folder.readable_list()) {
    const bool fits = is_of_this_catalogue(*list, connection) || is_replaced(*list, connection);
    if (fits) note = note_of(list->stamp);
  } else if (folder.old_generation()) {
    note = note_of(0);
  }
  write_setting(connection, note_name, note);
}

bool rebuild_is_pending(const IndexFolder& folder, sqlite::Connection& connection) {
  if (!find_setting(connection, note_name)) return false;
  const auto list = folder.readable_list();
  return !list || !is_of_this_catalogue(*list, connection);
}

void end_rebuild(sqlite::Connection& connection) { remove_setting(connection, note_name); }

}  // namespace hemero
