#include "common/text/analyzer.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"

namespace hemero {

namespace {

/// Raised with every change of the tokenizer, of folding or of stemming that changes a token or a term.
constexpr int rules_version = 3;

/// Xapian takes 245 bytes; nothing that long is a word.
constexpr std::size_t longest_term = 80;

bool has_digit(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "chefs-d'œuvre" is stemmed as the closed word "chefsdoeuvre".
std::string closed(std::string_view surface) {
  std::string lower = to_lower(surface);
  std::erase_if(lower, [](char c) { return c == '-' || c == '\'' || c == '.'; });
  return lower;
}

void cut_to(std::string& word, std::size_t limit) {
  if (word.size() > limit) word.resize(floor_code_point(word, limit));
}

}  // namespace

WordForm Analyzer::analyze(std::string_view surface) {
  WordForm form;
  form.folded = fold(surface);
  if (form.folded.empty()) form.folded = surface;  // an odd letter made of nothing but a mark
  form.term = has_digit(form.folded) ? form.folded : fold(stemmer_.stem(closed(surface)));
  if (form.term.empty()) form.term = form.folded;
  cut_to(form.folded, longest_term);
  cut_to(form.term, longest_term);
  return form;
}

std::string Analyzer::fingerprint() {
  return fmt::format("french-{} {} unicode-{}", rules_version, stemmer_version(), unicode_version());
}

}  // namespace hemero
