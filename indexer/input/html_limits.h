#pragma once

#include <cstdint>

namespace hemero {

/// How much of a web page is kept. No page is refused for its markup: what goes beyond is flattened or left out.
struct HtmlLimits {
  std::uint64_t nesting = 400;      ///< levels of elements; what pages of newspapers reach is 40
  std::uint64_t nodes = 1'000'000;  ///< elements and texts; 16 MiB of tags would take gigabytes
  std::uint64_t attributes = 64;    ///< of a tag; libxml2 compares each with all before it
};

}  // namespace hemero
