#pragma once

#include <string>
#include <vector>

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// One thing that a person who helps would ask for.
struct Diagnostic {
  std::string name;     ///< as programs read it: "file_system"
  std::string label;    ///< the same for people
  std::string value;    ///< may be empty
  std::string problem;  ///< what is wrong with it, and what to do; empty for nothing
};

/// The programs, their surroundings and an archive, whatever state that is in. Changes nothing.
std::vector<Diagnostic> examine(const ArchiveFolder& archive);

}  // namespace hemero
