#pragma once

#include <filesystem>

namespace hemero {

/// Opens a file to be read, as it stands in a folder that may come from anyone: what is no ordinary file, nor a link to
/// one (a folder, a pipe that nobody writes to, a device without an end), is neither waited for nor read. The caller
/// closes the descriptor. Throws Error: bad_data for such a thing, else what the system says.
int open_ordinary_file(const std::filesystem::path& file);

/// Throws Error (bad_data) where such a thing stands under a name that a library opens. What is missing is no matter.
void require_ordinary_file(const std::filesystem::path& file);

}  // namespace hemero
