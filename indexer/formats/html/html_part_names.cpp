#include "indexer/formats/html/html_part_names.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "common/base/dates/text_cursor.h"
#include "common/text/table_rows.h"

namespace hemero {

namespace {

PagePart part_of_row(std::string_view kind) {
  constexpr std::array<std::pair<std::string_view, PagePart>, 8> kinds{{{"body", PagePart::body},
                                                                        {"lead", PagePart::lead},
                                                                        {"byline", PagePart::byline},
                                                                        {"caption", PagePart::caption},
                                                                        {"paywall", PagePart::paywall},
                                                                        {"gallery", PagePart::gallery},
                                                                        {"comments", PagePart::comments},
                                                                        {"beside", PagePart::beside}}};
  const auto* found = std::find_if(kinds.begin(), kinds.end(), [&](const auto& row) { return row.first == kind; });
  return found == kinds.end() ? PagePart::content : found->second;
}

/// The rows of the table. Those of two words stand in `pairs`; `words` tells of a word whether it begins such a row.
struct KnownNames {
  struct Word {
    std::optional<PagePart> part;
    bool begins_pair = false;
  };
  std::unordered_map<std::string, Word> words;
  std::unordered_map<std::string, PagePart> pairs;

  KnownNames() {
    for (const auto& row : table_rows("page_parts")) {
      const std::string name(row.at(1));
      const auto hyphen = name.find('-');
      if (hyphen == std::string::npos) words[name].part = part_of_row(row.at(0));
      if (hyphen != std::string::npos) words[name.substr(0, hyphen)].begins_pair = true;
      if (hyphen != std::string::npos) pairs.emplace(name, part_of_row(row.at(0)));
    }
  }
};

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

/// "with-sidebar", "hasCaption", "no-comments": the next word is no name of the part.
bool says_what_is_inside(std::string_view word) {
  constexpr std::array<std::string_view, 6> words{"has", "with", "without", "no", "avec", "sans"};
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

PagePart part_named(std::string_view attribute) {
  static const KnownNames known;
  const auto words = words_of(attribute);
  PagePart part = PagePart::content;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const auto word = known.words.find(words[i]);
    if (word == known.words.end() || (i > 0 && says_what_is_inside(words[i - 1]))) continue;
    const bool pair = word->second.begins_pair && i + 1 < words.size();
    const auto both = pair ? known.pairs.find(words[i] + "-" + words[i + 1]) : known.pairs.end();
    part = std::max(part, both != known.pairs.end() ? both->second : word->second.part.value_or(PagePart::content));
    if (both != known.pairs.end()) ++i;
  }
  return part;
}

}  // namespace hemero
