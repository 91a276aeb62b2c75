#include "common/text/table_rows.h"

#include <algorithm>

#include "data/tables.h"

namespace hemero {

std::vector<std::vector<std::string_view>> table_rows(std::string_view table) {
  std::vector<std::vector<std::string_view>> rows;
  for (const std::string_view line : split(table_text(table), '\n'))
    if (!line.empty() && line.front() != '#') rows.push_back(split(line, '\t'));
  return rows;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  parts.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), separator)) + 1);
  while (!text.empty()) {
    const auto end = std::min(text.find(separator), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::vector<std::string_view> cell_words(std::string_view cell) {
  std::vector<std::string_view> words = split(cell, ' ');
  std::replace(words.begin(), words.end(), std::string_view("-"), std::string_view());
  return words;
}

}  // namespace hemero
