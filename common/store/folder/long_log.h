#pragma once

#include <filesystem>

namespace hemero {

/// True when so much stands in the write-ahead log beside a file that a writer, who moves it into the file, waits some
/// seconds for the readers: who keeps one open for what may be asked later closes it then.
bool has_long_log(const std::filesystem::path& file);

}  // namespace hemero
