#include "indexer/formats/html/html_page.h"

#include <algorithm>

#include "common/base/small_letters.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

std::vector<MetaTag> read_meta(const HtmlTree& tree) {
  std::vector<MetaTag> tags;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree.node(i);
    if (node.tag != "meta") continue;
    const std::string content(trimmed(plain_text(tree.attribute(node, "content"))));
    for (const std::string_view attribute : {"property", "name", "itemprop"})
      if (const auto name = tree.attribute(node, attribute); !name.empty() && !content.empty())
        tags.push_back({small_letters(name), content});
  }
  return tags;
}

}  // namespace

HtmlPage::HtmlPage(std::string_view markup, const std::vector<std::string>& json_blocks, const HtmlLimits& limits)
    : tree(parse_html(markup, limits)),
      json_ld(read_json_ld(json_blocks)),
      meta(read_meta(tree)),
      blocks(read_blocks(tree)),
      parts(tree, blocks) {}

const MetaTag* HtmlPage::find_meta(std::string_view name) const {
  const auto found = std::find_if(meta.begin(), meta.end(), [&](const MetaTag& tag) { return tag.name == name; });
  return found == meta.end() ? nullptr : &*found;
}

std::vector<std::string> HtmlPage::microdata(std::string_view property) const {
  std::vector<std::string> values;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree.node(i);
    const std::string_view names = tree.attribute(node, "itemprop");
    if (names.empty() || (" " + std::string(names) + " ").find(" " + std::string(property) + " ") == std::string::npos)
      continue;
    if (parts.is_apart(i)) continue;
    std::string value(trimmed(tree.attribute(node, "content")));
    if (value.empty()) value = tree.line_of(i);
    if (!value.empty()) values.push_back(std::move(value));
  }
  return values;
}

}  // namespace hemero
