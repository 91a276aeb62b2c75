#include "indexer/formats/databases/reference_values.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/dates/date.h"
#include "common/base/dates/date_reader.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

std::string name_as_printed(std::string_view name) {
  const auto comma = name.find(',');
  if (comma == std::string_view::npos) return std::string(trimmed(name));
  return std::string(trimmed(fmt::format("{} {}", trimmed(name.substr(comma + 1)), trimmed(name.substr(0, comma)))));
}

std::string joined_date(std::string_view year, std::string_view month, std::string_view day) {
  std::string iso = fmt::format("{}-{:0>2}", year, month);
  if (!day.empty()) iso += fmt::format("-{:0>2}", day);
  if (parse_iso_date(iso)) return iso;
  const auto printed = read_date(fmt::format("{} {} {}", day, month, year));
  return printed ? to_iso(*printed) : std::string(year);
}

std::string parted_by_lines(std::string list) {
  std::replace(list.begin(), list.end(), ',', '\n');
  std::replace(list.begin(), list.end(), ';', '\n');
  return list;
}

}  // namespace hemero
