#include "common/base/names/name_list.h"

#include <algorithm>

namespace hemero {

namespace {

constexpr std::size_t columns = 80;
constexpr std::string_view gap = "  ";

std::size_t width(std::string_view text) {
  const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string padded(std::string text, std::size_t to) {
  const std::size_t wide = width(text);
  return text.append(wide < to ? to - wide : 0, ' ');
}

}  // namespace

std::string wrapped(std::string_view text, std::size_t margin) {
  std::string lines;
  std::size_t used = margin;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(std::min(word.size() + 1, text.size()));
    if (used > margin && used + 1 + width(word) > columns) {
      lines += "\n" + std::string(margin, ' ');
      used = margin;
    }
    if (used > margin) lines += ' ';
    lines += word;
    used += width(word) + 1;
  }
  return lines;
}

std::string name_list(const std::vector<NameRow>& rows, std::size_t indent, std::size_t widest) {
  std::size_t column = 0;
  for (const auto& [name, text] : rows)
    if (width(name) <= widest) column = std::max(column, width(name));
  const std::size_t margin = indent + column + gap.size();
  std::string lines;
  for (const auto& [name, text] : rows) {
    lines += std::string(indent, ' ');
    lines += width(name) > column ? name + "\n" + std::string(margin, ' ') : padded(name, column) + std::string(gap);
    lines += wrapped(text, margin) + "\n";
  }
  return lines;
}

}  // namespace hemero
