#pragma once

#include "common/command/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// Declares --archive; without it `folder` is the default archive.
void declare_archive(Command& command, ArchiveFolder& folder);

}  // namespace hemero
