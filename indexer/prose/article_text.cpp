#include "indexer/prose/article_text.h"

#include "common/text/characters/text_input.h"
#include "common/text/characters/unicode.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_heading = 90;  ///< code points

bool looks_like_heading(std::string_view paragraph, std::string_view next) {
  return paragraph.size() < next.size() && !ends_sentence(paragraph) && ends_sentence(next) &&
         code_point_count(paragraph) <= longest_heading;
}

}  // namespace

void append_paragraphs(Article& article, const std::vector<std::string_view>& paragraphs) {
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    const bool heading = i + 1 < paragraphs.size() && looks_like_heading(paragraphs[i], paragraphs[i + 1]);
    append_zone(article, heading ? ZoneKind::heading : ZoneKind::paragraph, paragraphs[i]);
  }
}

void set_text(Article& article, std::string_view lead, std::string_view body) {
  lead = trimmed(lead);
  std::string lines(body);
  end_lines(lines);
  std::vector<std::string_view> paragraphs = split_paragraphs(lines);
  if (!lead.empty()) append_zone(article, ZoneKind::lead, lead);
  if (!lead.empty() && !paragraphs.empty() && paragraphs.front() == lead) paragraphs.erase(paragraphs.begin());
  append_paragraphs(article, paragraphs);
}

}  // namespace hemero
