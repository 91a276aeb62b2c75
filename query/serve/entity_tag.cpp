#include "query/serve/entity_tag.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/hash.h"

namespace hemero {

namespace {

/// The next tag of a list, in its quotation marks and without W/; empty at its end, or where it is none.
std::string_view take_tag(std::string_view& list) {
  list.remove_prefix(std::min(list.find_first_not_of(" \t,"), list.size()));
  if (list.starts_with("W/")) list.remove_prefix(2);
  if (!list.starts_with('"')) return {};
  const std::size_t end = list.find('"', 1);
  if (end == std::string_view::npos) return {};
  const std::string_view tag = list.substr(0, end + 1);
  list.remove_prefix(tag.size());
  return tag;
}

bool lists(std::string_view list, std::string_view wanted) {
  for (std::string_view tag = take_tag(list); !tag.empty(); tag = take_tag(list))
    if (tag == wanted) return true;
  return false;
}

}  // namespace

std::string entity_tag(std::string_view bytes) { return fmt::format("W/\"{}\"", hash_text(hash128(bytes))); }

bool has_tag(const HttpRequest& request, std::string_view tag) {
  const std::string_view opaque = take_tag(tag);
  return std::ranges::any_of(request.header("if-none-match"), [&](auto list) { return lists(list, opaque); });
}

bool has_any_tag(const HttpRequest& request) {
  return std::ranges::any_of(request.header("if-none-match"), [](auto list) { return list == "*"; });
}

}  // namespace hemero
