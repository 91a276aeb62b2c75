#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/base/message.h"
#include "common/store/catalogue/selection.h"
#include "common/store/folder/archive_folder.h"
#include "indexer/ingest/extractor.h"
#include "indexer/ingest/source.h"

namespace hemero {

/// What `hemero-index` was asked to do, checked.
struct IndexerOptions {
  enum class Command { add, remove, purge, imports, export_all, status, rebuild, explain, zones, limits };
  enum class Format { text, json, jsonl };
  enum class Lines { list, learn, forget };  ///< what is done with the lines that sites repeat

  Command command = Command::status;
  ArchiveFolder archive;
  std::vector<std::string> paths;
  const hemero::Format* input = nullptr;  ///< of every file; nothing: each file tells
  ExtractOptions extract;
  InputLimits limits;
  unsigned jobs = 1;
  std::string rejects;  ///< file that gets the refused records; empty for none
  bool stop_on_error = false;
  bool dry_run = false;
  bool yes = false;             ///< what destroys is agreed to, and not asked about
  bool strict = false;          ///< exit 2 also for skipped records
  bool corrects_dates = false;  ///< the dates of updates replace those of publication
  bool restore = false;         ///< articles that were removed for good come back when they are added
  Selection selection;          ///< of articles to be removed
  std::string ids;     ///< file that lists more of the selection's ids; "-" for the standard input, empty for none
  std::string query;   ///< that finds more of them, in the language of hemero-query; empty for none
  std::string reason;  ///< why articles are removed
  std::optional<std::int64_t> undo;  ///< the run that is taken back
  std::string output = "-";          ///< file that an export goes to
  bool only_current = false;         ///< export current versions only
  std::string site;                  ///< whose lines; empty for all sites
  Lines lines = Lines::list;
  std::optional<std::uint64_t> least;    ///< articles that a line must stand in to be learnt
  std::vector<std::string> named_lines;  ///< to be learnt or forgotten; none: those that are frequent, or all
  Format format = Format::text;
};

/// The options of a command line, or the exit status when there is nothing to do (help and version were printed, or the
/// usage error).
struct ParsedOptions {
  std::optional<IndexerOptions> options;
  int exit_status = 0;
};

ParsedOptions parse_indexer_options(int argc, const char* const* argv);

}  // namespace hemero
