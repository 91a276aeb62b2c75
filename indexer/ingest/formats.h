#pragma once

#include <set>
#include <span>
#include <string_view>

#include "indexer/input/format.h"
#include "indexer/input/headed_input.h"

namespace hemero {

/// The formats that are read, in the order in which a file is held against them.
std::span<const Format* const> formats();

/// The format of this name; nothing for others.
const Format* find_format(std::string_view name);

/// The format of an open file, by its name and its first bytes; plain text is what no other format is. Throws what
/// HeadedInput::look_ahead throws.
const Format& detect_format(const std::filesystem::path& path, HeadedInput& input);

/// The ends of names that files are known by in folders: those of all formats and of containers.
const std::set<std::string_view>& known_endings();

/// The files behind the paths given (file_list.h), as far as their names say that they are read.
FileList list_files(const std::vector<std::string>& paths);

}  // namespace hemero
