#pragma once

#include <string>
#include <variant>
#include <vector>

#include "common/model/article.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {

/// What a reader of references cuts out of these bytes, of which a few come at a time.
template <typename Reader>
std::vector<SourceItem> cut_references(const std::string& bytes, const InputLimits& limits = {}) {
  constexpr std::size_t step = 7;
  StringInput input(bytes, step);
  Reader reader(input, {"a.txt", "a.txt", 0, true}, limits);
  std::vector<SourceItem> items;
  while (auto item = reader.next()) items.push_back(std::move(*item));
  return items;
}

/// The article of a file with one reference.
template <typename Reader>
Article reference_in(const std::string& bytes, std::variant<Article, Skip> (*read)(const Record&)) {
  const auto items = cut_references<Reader>(bytes);
  REQUIRE(items.size() == 1);
  auto found = read(std::get<Record>(items.front()));
  REQUIRE(std::holds_alternative<Article>(found));
  return std::get<Article>(std::move(found));
}

}  // namespace hemero
