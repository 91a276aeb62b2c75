#include "indexer/formats/html/html_parts.h"

#include <algorithm>
#include <array>

namespace hemero {

namespace {

constexpr std::size_t shortest_good = 60;      ///< code points of a paragraph that looks like an article's
constexpr std::size_t fewest_outside = 200;    ///< good text that must be left when comments are taken away
constexpr std::size_t longest_byline = 300;    ///< code points of text in an element that is a byline
constexpr std::size_t longest_caption = 1500;  ///< … a caption or a lead

bool is_good(const HtmlBlock& block) {
  return block.kind != BlockKind::heading && block.length >= shortest_good && !block.is_linked() &&
         (block.sentence || block.length >= 3 * shortest_good);
}

/// What HTML itself says. Lists of roles: WAI-ARIA landmarks.
PagePart part_of_tag(const HtmlTree& tree, const HtmlNode& node) {
  constexpr std::array<std::string_view, 8> roles{"navigation", "complementary", "contentinfo", "banner",
                                                  "search",     "dialog",        "menu",        "alert"};
  if (node.flow == HtmlFlow::beside) return PagePart::beside;
  if (node.tag == "figure" || node.tag == "figcaption") return PagePart::caption;
  if (std::find(roles.begin(), roles.end(), tree.attribute(node, "role")) != roles.end()) return PagePart::beside;
  const std::string_view style = tree.attribute(node, "style");
  const bool hidden = style.find("display:none") != std::string_view::npos ||
                      style.find("display: none") != std::string_view::npos || tree.has_attribute(node, "hidden");
  return hidden ? PagePart::beside : PagePart::content;
}

/// These carry words that tell of the site or of the article's subject ("category-newsletter").
bool names_subject(std::string_view tag) { return tag == "html" || tag == "body" || tag == "article" || tag == "main"; }

}  // namespace

PageParts::PageParts(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks)
    : tree_(tree), blocks_(blocks), parts_(tree.size(), PagePart::content) {
  tell_comments();
  tell_parts(sum_up());
  good_ = sum_up().good;
}

/// How much text stands where, without what is known to stand beside the article.
PageParts::AllText PageParts::sum_up() const {
  AllText all;
  for (const HtmlBlock& block : blocks_) {
    const bool counts = is_good(block) && parts_[block.element] <= PagePart::lead;
    all.good.push_back(all.good.back() + (counts ? block.length : 0));
    all.length.push_back(all.length.back() + block.length);
  }
  return all;
}

PagePart PageParts::named_part(const HtmlNode& node) const {
  if (names_subject(node.tag)) return PagePart::content;
  return std::max(part_named(tree_.attribute(node, "class")), part_named(tree_.attribute(node, "id")));
}

/// Comments first: they may hold more text than the article, and must not count when other parts are weighed.
void PageParts::tell_comments() {
  const AllText all = sum_up();
  for (std::uint32_t i = 1; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_.node(i);
    const bool named = node.flow == HtmlFlow::block && named_part(node) == PagePart::comments;
    if (!named || all.good.back() - sum(all.good, i) < fewest_outside) continue;
    std::fill(parts_.begin() + i, parts_.begin() + node.end, PagePart::comments);
    i = node.end - 1;
  }
}

void PageParts::tell_parts(const AllText& all) {
  for (std::uint32_t i = 1; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_.node(i);
    const PagePart around = parts_[node.parent];
    const bool in_line = node.tag == "span" || node.tag == "small";
    const bool element = node.flow == HtmlFlow::block || node.flow == HtmlFlow::beside || in_line;
    const PagePart own = element ? part_of(i, all) : PagePart::content;
    parts_[i] = std::max({parts_[i], own, around == PagePart::body ? PagePart::content : around});
  }
}

/// What an element is by itself; content when it holds more than such parts do.
PagePart PageParts::part_of(std::uint32_t element, const AllText& all) const {
  const HtmlNode& node = tree_.node(element);
  const std::size_t total = all.good.back();
  const std::size_t inside = sum(all.good, element);
  const std::size_t length = sum(all.length, element);
  const PagePart part = std::max(part_of_tag(tree_, node), named_part(node));
  if (part == PagePart::comments) return PagePart::content;  // told before
  if (part == PagePart::beside) return inside * 5 > total * 2 ? PagePart::content : part;
  if (part == PagePart::byline) return length > longest_byline ? PagePart::content : part;
  if (part == PagePart::caption || part == PagePart::lead) return length > longest_caption ? PagePart::content : part;
  return part;
}

PageParts::BlockRange PageParts::blocks_of(std::uint32_t element) const {
  const auto first = [&](std::uint32_t node) {
    const auto found = std::lower_bound(blocks_.begin(), blocks_.end(), node,
                                        [](const HtmlBlock& block, std::uint32_t at) { return block.node < at; });
    return static_cast<std::size_t>(found - blocks_.begin());
  };
  return {first(element), first(tree_.node(element).end)};
}

std::size_t PageParts::sum(const Sums& sums, std::uint32_t element) const {
  const BlockRange range = blocks_of(element);
  return sums[range.end] - sums[range.begin];
}

std::size_t PageParts::good_text(std::uint32_t element) const { return sum(good_, element); }

}  // namespace hemero
