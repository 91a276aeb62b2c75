#pragma once

#include <string>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-index places
struct PlacesOptions {
  ArchiveFolder archive;
  std::string forget;  ///< a place to be forgotten; empty for none
  bool as_json = false;
};

Command declare(PlacesOptions& options);
int run(const PlacesOptions& options);

}  // namespace hemero
