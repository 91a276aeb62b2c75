#include "common/base/quoted_names.h"

#include <algorithm>

#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::size_t most_named = 8;

}  // namespace

std::string quoted_names(const std::vector<std::string>& names) {
  const std::size_t named = std::min(names.size(), most_named);
  std::string list;
  for (std::size_t i = 0; i < named; ++i) list += (i == 0 ? "" : ", ") + message("“{}”", names[i]);
  if (named < names.size()) list += message(" and {} more", names.size() - named);
  return list;
}

}  // namespace hemero
