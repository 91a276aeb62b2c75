#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>

#include "common/store/checking/finding.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// How an archive is checked.
struct CheckOptions {
  bool full = false;                              ///< every byte, text, stream and term
  std::optional<std::chrono::seconds> time = {};  ///< how long articles are read; they are begun with somewhere else
                                                  ///< each time
  /// Told, in the process that looks, of versions that were read, and how many there are.
  std::function<void(std::uint64_t done, std::uint64_t total)> progress = [](std::uint64_t, std::uint64_t) {};
};

/// Looks for what is damaged in an archive, each part of it in a process that may die of what it reads. Changes
/// nothing. Throws Error: where there is no archive or one of another format, and locked when a writer changed it
/// meanwhile.
Findings check_archive(const ArchiveFolder& folder, const CheckOptions& options);

}  // namespace hemero
