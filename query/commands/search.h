#pragma once

#include <cstdint>

#include "common/base/command.h"
#include "common/model/search_request.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-query search
struct SearchOptions {
  enum class Format : std::uint8_t { text, json, jsonl };

  ArchiveFolder archive;
  SearchRequest request;
  bool synonyms = false;
  bool only_count = false;
  bool only_ids = false;  ///< the number of each article that matches, nothing else
  Format format = Format::text;
};

Command declare(SearchOptions& options);
int run(const SearchOptions& options);

}  // namespace hemero
