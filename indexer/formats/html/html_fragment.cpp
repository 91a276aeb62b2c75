#include "indexer/formats/html/html_fragment.h"

#include <algorithm>
#include <string>
#include <utility>

#include "common/text/line_shape.h"
#include "indexer/formats/html/html_blocks.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_parts.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/prose/article_text.h"
#include "indexer/prose/debris_lines.h"
#include "indexer/prose/line_join.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_debris = 160;  ///< code points of a line that is known as debris

ZoneKind kind_of(const HtmlBlock& block, const PageParts& parts) {
  const bool apart = parts.is_apart(block.element) || parts.of(block.element) == PagePart::caption;
  const bool known = block.length <= longest_debris && known_line_kind(block.text) != LineKind::text;
  if (apart || known) return ZoneKind::debris;
  return block.kind == BlockKind::heading ? ZoneKind::heading : ZoneKind::paragraph;
}

void append_markup(Article& article, std::string_view fragment) {
  const HtmlTree tree = parse_html(read_html_source(fragment).markup);
  const auto blocks = read_blocks(tree);
  const PageParts parts(tree, blocks);
  for (const HtmlBlock& block : blocks) append_zone(article, kind_of(block, parts), block.text);
}

void append_plain(Article& article, std::string_view text) {
  std::vector<std::string> lines;
  for (const std::string_view paragraph : split_paragraphs(text)) {
    std::string line;
    for (const std::string_view part : trimmed_lines(paragraph)) {
      if (!line.empty()) line += cut_part(line).empty() ? ' ' : '\n';
      line += plain_text(part);
    }
    lines.push_back(std::move(line));
  }
  append_paragraphs(article, {lines.begin(), lines.end()});
}

/// The summary is the text's beginning, cut: "Onze minutes par jour, deux cent […]".
bool is_beginning(std::string_view summary, std::string_view text) {
  const std::string shape = line_shape(summary);
  return !shape.empty() && line_shape(text).starts_with(shape);
}

}  // namespace

void append_fragment(Article& article, std::string_view fragment) {
  if (fragment.find('<') == std::string_view::npos)
    append_plain(article, fragment);
  else
    append_markup(article, fragment);
}

void add_summary(Article& article, std::string_view summary) {
  Article lead;
  append_fragment(lead, summary);
  const std::string line = joined_zones(lead, std::nullopt);
  const std::string text = joined_zones(article, std::nullopt);
  if (line.empty()) return;
  if (text.empty()) return append_fragment(article, summary);
  const auto first = std::find_if(article.zones.begin(), article.zones.end(),
                                  [](const Zone& zone) { return zone.kind != ZoneKind::debris; });
  if (article.zone_text(*first) == line) {
    first->kind = ZoneKind::lead;
  } else if (!is_beginning(line, text)) {
    const Article body = std::exchange(article, Article(article));
    article.text.clear();
    article.zones.clear();
    append_zone(article, ZoneKind::lead, line);
    for (const Zone& zone : body.zones) append_zone(article, zone.kind, body.zone_text(zone));
  }
}

std::string text_of_fragment(std::string_view markup) {
  std::string text;
  if (markup.empty()) return text;
  const HtmlTree tree = parse_html(read_html_source(markup).markup);
  for (const HtmlBlock& block : read_blocks(tree)) (text += text.empty() ? "" : "\n\n") += block.text;
  return text;
}

}  // namespace hemero
