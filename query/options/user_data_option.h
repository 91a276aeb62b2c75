#pragma once

#include <filesystem>
#include <string>

#include "common/command/command.h"

namespace hemero {

/// Declares --user-data, the file of what a reader keeps, or the folder that has it; empty: in the archive's folder
/// (user_data_file).
void declare_user_data(Command& command, std::filesystem::path& path);

/// Throws Error (usage) for a name, of a search or the like, that is blank or would not stand in a line.
void require_name(const std::string& name);

}  // namespace hemero
