#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/store/folder/archive_folder.h"

namespace hemero {

/// The names of all sources, as stored, in the order in which they came; also of those whose articles were removed.
std::vector<std::string> source_names(sqlite::Connection& connection);
std::vector<std::string> source_names(const ArchiveFolder& folder);

/// What a reader is told who named a source that is none of these: which ones are called nearly so.
std::string unknown_source(std::string_view typed, const std::vector<std::string>& names);

}  // namespace hemero
