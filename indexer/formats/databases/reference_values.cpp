#include "indexer/formats/databases/reference_values.h"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

#include "common/base/dates/date.h"
#include "common/base/dates/date_reader.h"
#include "indexer/formats/named/key_names.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// A line a kind. BibTeX has one name for what newspapers, magazines and journals print, so that all of it is taken in
/// RIS too.
constexpr std::string_view press_kinds[] = {
    "news",   "newspaper",                // of a newspaper
    "mgzn",   "magazine",                 // … a magazine
    "jour",   "ejour",     "article",     // … a journal
    "review",                             // a review
    "blog",   "icomm",                    // a post
    "elec",   "online",    "electronic",  // a page of the web
    "www",    "webpage",                  //
    "intv",                               // an interview
    "gen",    "misc",                     // not said
};

}  // namespace

bool is_press_reference(std::string_view kind) {
  return std::find(std::begin(press_kinds), std::end(press_kinds), plain_key(kind)) != std::end(press_kinds);
}

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
