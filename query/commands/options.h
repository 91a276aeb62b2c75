#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/store/folder/archive_folder.h"
#include "query/answer/searcher.h"

namespace hemero {

/// What `hemero-query` was asked to do, checked.
struct QueryOptions {
  enum class Command : std::uint8_t { search, show, similar, explain, terms, batch };
  enum class Format : std::uint8_t { text, json, jsonl, trec };

  Command command = Command::search;
  ArchiveFolder archive;
  SearchRequest request;
  bool only_count = false;
  bool only_ids = false;  ///< the number of each article that matches, nothing else
  bool synonyms = false;
  std::uint32_t article = 0;             ///< to show, or to find similar ones to
  bool lists_versions = false;           ///< of the article to show
  std::optional<std::uint64_t> version;  ///< which one is shown, from 1
  bool shows_diff = false;               ///< between two versions, the last two when `diff` is empty
  std::vector<std::uint64_t> diff;       ///< numbers of versions
  std::string batch_file;
  bool timing = false;
  Format format = Format::text;
};

struct ParsedQueryOptions {
  std::optional<QueryOptions> options;  ///< nothing when help or the version was printed
  int exit_status = 0;
};

/// Throws Error (usage) on a command line it cannot read.
ParsedQueryOptions parse_query_options(int argc, const char* const* argv);

}  // namespace hemero
