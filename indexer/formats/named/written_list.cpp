#include "indexer/formats/named/written_list.h"

#include <algorithm>

namespace hemero {

namespace {

/// Appends the string that begins with the quotation mark at `at`; false when it does not end.
bool read_string(std::string_view text, std::size_t& at, std::string& strings) {
  const char quote = text[at++];
  for (; at < text.size(); ++at) {
    if (text[at] == quote) return ++at, true;
    if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == quote || text[at + 1] == '\\')) ++at;
    strings += text[at];
  }
  return false;
}

std::size_t behind_blanks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

}  // namespace

std::optional<std::string> read_written_list(std::string_view text) {
  if (text.size() < 2 || text.front() != '[' || text.back() != ']') return std::nullopt;
  text = text.substr(0, text.size() - 1);
  std::string strings;
  for (std::size_t at = behind_blanks(text, 1); at < text.size();) {
    if (text[at] != '"' && text[at] != '\'') return std::nullopt;
    if (!strings.empty()) strings += '\n';
    if (!read_string(text, at, strings)) return std::nullopt;
    at = behind_blanks(text, at);
    if (at < text.size() && text[at] != ',') return std::nullopt;
    at = behind_blanks(text, at + 1);
  }
  return strings;
}

}  // namespace hemero
