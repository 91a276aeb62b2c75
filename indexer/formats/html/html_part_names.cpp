#include "indexer/formats/html/html_part_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/dates/text_cursor.h"
#include "common/text/table_rows.h"

namespace hemero {

namespace {

PagePart part_of_row(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, PagePart>, 6> kinds{{{"body", PagePart::body},
                                                                        {"lead", PagePart::lead},
                                                                        {"byline", PagePart::byline},
                                                                        {"caption", PagePart::caption},
                                                                        {"comments", PagePart::comments},
                                                                        {"beside", PagePart::beside}}};
  const auto* found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.first == kind; });
  return found == kinds.end() ? PagePart::content : found->second;
}

const std::unordered_map<std::string, PagePart>& known_words() {
  static const auto words = [] {
    std::unordered_map<std::string, PagePart> all;
    for (const auto& row : table_rows("page_parts")) all.emplace(row.at(1), part_of_row(row.at(0)));
    return all;
  }();
  return words;
}

/// The words of a class or an id, in small letters: "relatedArticle o_r_2" → related article o r 2.
std::vector<std::string> words_of(std::string_view attribute) {
  std::vector<std::string> words(1);
  char before = ' ';
  for (const char byte : attribute) {
    const bool capital = byte >= 'A' && byte <= 'Z';
    const bool starts = capital && before >= 'a' && before <= 'z';
    const bool letter = is_ascii_letter(byte) || is_digit(byte) || static_cast<unsigned char>(byte) >= 0x80;
    if ((starts || !letter) && !words.back().empty()) words.emplace_back();
    if (letter) words.back() += capital ? static_cast<char>(byte | 0x20) : byte;
    before = byte;
  }
  return words;
}

}  // namespace

PagePart part_named(std::string_view attribute) {
  const auto words = words_of(attribute);
  PagePart part = PagePart::content;
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto found = known_words().find(words[i]);
    if (found == known_words().end() && i + 1 < words.size()) found = known_words().find(words[i] + "-" + words[i + 1]);
    if (found != known_words().end()) part = std::max(part, found->second);
  }
  return part;
}

}  // namespace hemero
