#include "indexer/formats/databases/author_names.h"

#include <algorithm>
#include <array>

#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// The size of what parts two names at this place; 0 when nothing does.
std::size_t joint_at(std::string_view line) {
  constexpr std::array<std::string_view, 4> joints{";", "\n", " et ", " and "};
  const auto* const joint =
      std::find_if(joints.begin(), joints.end(), [&](std::string_view each) { return line.starts_with(each); });
  return joint == joints.end() ? 0 : joint->size();
}

}  // namespace

std::vector<std::string> author_names(std::string_view line) {
  line = trimmed(line);
  for (const std::string_view by : {"Par ", "PAR ", "par ", "By ", "BY ", "by "})
    if (line.starts_with(by)) line.remove_prefix(by.size());
  std::vector<std::string> names;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t joint = joint_at(line.substr(at));
    if (joint == 0 && at < line.size()) {
      ++at;
      continue;
    }
    if (const auto name = trimmed(line.substr(begin, at - begin)); !name.empty()) names.emplace_back(name);
    at += std::max<std::size_t>(joint, 1);
    begin = std::min(at, line.size());
  }
  return names;
}

}  // namespace hemero
