#include "indexer/prose/byline_line.h"

#include "common/text/line_shape.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

std::vector<BylineWord> words_of(std::string_view line) {
  std::vector<BylineWord> words;
  bool starts_line = true;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(" \t\n", at);
    if (begin == std::string_view::npos) break;
    starts_line = starts_line || line.substr(at, begin - at).find('\n') != std::string_view::npos;
    at = std::min(line.find_first_of(" \t\n", begin), line.size());
    words.push_back({begin, at, line_shape(line.substr(begin, at - begin)), starts_line});
    starts_line = false;
  }
  return words;
}

}  // namespace

BylineLine::BylineLine(std::string_view line)
    : text(line), words(words_of(line)), date(find_date(line)), sentence(ends_sentence(line)) {
  for (std::size_t i = words.size(); i-- > 0;) {
    if (announces_publication(i)) published = i;
    if (announces_update(i)) updated = i;
  }
}

bool BylineLine::announces_publication(std::size_t word) const {
  constexpr std::array<std::string_view, 11> known{"publie", "publiee",     "parution", "paru",    "parue", "poste",
                                                   "postee", "publication", "redige",   "diffuse", "cree"};
  const std::string& shape = words[word].shape;
  return is_one_of(shape, known) || ((shape == "mis" || shape == "mise") && follow(word, "en", "ligne"));
}

bool BylineLine::announces_update(std::size_t word) const {
  constexpr std::array<std::string_view, 6> known{"modifie",    "modifiee", "actualise",
                                                  "actualisee", "maj",      "modification"};
  const std::string& shape = words[word].shape;
  return is_one_of(shape, known) || ((shape == "mis" || shape == "mise") && follow(word, "a", "jour"));
}

bool BylineLine::is_separator(std::size_t word) const {
  constexpr std::array<std::string_view, 8> known{"-", "–", "—", "|", "/", "·", "•", ":"};
  return is_one_of(text_of(words[word]), known);
}

bool BylineLine::follow(std::size_t word, std::string_view second, std::string_view third) const {
  return word + 2 < words.size() && words[word + 1].shape == second && words[word + 2].shape == third;
}

}  // namespace hemero
