#include "common/text/article_analysis.h"

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/message.h"
#include "common/model/field.h"

namespace hemero {

namespace {

/// Surfaces remembered, of some 300 bytes. When there are more, those stay that one of the last articles used: the
/// frequent ones, and those of what is written about now.
constexpr std::size_t most_surfaces = 64'000;
constexpr std::uint64_t last_articles = 1000;

/// The words of a text, as far as blanks and signs of ASCII tell them apart: what tokens cost is known before they are
/// made.
std::size_t words_about(std::string_view text) {
  std::size_t words = 0;
  bool inside = false;
  for (const char c : text) {
    const bool is_sign = c >= 0 && c < '0';
    words += !is_sign && !inside;
    inside = !is_sign;
  }
  return words;
}

}  // namespace

ArticleAnalyzer::ArticleAnalyzer(WordLimits limits) : limits_(limits) { forget(); }

void ArticleAnalyzer::forget() {
  table_ = {};
  last_uses_.clear();
  surfaces_ = std::make_shared<std::deque<Surface>>();
}

void ArticleAnalyzer::forget_rare() {
  const auto known = std::move(surfaces_);
  const std::vector<LastUse> last_uses = std::move(last_uses_);
  forget();
  for (const Surface& surface : *known) {
    if (last_uses[surface.number].article + last_articles <= article_) continue;
    surfaces_->push_back(surface);
    surfaces_->back().number = table_.insert(surface.text);
    last_uses_.push_back(last_uses[surface.number]);
  }
  if (surfaces_->size() > most_surfaces / 2) forget();
}

AnalyzedArticle ArticleAnalyzer::analyze(const Article& article) {
  if (words_about(article.text) + words_about(article.title) > limits_.words)
    refuse(message("it has more than {} words", number_text(std::uint64_t{limits_.words})));
  if (surfaces_->size() > most_surfaces) forget_rare();
  ++article_;
  result_ = {};
  result_.surfaces = surfaces_;
  TokenCoder coder(CodeList{result_.stream});
  add_text(article.title, 0, article.title.size(), info(Field::title).weight);
  signature_.start();  // copies of a text often bear another title
  bool in_body = false;
  for (const Zone& zone : article.zones) {
    if (zone.kind == ZoneKind::debris) continue;
    const bool lead = zone.kind == ZoneKind::lead;
    if (lead || !in_body) coder.start_zone(lead ? Field::lead : Field::body);
    in_body = in_body || !lead;
    add_text(article.text, zone.begin, zone.end, info(lead ? Field::lead : Field::body).weight);
  }
  result_.signature = signature_.finish();
  return std::move(result_);
}

void ArticleAnalyzer::add_text(std::string_view text, std::size_t begin, std::size_t end, std::uint32_t weight) {
  tokens_.start(text);
  tokenizer_.tokenize(begin, end, tokens_);
  TokenCoder coder(CodeList{result_.stream});
  std::uint32_t parts_left = 0;  // of the compound we are in: "Unis" in "États-Unis" is no name
  for (const Token& token : tokens_) {
    SurfaceUse& use = use_of(token);
    ++use.occurrences;
    use.inner += !token.opens && parts_left == 0;
    use.weight += weight;
    if (token.kind == TokenKind::word) signature_.add(use.surface->folded_hash);
    coder.start(token.break_before);
    coder.token(
        {static_cast<std::uint32_t>(&use - result_.uses.data()), token.parts, token.kind == TokenKind::particle});
    if (token.kind == TokenKind::compound)
      parts_left = token.parts;
    else
      parts_left -= parts_left > 0;
  }
}

/// Nothing is left of an article that goes beyond the limits.
void ArticleAnalyzer::refuse(std::string reason) {
  result_ = {};
  forget();
  throw OverLimit(std::move(reason));
}

/// What the article says about the token's surface so far; valid until the next call.
SurfaceUse& ArticleAnalyzer::use_of(const Token& token) {
  const std::string_view text = tokens_.surface(token);
  std::uint32_t number =
      table_.find(text, [this](std::uint32_t known) -> std::string_view { return (*surfaces_)[known].text; });
  if (number == SurfaceTable::absent) {
    number = table_.insert(text);
    WordForm form = analyzer_.analyze(text);
    const std::uint64_t hash = hash64(form.folded);
    surfaces_->push_back({std::string(text), std::move(form), hash, number});
    last_uses_.emplace_back();
  }
  LastUse& last = last_uses_[number];
  if (last.article != article_) {
    if (result_.uses.size() >= limits_.distinct_words)
      refuse(message("it has more than {} distinct words", number_text(std::uint64_t{limits_.distinct_words})));
    last = {article_, static_cast<std::uint32_t>(result_.uses.size())};
    result_.uses.push_back({&(*surfaces_)[number]});
  }
  return result_.uses[last.use];
}

}  // namespace hemero
