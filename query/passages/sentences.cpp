#include "query/passages/sentences.h"

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

bool opens_quotation(char32_t c) {
  return c == U'«' || c == U'“' || c == U'„' || c == U'(' || c == U'[' || c == U'"' || c == U'‘' || c == 0x2014 ||
         c == 0x2013;
}

bool is_blank(char32_t c) {
  const CharClass what = char_class(c);
  return what == CharClass::blank || what == CharClass::line_feed;
}

std::uint32_t without_blanks_behind(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (end > begin) {
    const std::size_t before = floor_code_point(text, end - 1);
    if (!is_blank(code_point_at(text, before).value)) break;
    end = static_cast<std::uint32_t>(before);
  }
  return end;
}

}  // namespace

std::uint32_t with_opening_marks(std::string_view text, std::uint32_t lower, std::uint32_t begin) {
  std::size_t start = begin;
  for (std::size_t at = begin; at > lower;) {
    const std::size_t before = floor_code_point(text, at - 1);
    const char32_t c = code_point_at(text, before).value;
    const bool closes = c == U'"' && is_blank(code_point_at(text, at).value);
    if (opens_quotation(c) && !closes)
      start = before;
    else if (!is_blank(c))
      break;
    at = before;
  }
  return static_cast<std::uint32_t>(start);
}

std::vector<Sentence> find_sentences(const TokenList& list, const std::vector<Zone>& zones) {
  const auto& tokens = list.tokens();
  std::vector<Sentence> sentences;
  std::size_t zone = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (i > 0 && tokens[i].break_before == Break::none) continue;
    while (zone < zones.size() && (zones[zone].kind == ZoneKind::debris || zones[zone].end <= tokens[i].begin)) ++zone;
    if (zone == zones.size()) break;
    const bool first = sentences.empty() || sentences.back().zone != zone;
    const std::uint32_t lower = first ? zones[zone].begin : tokens[i - 1].end;
    const std::uint32_t start = first ? zones[zone].begin : with_opening_marks(list.text(), lower, tokens[i].begin);
    if (!sentences.empty()) sentences.back().last_token = i;
    if (!first) sentences.back().range.end = start;
    sentences.push_back({{start, zones[zone].end}, zone, i, tokens.size()});
  }
  for (Sentence& sentence : sentences)
    sentence.range.end = without_blanks_behind(list.text(), sentence.range.begin, sentence.range.end);
  return sentences;
}

}  // namespace hemero
