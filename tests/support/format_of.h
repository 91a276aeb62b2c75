#pragma once

#include <string>
#include <string_view>

#include "indexer/ingest/formats.h"
#include "tests/support/string_input.h"

namespace hemero {

/// The name of the format that a file with these bytes is read as.
inline std::string format_of(std::string_view bytes, const std::string& name = "a.xml") {
  HeadedInput input(std::make_unique<StringInput>(std::string(bytes)));
  return std::string(detect_format(name, input).name);
}

}  // namespace hemero
