#pragma once

#include <map>
#include <string>
#include <string_view>

#include "common/store/archive_reader.h"

namespace hemero {

/// Where the time of pages goes: each phase of a page is run once more by itself, in the order of Searcher::search().
class PagePhases {
 public:
  explicit PagePhases(ArchiveReader& archive) : archive_(archive) {}

  /// Measures one page of a class, as `hemero-query search` asks for it without options.
  void measure(const std::string& kind, const std::string& query);

  /// Prints a line for each class: milliseconds of a mean page.
  void print() const;

 private:
  static constexpr const char* names[] = {"planning", "match", "second look", "partial",
                                          "total",    "rows",  "snippets",    "suggestion"};

  struct Sums {
    std::size_t pages = 0;
    double phases[std::size(names)] = {};
  };

  ArchiveReader& archive_;
  std::map<std::string, Sums> by_kind_;
};

}  // namespace hemero
