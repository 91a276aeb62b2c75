#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/base/command.h"
#include "common/store/catalogue/value_counts.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-query list
struct ListOptions {
  enum class Format : std::uint8_t { text, json, csv };

  ArchiveFolder archive;
  std::optional<ListedValue> listed;  ///< given, once the command line is read
  std::string like;                   ///< a part of the values; empty for all
  Format format = Format::text;
};

Command declare(ListOptions& options);
int run(const ListOptions& options);

}  // namespace hemero
