#include "common/store/catalogue/lines.h"

#include <algorithm>

namespace hemero {

std::string join_lines(const std::vector<std::string>& names) {
  std::string lines;
  for (const std::string& name : names) {
    if (!lines.empty()) lines += '\n';
    std::transform(name.begin(), name.end(), std::back_inserter(lines), [](char c) { return c == '\n' ? ' ' : c; });
  }
  return lines;
}

std::vector<std::string> split_lines(std::string_view lines) {
  std::vector<std::string> names;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size());
    names.emplace_back(lines.substr(0, end));
    lines.remove_prefix(std::min(end + 1, lines.size()));
  }
  return names;
}

}  // namespace hemero
