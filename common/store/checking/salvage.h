#pragma once

#include <string>
#include <vector>

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// What was found of a damaged catalogue.
struct Salvage {
  std::vector<std::string> lost;     ///< what could not be read, a line for each, in the reader's language
  std::vector<std::string> changed;  ///< what was kept as it can be read, though it is not what was stored
};

/// Makes a new catalogue, in the folder `to`, of all that can be read of a damaged one: a text that is lost costs its
/// version, a page of SQLite what stands on it. An article whose last version is lost has the one before again. What is
/// derived is left out: a rebuild must follow. `from` is only read. Throws Error where it cannot be opened at all.
Salvage salvage_catalogue(const std::filesystem::path& from, const ArchiveFolder& to);

}  // namespace hemero
