#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"
#include "query/request/request_address.h"

namespace hemero {

/// hemero-query dossiers. Where they are kept is said by the request of `found`.
struct DossiersOptions {
  enum class Action : std::uint8_t { list, add, remove, show, rename, erase };

  Action action = Action::list;
  std::string name;
  std::vector<std::string> articles;  ///< as typed; of rename the new name
  AskedSearch found;                  ///< all that this finds is added as well, where it asks for anything
  std::vector<std::string> tags;      ///< that are added, or taken off, or that articles must have to be shown
  std::string note;
  RowForm form;
  Display display;
  ArchiveFolder archive;
};

Command declare(DossiersOptions& options);
int run(const DossiersOptions& options);

}  // namespace hemero
