#pragma once

#include <string>

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/request/request_address.h"

namespace hemero {

/// hemero-query report
struct ReportOptions {
  ArchiveFolder archive;
  AskedSearch asked;
  std::string checked;  ///< the file of a report that is to be run again; empty for none
  bool update = false;  ///< and its file then made anew
  bool as_json = false;
  Display display;
};

Command declare(ReportOptions& options);
int run(const ReportOptions& options);

}  // namespace hemero
