#include "indexer/formats/named/name_list.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::size_t most_named = 8;

}  // namespace

std::string name_list(const std::vector<std::string>& names) {
  const std::size_t named = std::min(names.size(), most_named);
  std::string list;
  for (std::size_t i = 0; i < named; ++i) list += fmt::format("{}“{}”", i == 0 ? "" : ", ", names[i]);
  if (named < names.size()) list += message(" and {} more", names.size() - named);
  return list;
}

}  // namespace hemero
