#pragma once

#include <set>
#include <string>
#include <string_view>

#include "indexer/formats/html/html_page.h"

namespace hemero {

/// What a page says that its site is called.
class Site {
 public:
  explicit Site(const HtmlPage& page);

  void add(std::string_view name);

  /// True for one of its names, its address, and what begins with its address: "Global Voices auf Deutsch" on
  /// globalvoices.org.
  bool is_called(std::string_view text) const;

 private:
  void set_host(std::string_view url);

  std::set<std::string> names_;  ///< in the shape of lines
  std::string host_;             ///< "aocmedia"
  std::string label_;            ///< "globalvoices"
};

}  // namespace hemero
