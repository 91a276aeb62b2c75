#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// hemero-query serve
struct ServeOptions {
  ArchiveFolder archive;
  std::string listen = "127.0.0.1:8420";
  std::vector<std::string> hosts;        ///< further names that the server answers under, with their port
  std::string user_header = {};          ///< in which the web server in front tells who asks; empty for none
  std::filesystem::path user_data = {};  ///< file or folder of what readers keep; empty for the usual one
  bool no_key = false;                   ///< everyone may read who can connect
  bool opens = false;                    ///< in a browser
};

Command declare(ServeOptions& options);
int run(const ServeOptions& options);

}  // namespace hemero
