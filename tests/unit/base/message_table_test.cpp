#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "data/tables.h"
#include "tests/support/catch.h"

// data/french/messages.tsv as it was built into the program. That every message of the source code has its row is
// checked by tests/style.

namespace hemero {
namespace {

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// The English texts and their French ones. Fails on rows that are not two columns and on doubles.
std::map<std::string, std::string> checked_table() {
  std::map<std::string, std::string> french_of;
  for (const std::string& line : lines_of(table_text("messages"))) {
    if (line.starts_with('#')) continue;
    INFO(line);
    const std::size_t tab = line.find('\t');
    REQUIRE(tab != std::string::npos);
    const std::string french = line.substr(tab + 1);
    CHECK(tab > 0);
    CHECK_FALSE(french.empty());
    CHECK(french.find('\t') == std::string::npos);
    CHECK(french_of.emplace(line.substr(0, tab), french).second);
  }
  return french_of;
}

/// What stands in the {} of a format string: argument number → format ("0" → ":.1f").
std::map<std::size_t, std::string> arguments_of(std::string_view format) {
  std::map<std::size_t, std::string> arguments;
  std::size_t next = 0;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format.substr(at, 2) == "{{") ++at;
    if (format[at] != '{' || (at > 0 && format[at - 1] == '{')) continue;
    const std::string_view inside = format.substr(at + 1, format.find('}', at) - at - 1);
    const std::size_t digits = std::min(inside.find_first_not_of("0123456789"), inside.size());
    const std::size_t number = digits == 0 ? next++ : std::stoul(std::string(inside.substr(0, digits)));
    arguments.emplace(number, inside.substr(digits));
  }
  return arguments;
}

TEST_CASE("every message row has two texts with the same arguments") {
  for (const auto& [english, french] : checked_table()) {
    INFO(english << " | " << french);
    CHECK(arguments_of(english) == arguments_of(french));
  }
  CHECK_FALSE(checked_table().empty());
}

TEST_CASE("no line of French breaks before a sign of its own") {
  for (const auto& [english, french] : checked_table())
    for (const char* breaks : {" :", " ;", " !", " ?", " %", " »", "« "}) {
      INFO(french);
      CHECK(french.find(breaks) == std::string::npos);
    }
}

TEST_CASE("the arguments of a format string are told apart") {
  using Arguments = std::map<std::size_t, std::string>;
  CHECK(arguments_of("none") == Arguments{});
  CHECK(arguments_of("{} of {:.1f}") == Arguments{{0, ""}, {1, ":.1f"}});
  CHECK(arguments_of("{1:.1f} sur {0}") == Arguments{{0, ""}, {1, ":.1f"}});
  CHECK(arguments_of("{{}} {}") == Arguments{{0, ""}});
}

}  // namespace
}  // namespace hemero
