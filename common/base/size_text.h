#pragma once

#include <cstdint>
#include <string>

namespace hemero {

/// Bytes on a disk in millions of them, in the reader's language: "12.5 MB", « 12,5 Mo ».
std::string size_text(std::uint64_t bytes);

}  // namespace hemero
