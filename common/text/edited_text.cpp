#include "common/text/edited_text.h"

#include <algorithm>
#include <cctype>
#include <iterator>

#include "common/text/token_codes.h"

namespace hemero {

namespace {

/// Measured on articles of one title that are different ones, and on texts of which each fourth word was changed
/// (docs/decisions/0050-identity-without-a-key.md).
constexpr double least_held = 0.5;
constexpr double same_text_alone = 0.9;           ///< of two with this text, the one with the title and day comes first
constexpr double held_under_another_title = 0.8;  ///< of the text, and half of the title

using Words = std::vector<std::uint64_t>;

/// Sorted; a single word is a pair of its own.
Words pairs_of(const Words& words) {
  Words pairs;
  for (std::size_t i = 1; i < words.size(); ++i) pairs.push_back(words[i - 1] * 0x9E3779B97F4A7C15 + words[i]);
  if (words.size() == 1) pairs.push_back(words.front());
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

bool holds_numbers(const Words& a, const Words& b) {
  const auto& [fewer, more] = std::minmax(a, b, [](const Words& x, const Words& y) { return x.size() < y.size(); });
  return std::includes(more.begin(), more.end(), fewer.begin(), fewer.end());
}

bool is_number(const Surface& surface) {
  return !surface.form.folded.empty() && std::isdigit(static_cast<unsigned char>(surface.form.folded.front())) != 0;
}

class WordCollector : public TokenVisitor {
 public:
  explicit WordCollector(const AnalyzedArticle& article) : article_(article) {}

  void start_zone(Field) { in_text_ = true; }

  bool token(const CodedToken& token) {
    if (!token.is_word()) return true;
    const Surface& surface = *article_.uses[token.surface].surface;
    (in_text_ ? words_.text : words_.title).push_back(surface.folded_hash);
    if (is_number(surface)) words_.numbers.push_back(surface.folded_hash);
    return true;
  }

  ComparedWords words() {
    std::sort(words_.numbers.begin(), words_.numbers.end());
    return std::move(words_);
  }

 private:
  const AnalyzedArticle& article_;
  ComparedWords words_;
  bool in_text_ = false;
};

}  // namespace

ComparedWords compared_words(const AnalyzedArticle& article) {
  return read_tokens(ListedCodes(article.stream), WordCollector(article)).words();
}

double held_share(const Words& a, const Words& b) {
  const Words pairs_a = pairs_of(a);
  const Words pairs_b = pairs_of(b);
  const std::size_t shorter = std::min(pairs_a.size(), pairs_b.size());
  if (shorter == 0) return 0;
  Words both;
  std::set_intersection(pairs_a.begin(), pairs_a.end(), pairs_b.begin(), pairs_b.end(), std::back_inserter(both));
  return static_cast<double>(both.size()) / static_cast<double>(shorter);
}

double edit_likeness(const ComparedWords& a, const ComparedWords& b, bool other_day) {
  const bool same_title = a.title == b.title;
  if (a.text == b.text && !a.text.empty())
    return same_title && !other_day ? 1 : same_title || !other_day ? same_text_alone : 0;
  if (other_day) return 0;
  if (a.text.empty() || b.text.empty()) return same_title && !a.title.empty() ? least_held : 0;
  const double held = held_share(a.text, b.text);
  if (same_title) return held >= least_held ? held : 0;
  const bool alike = held_share(a.title, b.title) >= least_held && holds_numbers(a.numbers, b.numbers);
  return alike && held >= held_under_another_title ? held : 0;
}

}  // namespace hemero
