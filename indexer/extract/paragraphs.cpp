#include "indexer/extract/paragraphs.h"

#include <algorithm>
#include <array>

#include "common/text/unicode.h"

namespace hemero {

namespace {

/// Code points; a scraper that does not wrap leaves paragraphs as lines, most of them longer.
constexpr std::size_t widest_wrap = 110;

bool is_blank(char32_t c) {
  const CharClass what = char_class(c);
  return what == CharClass::blank || what == CharClass::line_feed || c == 0xFEFF || c == 0x200B;
}

struct Block {
  std::vector<std::string_view> lines;
};

std::vector<Block> blocks(std::string_view text) {
  std::vector<Block> found(1);
  for (const std::string_view line : trimmed_lines(text)) {
    if (!line.empty())
      found.back().lines.push_back(line);
    else if (!found.back().lines.empty())
      found.emplace_back();
  }
  if (found.back().lines.empty()) found.pop_back();
  return found;
}

std::string_view joined(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

void add_wrapped(const Block& block, std::size_t widest, std::vector<std::string_view>& paragraphs) {
  std::size_t first = 0;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const bool last = i + 1 == block.lines.size();
    const bool short_end = ends_sentence(block.lines[i]) && code_point_count(block.lines[i]) * 4 < widest * 3;
    if (!last && !short_end) continue;
    paragraphs.push_back(joined(block.lines[first], block.lines[i]));
    first = i + 1;
  }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  while (!text.empty()) {
    const CodePoint c = code_point_at(text, 0);
    if (!is_blank(c.value)) break;
    text.remove_prefix(c.size);
  }
  while (!text.empty()) {
    const std::size_t last = floor_code_point(text, text.size() - 1);
    if (!is_blank(code_point_at(text, last).value)) break;
    text.remove_suffix(text.size() - last);
  }
  return text;
}

std::vector<std::string_view> trimmed_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(trimmed(text.substr(0, end)));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string_view> split_paragraphs(std::string_view text) {
  std::vector<std::string_view> paragraphs;
  for (const Block& block : blocks(text)) {
    std::size_t widest = 0;
    for (const auto line : block.lines) widest = std::max(widest, code_point_count(line));
    if (widest > widest_wrap)
      paragraphs.insert(paragraphs.end(), block.lines.begin(), block.lines.end());
    else
      add_wrapped(block, widest, paragraphs);
  }
  return paragraphs;
}

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    const std::size_t last = floor_code_point(text, text.size() - 1);
    const char32_t c = code_point_at(text, last).value;
    const CharClass what = char_class(c);
    if (what == CharClass::full_stop || what == CharClass::terminal) return true;
    if (what != CharClass::quote && what != CharClass::blank && c != U'”' && c != U'’') return false;
    text.remove_suffix(text.size() - last);
  }
  return false;
}

}  // namespace hemero
