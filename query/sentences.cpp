#include "query/sentences.h"

#include "common/text/unicode.h"

namespace hemero {

namespace {

bool opens_quotation(char32_t c) {
  return c == U'«' || c == U'“' || c == U'„' || c == U'(' || c == U'[' || c == U'"' || c == U'‘' || c == 0x2014 ||
         c == 0x2013;
}

/// Where the sentence of the token at `begin` starts: at the quotation mark or dash right before it, if there is one.
std::uint32_t sentence_start(std::string_view text, std::uint32_t lower, std::uint32_t begin) {
  std::size_t start = begin;
  for (std::size_t at = begin; at > lower;) {
    const std::size_t before = floor_code_point(text, at - 1);
    const char32_t c = code_point_at(text, before).value;
    const CharClass what = char_class(c);
    if (opens_quotation(c))
      start = before;
    else if (what != CharClass::blank && what != CharClass::line_feed)
      break;
    at = before;
  }
  return static_cast<std::uint32_t>(start);
}

std::uint32_t without_blanks_behind(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  while (end > begin) {
    const std::size_t before = floor_code_point(text, end - 1);
    const CharClass what = char_class(code_point_at(text, before).value);
    if (what != CharClass::blank && what != CharClass::line_feed) break;
    end = static_cast<std::uint32_t>(before);
  }
  return end;
}

}  // namespace

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
    const std::uint32_t start = first ? zones[zone].begin : sentence_start(list.text(), lower, tokens[i].begin);
    if (!sentences.empty()) sentences.back().last_token = i;
    if (!first) sentences.back().range.end = start;
    sentences.push_back({{start, zones[zone].end}, zone, i, tokens.size()});
  }
  for (Sentence& sentence : sentences)
    sentence.range.end = without_blanks_behind(list.text(), sentence.range.begin, sentence.range.end);
  return sentences;
}

}  // namespace hemero
