#include "indexer/formats/html/html_parts.h"

#include <algorithm>
#include <array>

namespace hemero {

namespace {

constexpr std::size_t shortest_good = 60;    ///< code points of a paragraph that looks like an article's
constexpr std::size_t fewest_outside = 200;  ///< good text that must be left when comments or a gallery are taken away
constexpr std::size_t fewest_pictures = 3;   ///< of a gallery
constexpr std::size_t longest_legend = 600;  ///< code points of good text for each of them
constexpr std::size_t longest_call = 600;    ///< code points of a call to subscribe
constexpr std::uint32_t heading_reach = 20;  ///< nodes from the beginning of a part in which its heading is looked for
constexpr std::size_t longest_byline = 300;  ///< code points of text in an element that is a byline
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
  return tree.is_hidden(node) ? PagePart::beside : PagePart::content;
}

bool may_be_part(const HtmlNode& node) {
  const bool in_line = node.tag == "span" || node.tag == "small";
  return node.flow == HtmlFlow::block || node.flow == HtmlFlow::beside || in_line;
}

bool is_picture(const HtmlTree& tree, const HtmlNode& node) {
  return node.tag == "img" || tree.attribute(node, "style").find("background-image") != std::string_view::npos;
}

/// These carry words that tell of the site or of the article's subject ("category-newsletter").
bool names_subject(std::string_view tag) { return tag == "html" || tag == "body" || tag == "article" || tag == "main"; }

}  // namespace

PageParts::PageParts(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks)
    : tree_(tree), blocks_(blocks), names_(tree.size(), PagePart::content), parts_(tree.size(), PagePart::content) {
  read_names();
  tell_comments();
  tell_galleries();
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

/// The classes of an element and its id, which is no name where it is the address of a heading: "sharing-with-others".
PagePart PageParts::named_part(std::uint32_t element) const {
  const HtmlNode& node = tree_.node(element);
  if (!may_be_part(node) || names_subject(node.tag)) return PagePart::content;
  const PagePart by_class = part_named(tree_.attribute(node, "class"));
  const PagePart by_id = part_named(tree_.attribute(node, "id"));
  return by_id <= by_class || leads_to_itself(element) ? by_class : by_id;
}

/// True when the heading that an element begins with is a link to the element.
bool PageParts::leads_to_itself(std::uint32_t element) const {
  const HtmlNode& node = tree_.node(element);
  const std::string_view id = tree_.attribute(node, "id");
  for (std::uint32_t i = element + 1; i < std::min(node.end, element + heading_reach); ++i) {
    if (tree_.node(i).tag != "a") continue;
    const std::string_view href = tree_.attribute(tree_.node(i), "href");
    if (href.starts_with('#') && href.substr(1) == id) return is_heading(tree_.node(tree_.node(i).parent).tag);
  }
  return false;
}

void PageParts::read_names() {
  for (std::uint32_t i = 0; i < tree_.size(); ++i) {
    names_[i] = named_part(i);
    titles_.push_back(titles_.back() + (tree_.node(i).tag == "h1" ? 1 : 0));
  }
}

bool PageParts::holds_title(std::uint32_t element) const { return titles_[tree_.node(element).end] > titles_[element]; }

void PageParts::fill(std::uint32_t element, PagePart part) {
  std::fill(parts_.begin() + element, parts_.begin() + tree_.node(element).end, part);
}

/// Comments first: they may hold more text than the article, and must not count when other parts are weighed.
void PageParts::tell_comments() {
  const AllText all = sum_up();
  for (std::uint32_t i = 1; i < tree_.size(); ++i) {
    const bool named = tree_.node(i).flow == HtmlFlow::block && names_[i] == PagePart::comments;
    if (!named || all.good.back() - sum(all.good, i) < fewest_outside) continue;
    fill(i, PagePart::comments);
    i = tree_.node(i).end - 1;
  }
}

/// So may the captions of a gallery. An article that is called after its gallery holds the page's title.
void PageParts::tell_galleries() {
  if (std::find(names_.begin(), names_.end(), PagePart::gallery) == names_.end()) return;
  const AllText all = sum_up();
  Sums pictures{0};
  for (std::uint32_t i = 0; i < tree_.size(); ++i)
    pictures.push_back(pictures.back() + (is_picture(tree_, tree_.node(i)) ? 1 : 0));
  for (std::uint32_t i = 1; i < tree_.size(); ++i) {
    if (names_[i] != PagePart::gallery || holds_title(i)) continue;
    const std::size_t shown = pictures[tree_.node(i).end] - pictures[i];
    const std::size_t inside = sum(all.good, i);
    const std::size_t outside = all.good.back() - inside;
    if (shown < fewest_pictures || inside > shown * longest_legend) continue;
    if (outside < fewest_outside || outside * 5 < inside) continue;
    fill(i, PagePart::caption);
    i = tree_.node(i).end - 1;
  }
}

void PageParts::tell_parts(const AllText& all) {
  for (std::uint32_t i = 1; i < tree_.size(); ++i) {
    const HtmlNode& node = tree_.node(i);
    const PagePart around = parts_[node.parent];
    const PagePart own = may_be_part(node) ? part_of(i, all) : PagePart::content;
    parts_[i] = std::max({parts_[i], own, around == PagePart::body ? PagePart::content : around});
  }
}

/// What an element is by itself; content when it holds more than such parts do.
PagePart PageParts::part_of(std::uint32_t element, const AllText& all) const {
  const HtmlNode& node = tree_.node(element);
  const std::size_t length = sum(all.length, element);
  const PagePart part = std::max(part_of_tag(tree_, node), names_[element]);
  if (part == PagePart::comments || part == PagePart::gallery) return PagePart::content;  // told before
  if (part == PagePart::paywall) return node.tag == "p" || length > longest_call ? PagePart::content : PagePart::beside;
  if (part == PagePart::beside) return holds_article(element, all) ? PagePart::content : part;
  if (part == PagePart::byline) return length > longest_byline ? PagePart::content : part;
  if (part == PagePart::caption || part == PagePart::lead) return length > longest_caption ? PagePart::content : part;
  return part;
}

/// True when an element holds too much of the page's text to stand beside it, or much and the page's title.
bool PageParts::holds_article(std::uint32_t element, const AllText& all) const {
  const HtmlNode& node = tree_.node(element);
  const std::size_t fifth = all.good.back() / 5;
  const std::size_t inside = sum(all.good, element);
  if (tree_.is_hidden(node)) return inside > 3 * fifth;
  if (inside > 2 * fifth) return true;
  return inside > fifth && names_[element] == PagePart::beside && holds_title(element);
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
