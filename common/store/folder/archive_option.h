#pragma once

#include "common/base/command.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// Declares --archive; without it `folder` is the default archive.
void declare_archive(Command& command, ArchiveFolder& folder);

/// Declares it for a command that touches no archive: it may be named all the same.
void accept_archive(Command& command);

}  // namespace hemero
