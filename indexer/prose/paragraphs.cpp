#include "indexer/prose/paragraphs.h"

#include <algorithm>
#include <array>

#include "common/text/characters/unicode.h"
#include "indexer/prose/line_cursor.h"

namespace hemero {

namespace {

// Widths in code points. E-mail and old text files are wrapped at 60 to 80; menus and lists are narrower; a scraper
// that does not wrap leaves paragraphs as lines, most of them longer.
constexpr std::size_t narrowest_wrap = 50;
constexpr std::size_t widest_wrap = 110;
constexpr std::size_t longest_wrapped_line = 200;  ///< no title is longer: a text that has such a line is not wrapped

bool is_blank(char32_t c) {
  const CharClass what = char_class(c);
  return what == CharClass::blank || what == CharClass::line_feed || c == 0xFEFF || c == 0x200B;
}

struct Block {
  std::vector<std::string_view> lines;
};

std::vector<Block> blocks(std::string_view text) {
  std::vector<Block> found(1);
  LineCursor lines(text);
  while (const auto line = lines.next()) {
    if (!line->empty())
      found.back().lines.push_back(*line);
    else if (!found.back().lines.empty())
      found.emplace_back();
  }
  if (found.back().lines.empty()) found.pop_back();
  return found;
}

std::string_view joined(std::string_view first, std::string_view last) {
  return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

std::size_t widest_line(const Block& block) {
  std::size_t widest = 0;
  for (const auto line : block.lines) widest = std::max(widest, code_point_count(line));
  return widest;
}

/// A line and the line behind it.
struct LinePair {
  std::string_view line;
  std::string_view next;
};

/// True when the first word of the next line would not have fitted behind the line: a program broke it there.
bool is_full(const LinePair& pair, std::size_t width) {
  const std::string_view first_word = pair.next.substr(0, pair.next.find(' '));
  return code_point_count(pair.line) + 1 + code_point_count(first_word) > width;
}

/// True when the block was wrapped: some full line breaks off inside a sentence. (Where every line ends one, each is a
/// paragraph of its own.)
bool is_wrapped(const Block& block, std::size_t width) {
  if (width < narrowest_wrap || width > widest_wrap) return false;
  for (std::size_t i = 0; i + 1 < block.lines.size(); ++i)
    if (!ends_sentence(block.lines[i]) && is_full({block.lines[i], block.lines[i + 1]}, width)) return true;
  return false;
}

/// A short line that ends a sentence ends its paragraph as well.
bool goes_on(const LinePair& pair, std::size_t width) {
  return is_full(pair, width) && (!ends_sentence(pair.line) || code_point_count(pair.line) * 4 >= width * 3);
}

/// True when a hyphen behind a letter ends the line and a letter starts the next: a word was cut there, whatever the
/// width.
bool is_cut(const LinePair& pair) {
  if (pair.line.size() < 2 || pair.next.empty()) return false;
  const std::size_t last = floor_code_point(pair.line, pair.line.size() - 1);
  const char32_t hyphen = code_point_at(pair.line, last).value;
  if ((hyphen != U'-' && hyphen != U'\u2010' && hyphen != U'\u00AD' && hyphen != U'¬') || last == 0) return false;
  const char32_t before = code_point_at(pair.line, floor_code_point(pair.line, last - 1)).value;
  return char_class(before) == CharClass::letter && char_class(code_point_at(pair.next, 0).value) == CharClass::letter;
}

void add_wrapped(const Block& block, std::vector<std::string_view>& paragraphs) {
  if (paragraphs.empty()) paragraphs.reserve(block.lines.size());
  const std::size_t width = widest_line(block);
  const bool wrapped = is_wrapped(block, width);
  std::size_t first = 0;
  for (std::size_t i = 0; i < block.lines.size(); ++i) {
    const bool last = i + 1 == block.lines.size();
    const LinePair pair{block.lines[i], last ? std::string_view() : block.lines[i + 1]};
    if (!last && (is_cut(pair) || (wrapped && goes_on(pair, width)))) continue;
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
  LineCursor cursor(text);
  while (const auto line = cursor.next()) lines.push_back(*line);
  return lines;
}

bool may_be_wrapped(std::string_view text) {
  LineCursor lines(text);
  while (const auto line = lines.next())
    if (code_point_count(*line) > longest_wrapped_line) return false;
  return true;
}

std::vector<std::string_view> split_paragraphs(std::string_view text, bool wrapped) {
  std::vector<std::string_view> paragraphs;
  for (const Block& block : blocks(text)) {
    if (wrapped)
      add_wrapped(block, paragraphs);
    else
      paragraphs.insert(paragraphs.end(), block.lines.begin(), block.lines.end());
  }
  return paragraphs;
}

std::vector<std::string_view> split_paragraphs(std::string_view text) {
  return split_paragraphs(text, may_be_wrapped(text));
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
