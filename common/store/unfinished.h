#pragma once

#include <string>
#include <vector>

#include "common/store/archive_reader.h"

namespace hemero {

/// Something that was begun in an archive and is not done.
struct UnfinishedWork {
  std::string name;  ///< for programs: run, index, rebuild, purge, undo
  std::string text;  ///< what it is and who ends it, for people
};

/// All of it. While a program writes to the archive this is its work.
std::vector<UnfinishedWork> unfinished_work(const ArchiveStatus& status);

}  // namespace hemero
