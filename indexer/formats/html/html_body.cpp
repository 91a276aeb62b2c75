#include "indexer/formats/html/html_body.h"

#include <algorithm>

#include "common/text/line_shape.h"
#include "common/text/unicode.h"
#include "indexer/prose/debris_lines.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t shortest_loose = 50;  ///< code points of text that stands in no paragraph and ends no sentence
constexpr std::size_t shortest_lead = 40;   ///< code points
constexpr std::size_t shortest_paragraph = 60;  ///< that shows that the article goes on
constexpr std::size_t most_leads = 3;           ///< blocks
constexpr std::size_t lead_reach = 40;          ///< blocks between title and text in which the lead may stand
constexpr std::size_t most_in_card = 4;         ///< blocks of an element that announces another article

bool is_paragraph_tag(std::string_view tag) {
  return tag == "p" || tag == "li" || tag == "td" || tag == "blockquote" || tag == "pre" || tag == "dd";
}

/// Chooses the element that holds the article.
class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, const PageParts& parts) : tree_(tree), parts_(parts) {}

  void find(HtmlBody& body) const {
    struct Rule {
      const char* name;
      bool (BodyFinder::*holds)(std::uint32_t) const;
      std::size_t percent;  ///< of the page's good text that the element must hold
    };
    constexpr Rule rules[] = {{"itemprop articleBody", &BodyFinder::is_article_body, 25},
                              {"class of an article's body", &BodyFinder::is_body_part, 50},
                              {"<article>", &BodyFinder::is_article, 50},
                              {"<main>", &BodyFinder::is_main, 50}};
    const std::size_t all = parts_.good_text(0);
    for (const Rule& rule : rules) {
      const std::uint32_t found = richest([&](std::uint32_t element) { return (this->*rule.holds)(element); });
      if (found == 0 || parts_.good_text(found) * 100 < all * rule.percent || has_no_text(found)) continue;
      body.rule = rule.name;
      body.element = rule.holds == &BodyFinder::is_article_body ? found
                     : rule.holds == &BodyFinder::is_article    ? with_continuation(found)
                                                                : densest(found);
      return;
    }
    body.rule = "the element with the most paragraphs";
    body.element = densest(0);
  }

 private:
  bool is_article_body(std::uint32_t element) const {
    return tree_.attribute(tree_.node(element), "itemprop").find("articleBody") != std::string_view::npos;
  }
  bool is_body_part(std::uint32_t element) const { return parts_.of(element) == PagePart::body; }
  bool is_article(std::uint32_t element) const { return tree_.node(element).tag == "article"; }
  bool is_main(std::uint32_t element) const {
    return tree_.node(element).tag == "main" || tree_.attribute(tree_.node(element), "role") == "main";
  }

  bool has_no_text(std::uint32_t element) const {
    const auto range = parts_.blocks_of(element);
    return range.begin == range.end;
  }

  /// Of the elements for which a rule holds the one with the most good text, the first of equal ones; 0 when there is
  /// none.
  template <typename Holds>
  std::uint32_t richest(const Holds& holds) const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < tree_.size(); ++i) {
      const bool element = tree_.node(i).flow == HtmlFlow::block || tree_.node(i).flow == HtmlFlow::beside;
      if (!element || parts_.of(i) > PagePart::lead || !holds(i)) continue;
      if (best == 0 || parts_.good_text(i) > parts_.good_text(best)) best = i;
    }
    return best;
  }

  /// The element around when the text goes on in one <article> after the other, without another's heading.
  std::uint32_t with_continuation(std::uint32_t article) const {
    const std::uint32_t around = tree_.node(article).parent;
    std::size_t good = 0;
    std::size_t parts = 0;
    for (std::uint32_t i = around + 1; i < tree_.node(around).end; i = tree_.node(i).end) {
      if (!is_article(i) || parts_.of(i) > PagePart::lead || parts_.good_text(i) == 0) continue;
      if (parts > 0 && begins_another(i)) return densest(article);
      good += parts_.good_text(i);
      ++parts;
    }
    const bool all = good * 10 >= parts_.good_text(around) * 9;
    return parts > 1 && all ? around : densest(article);
  }

  /// An <article> with a heading or a date is another article, or a comment.
  bool begins_another(std::uint32_t article) const {
    for (std::uint32_t i = article + 1; i < tree_.node(article).end; ++i) {
      const std::string_view tag = tree_.node(i).tag;
      const bool heading = tag.size() == 2 && tag[0] == 'h' && tag[1] >= '1' && tag[1] <= '6';
      if (heading || tag == "time") return true;
    }
    return false;
  }

  /// Goes down as long as one element inside holds nearly all of the good text.
  std::uint32_t densest(std::uint32_t element) const {
    const std::size_t all = parts_.good_text(element);
    for (std::uint32_t i = element + 1; all > 0 && i < tree_.node(element).end;) {
      const HtmlNode& node = tree_.node(i);
      const bool nearly_all = node.flow == HtmlFlow::block && parts_.good_text(i) * 10 >= all * 9;
      if (nearly_all && is_paragraph_tag(node.tag) && !holds_blocks(i)) break;
      if (nearly_all) element = i;
      i = nearly_all ? i + 1 : node.end;
    }
    return element;
  }

  bool holds_blocks(std::uint32_t element) const {
    for (std::uint32_t i = element + 1; i < tree_.node(element).end; ++i)
      if (tree_.node(i).flow == HtmlFlow::block) return true;
    return false;
  }

  const HtmlTree& tree_;
  const PageParts& parts_;
};

/// Tells what each block of the article's element is.
class BlockTeller {
 public:
  BlockTeller(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const PageParts& parts,
              const BodyHints& hints)
      : tree_(tree),
        blocks_(blocks),
        parts_(parts),
        title_(line_shape(hints.title)),
        description_(line_shape(hints.description)) {}

  void tell(HtmlBody& body) {
    const auto range = parts_.blocks_of(body.element);
    const std::size_t last = last_paragraph(range);
    bool closed = false;
    bool begun = false;  // a paragraph or a heading was found: what follows is no lead
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (line_shape(blocks_[i].text) == title_ && !title_.empty()) continue;
      ZoneKind kind = kind_of(i, !begun);
      const bool signs_off = i > last && kind == ZoneKind::paragraph && !blocks_[i].sentence &&
                             blocks_[i].kind != BlockKind::item && blocks_[i].length < shortest_loose;
      if (signs_off) kind = ZoneKind::debris;  // a name, an agency
      closed = closed || (i > last && known_line_kind(blocks_[i].text) == LineKind::tail);
      if (closed) kind = ZoneKind::debris;
      begun = begun || kind == ZoneKind::paragraph || kind == ZoneKind::heading;
      body.pieces.push_back({kind, i});
    }
    drop_loose_headings(body);
    drop_teasers(body);
    add_lead(body, range.begin);
  }

 private:
  ZoneKind kind_of(std::size_t index, bool first) const {
    const HtmlBlock& block = blocks_[index];
    const PagePart part = parts_.of(block.element);
    if (part == PagePart::beside || part == PagePart::comments || part == PagePart::caption) return ZoneKind::debris;
    if (part == PagePart::byline && !block.sentence) return ZoneKind::debris;
    if (is_link(block) || known_line_kind(block.text) != LineKind::text) return ZoneKind::debris;
    if (is_announcement(index)) return ZoneKind::debris;
    if (first && is_lead(block)) return ZoneKind::lead;
    if (block.kind == BlockKind::heading) return ZoneKind::heading;
    if (!block.sentence && byline_of(block)) return ZoneKind::debris;
    const bool label = first && block.length < shortest_lead;
    const bool stray = !block.sentence && (label || (block.kind == BlockKind::loose && block.length < shortest_loose));
    return stray ? ZoneKind::debris : ZoneKind::paragraph;
  }

  /// Titles of other articles are links from end to end; a sentence may hold a long one.
  static bool is_link(const HtmlBlock& block) {
    const bool sentence = block.sentence && block.length >= 2 * shortest_paragraph;
    return block.is_linked() && !(sentence && block.linked * 10 < block.text.size() * 9);
  }

  /// A few words below another article's title, which is a heading and a link, with nothing else in their element.
  bool is_announcement(std::size_t index) const {
    if (index == 0 || blocks_[index - 1].kind != BlockKind::heading || !blocks_[index - 1].is_linked()) return false;
    if (line_shape(blocks_[index - 1].text) == title_) return false;
    const auto card = parts_.blocks_of(tree_.node(blocks_[index].element).parent);
    return card.begin < index && card.end - card.begin <= most_in_card;
  }

  bool is_lead(const HtmlBlock& block) const {
    if (block.length < shortest_lead) return false;
    return parts_.of(block.element) == PagePart::lead ||
           (!description_.empty() && line_shape(block.text) == description_);
  }

  /// The last block that looks like an article's paragraph.
  std::size_t last_paragraph(PageParts::BlockRange range) const {
    for (std::size_t i = range.end; i-- > range.begin;)
      if (blocks_[i].sentence && blocks_[i].length >= shortest_paragraph && kind_of(i, false) == ZoneKind::paragraph)
        return i;
    return range.begin;
  }

  /// A heading heads some text.
  static void drop_loose_headings(HtmlBody& body) {
    bool text = false;
    for (auto piece = body.pieces.rbegin(); piece != body.pieces.rend(); ++piece) {
      if (piece->kind == ZoneKind::heading && !text) piece->kind = ZoneKind::debris;
      if (piece->kind == ZoneKind::paragraph) text = true;
    }
  }

  /// "Lire aussi :" speaks of the short block behind it.
  void drop_teasers(HtmlBody& body) const {
    for (std::size_t i = 0; i + 1 < body.pieces.size(); ++i) {
      const HtmlBlock& next = blocks_[body.pieces[i + 1].block];
      const bool teaser = known_line_kind(blocks_[body.pieces[i].block].text) == LineKind::teaser;
      if (teaser && !next.sentence && next.kind != BlockKind::paragraph) body.pieces[i + 1].kind = ZoneKind::debris;
    }
  }

  /// The lead may stand before the element that holds the text, below the title.
  void add_lead(HtmlBody& body, std::size_t begin) const {
    std::size_t from = begin > lead_reach ? begin - lead_reach : 0;
    while (from < begin && line_shape(blocks_[from].text) != title_) ++from;
    if (title_.empty()) return;
    std::vector<HtmlBody::Piece> leads;
    for (std::size_t i = from; i < begin && leads.size() < most_leads; ++i)
      if (is_lead(blocks_[i]) && !blocks_[i].is_linked()) leads.push_back({ZoneKind::lead, i});
    body.pieces.insert(body.pieces.begin(), leads.begin(), leads.end());
  }

  const HtmlTree& tree_;
  const std::vector<HtmlBlock>& blocks_;
  const PageParts& parts_;
  std::string title_;
  std::string description_;
};

}  // namespace

HtmlBody find_body(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const PageParts& parts,
                   const BodyHints& hints) {
  HtmlBody body;
  BodyFinder(tree, parts).find(body);
  BlockTeller(tree, blocks, parts, hints).tell(body);
  return body;
}

}  // namespace hemero
