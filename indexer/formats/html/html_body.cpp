#include "indexer/formats/html/html_body.h"

#include <algorithm>

#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "indexer/formats/html/html_body_finder.h"
#include "indexer/prose/debris_lines.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t shortest_loose = 50;  ///< code points of text that stands in no paragraph and ends no sentence
constexpr std::size_t shortest_lead = 40;   ///< code points
constexpr std::size_t shortest_paragraph = 60;  ///< that shows that the article goes on
constexpr std::size_t most_leads = 3;           ///< blocks
constexpr std::size_t lead_reach = 40;          ///< blocks between title and text in which the lead may stand
constexpr std::uint32_t most_in_heading = 200;  ///< nodes
constexpr std::size_t most_in_card = 4;         ///< blocks of an element that announces another article

/// The heading that is the title, or ends with it: of the first rank if there is one; 0 for none.
std::uint32_t title_heading(const HtmlTree& tree, const PageParts& parts, const std::string& title) {
  const auto says_title = [&](std::uint32_t heading) {
    if (parts.is_apart(heading) || tree.node(heading).end - heading > most_in_heading) return false;
    const std::string line = line_shape(tree.line_of(heading));
    return line == title || line.ends_with(" " + title);
  };
  for (const bool first_rank : {true, false})
    for (std::uint32_t i = 1; !title.empty() && i < tree.size(); ++i) {
      const std::string_view tag = tree.node(i).tag;
      if (is_heading(tag) && (tag == "h1") == first_rank && says_title(i)) return i;
    }
  return 0;
}

/// Tells what each block of the article's element is.
class BlockTeller {
 public:
  BlockTeller(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const PageParts& parts,
              const BodyHints& hints, std::uint32_t title)
      : tree_(tree),
        blocks_(blocks),
        parts_(parts),
        title_(line_shape(hints.title)),
        heading_(title),
        description_(line_shape(hints.description)) {}

  void tell(HtmlBody& body) {
    const auto range = parts_.blocks_of(body.element);
    const std::size_t last = last_paragraph(range);
    bool closed = false;
    bool begun = false;  // a paragraph or a heading was found: what follows is no lead
    for (std::size_t i = range.begin; i < range.end; ++i) {
      if (is_title(blocks_[i])) continue;
      bool weak = false;
      ZoneKind kind = kind_of(i, !begun, weak);
      const bool signs_off = i > last && kind == ZoneKind::paragraph && !blocks_[i].sentence &&
                             blocks_[i].kind != BlockKind::item && blocks_[i].length < shortest_loose;
      if (signs_off) kind = ZoneKind::debris;  // a name, an agency
      closed = closed || (i > last && known_line_kind(blocks_[i].text) == LineKind::tail);
      if (closed) kind = ZoneKind::debris;
      begun = begun || kind == ZoneKind::paragraph || kind == ZoneKind::heading;
      body.pieces.push_back({kind, i, (weak || signs_off) && !closed});
    }
    drop_loose_headings(body);
    drop_teasers(body);
    add_lead(body, range.begin);
  }

 private:
  ZoneKind kind_of(std::size_t index, bool first, bool& weak) const {
    const HtmlBlock& block = blocks_[index];
    const PagePart part = parts_.of(block.element);
    if (parts_.is_apart(block.element) || part == PagePart::caption) return ZoneKind::debris;
    if (part == PagePart::byline && !block.sentence) return ZoneKind::debris;
    if (is_link(block) || known_line_kind(block.text) != LineKind::text) return ZoneKind::debris;
    if (is_announcement(index)) return ZoneKind::debris;
    if (first && is_lead(block)) return ZoneKind::lead;
    if (block.kind == BlockKind::heading) return ZoneKind::heading;
    if (const auto byline = byline_of(block); byline && (!block.sentence || byline->alone)) return ZoneKind::debris;
    const bool label = first && block.length < shortest_lead;
    weak = !block.sentence && (label || (block.kind == BlockKind::loose && block.length < shortest_loose));
    return weak ? ZoneKind::debris : ZoneKind::paragraph;
  }

  /// The title, or a part of its heading that the title holds.
  bool is_title(const HtmlBlock& block) const {
    if (title_.empty()) return false;
    const std::string shape = line_shape(block.text);
    const bool in_heading = heading_ < block.node && block.node < tree_.node(heading_).end && heading_ > 0;
    return shape == title_ || (in_heading && !shape.empty() && title_.find(shape) != std::string::npos);
  }

  /// Titles of other articles are links from end to end; a sentence may hold a long one.
  static bool is_link(const HtmlBlock& block) {
    const bool sentence = block.sentence && block.length >= 2 * shortest_paragraph;
    return block.is_linked() && !(sentence && block.linked * 10 < block.text.size() * 9);
  }

  /// A few words below another article's title, which is a heading and a link, with nothing else in their element.
  bool is_announcement(std::size_t index) const {
    if (index == 0 || blocks_[index - 1].kind != BlockKind::heading || !blocks_[index - 1].is_linked()) return false;
    if (is_title(blocks_[index - 1])) return false;
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
    for (std::size_t i = range.end; i-- > range.begin;) {
      bool weak = false;
      if (blocks_[i].sentence && blocks_[i].length >= shortest_paragraph &&
          kind_of(i, false, weak) == ZoneKind::paragraph)
        return i;
    }
    return range.begin;
  }

  /// A heading heads some text.
  static void drop_loose_headings(HtmlBody& body) {
    bool text = false;
    for (auto piece = body.pieces.rbegin(); piece != body.pieces.rend(); ++piece) {
      if (piece->kind == ZoneKind::heading && !text) *piece = {ZoneKind::debris, piece->block, true};
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
    while (from < begin && !is_title(blocks_[from])) ++from;
    if (title_.empty()) return;
    std::vector<HtmlBody::Piece> leads;
    for (std::size_t i = from; i < begin && leads.size() < most_leads; ++i)
      if (is_lead(blocks_[i]) && !blocks_[i].is_linked()) leads.push_back({ZoneKind::lead, i, false});
    body.pieces.insert(body.pieces.begin(), leads.begin(), leads.end());
  }

  const HtmlTree& tree_;
  const std::vector<HtmlBlock>& blocks_;
  const PageParts& parts_;
  std::string title_;
  std::uint32_t heading_;  ///< the title's, 0 for none
  std::string description_;
};

}  // namespace

HtmlBody find_body(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const PageParts& parts,
                   const BodyHints& hints) {
  HtmlBody body;
  const std::uint32_t title = title_heading(tree, parts, line_shape(hints.title));
  const FoundBody found = find_body_element(tree, parts, title);
  body.rule = found.rule;
  body.element = found.element;
  BlockTeller(tree, blocks, parts, hints, title).tell(body);
  return body;
}

void take_weak_pieces(HtmlBody& body, const std::vector<HtmlBlock>& blocks) {
  for (auto& piece : body.pieces)
    if (piece.weak)
      piece.kind = blocks[piece.block].kind == BlockKind::heading ? ZoneKind::heading : ZoneKind::paragraph;
}

}  // namespace hemero
