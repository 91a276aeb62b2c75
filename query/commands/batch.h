#pragma once

#include <cstdint>
#include <string>

#include "common/command/command.h"
#include "common/model/search_request.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-query batch
struct BatchOptions {
  enum class Format : std::uint8_t { trec, jsonl, json, matrix, unmatched };

  ArchiveFolder archive;
  SearchRequest request;  ///< of each query, but for its text
  bool synonyms = false;
  std::string file;
  bool timing = false;
  Format format = Format::trec;
};

Command declare(BatchOptions& options);
int run(const BatchOptions& options);

}  // namespace hemero
