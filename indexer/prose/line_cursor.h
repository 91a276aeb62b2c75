#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "indexer/prose/paragraphs.h"

namespace hemero {

/// The trimmed lines of a text one after the other, empty ones too: a file of nothing but line ends has so many that
/// they are better not listed.
class LineCursor {
 public:
  explicit LineCursor(std::string_view text) : rest_(text) {}

  /// Nothing at the end.
  std::optional<std::string_view> next() {
    if (rest_.empty()) return std::nullopt;
    const std::size_t end = std::min(rest_.find('\n'), rest_.size());
    const std::string_view line = trimmed(rest_.substr(0, end));
    rest_.remove_prefix(std::min(end + 1, rest_.size()));
    return line;
  }

 private:
  std::string_view rest_;
};

}  // namespace hemero
