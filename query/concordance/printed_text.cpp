#include "query/concordance/printed_text.h"

#include <algorithm>

#include "common/text/characters/unicode.h"
#include "query/passages/sentences.h"

namespace hemero {

/// As ArticleAnalyzer makes the stream: the title, then what is no debris.
void PrintedText::read(const Article& article) {
  article_ = &article;
  counter_ = {};
  places_.clear();
  paragraphs_.clear();
  place(article.title, {0, static_cast<std::uint32_t>(article.title.size()), 0, 0});
  std::uint32_t number = 0;
  for (const Zone& zone : article.zones)
    if (zone.kind != ZoneKind::debris) place(article.text, {zone.begin, zone.end, ++number, 0});
}

void PrintedText::place(std::string_view text, Paragraph paragraph) {
  tokens_.start(text);
  tokenizer_.tokenize(paragraph.begin, paragraph.end, tokens_);
  const auto index = static_cast<std::uint32_t>(paragraphs_.size());
  bool first = true;
  std::uint32_t parts_left = 0;  // of a compound
  bool is_first_part = false;
  for (const Token& token : tokens_) {
    counter_.start(token.break_before);
    const bool compound = token.kind == TokenKind::compound;
    const bool elided = token.kind == TokenKind::particle;
    const Span span = counter_.span(compound ? token.parts : 0);
    counter_.pass(compound ? token.parts : 0, elided);
    if (first) paragraph.first_sentence = span.sentence;
    first = false;
    if (compound) {
      parts_left = token.parts;
      is_first_part = true;
      continue;
    }
    places_.resize(span.begin);  // what is skipped between paragraphs is in none
    places_.push_back({token.begin, token.end, index, span.sentence, elided, parts_left > 0 && !is_first_part});
    parts_left -= parts_left > 0;
    is_first_part = false;
  }
  paragraphs_.push_back(paragraph);
}

/// The byte from where so many words before a position are shown, with what is elided or opens before them.
std::uint32_t PrintedText::left_end(std::uint32_t position, std::size_t words) const {
  const Place& here = places_[position];
  std::uint32_t at = position;
  const auto goes_on = [&] { return words > 0 || places_[at - 1].elided || (at < position && places_[at].continues); };
  while (at > 0 && places_[at - 1].paragraph == here.paragraph && goes_on()) {
    --at;
    words -= words > 0 && !places_[at].elided;
  }
  const Paragraph& paragraph = paragraphs_[here.paragraph];
  if (at == 0 || places_[at - 1].paragraph != here.paragraph) return paragraph.begin;
  const std::string_view text = paragraph.number == 0 ? article_->title : article_->text;
  return at == position ? here.begin : with_opening_marks(text, places_[at - 1].end, places_[at].begin);
}

/// The byte behind so many words that follow a position.
std::uint32_t PrintedText::right_end(std::uint32_t position, std::size_t words) const {
  const Place& here = places_[position];
  std::uint32_t at = position;
  for (; words > 0 && at + 1 < places_.size() && places_[at + 1].paragraph == here.paragraph; ++at)
    words -= !places_[at + 1].elided;
  while (at > position && at + 1 < places_.size() && places_[at + 1].continues) ++at;
  const bool is_last = at + 1 == places_.size() || places_[at + 1].paragraph != here.paragraph;
  return is_last && words > 0 ? paragraphs_[here.paragraph].end : places_[at].end;
}

std::optional<ConcordanceLine> PrintedText::line(const Span& span, std::size_t context) const {
  if (span.end <= span.begin || span.end > places_.size()) return std::nullopt;
  const Place& first = places_[span.begin];
  const Place& last = places_[span.end - 1];
  if (first.paragraph == none || last.paragraph != first.paragraph) return std::nullopt;
  const Paragraph& paragraph = paragraphs_[first.paragraph];
  const std::string_view text = paragraph.number == 0 ? article_->title : article_->text;
  const std::uint32_t begin = left_end(span.begin, context);
  const std::uint32_t end = std::max(right_end(span.end - 1, context), last.end);
  ConcordanceLine line;
  line.left = text.substr(begin, first.begin - begin);
  line.pivot = text.substr(first.begin, last.end - first.begin);
  line.right = text.substr(last.end, end - last.end);
  line.paragraph = paragraph.number;
  line.sentence = first.sentence - paragraph.first_sentence + 1;
  line.begin = static_cast<std::uint32_t>(code_point_count(text.substr(0, first.begin)));
  line.end = line.begin + static_cast<std::uint32_t>(code_point_count(line.pivot));
  return line;
}

}  // namespace hemero
