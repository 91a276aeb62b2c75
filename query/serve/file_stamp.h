#pragma once

#include <filesystem>
#include <string>

namespace hemero {

/// What is another one as soon as a file is written or replaced: its number, size and time. Empty where there is none.
std::string file_stamp(const std::filesystem::path& file);

}  // namespace hemero
