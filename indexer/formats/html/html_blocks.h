#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "indexer/formats/html/html_tree.h"
#include "indexer/prose/byline.h"

namespace hemero {

/// What the element that holds a block of text is.
enum class BlockKind : std::uint8_t { paragraph, heading, item, loose };

/// A block of a page's text: what stands between two places where a browser begins a new line.
struct HtmlBlock {
  std::string text;           ///< blanks as single spaces, a single <br> as a line feed
  std::uint32_t element = 0;  ///< the nearest element that is a block
  std::uint32_t node = 0;     ///< the block's first text in the tree
  BlockKind kind = BlockKind::loose;
  std::size_t length = 0;  ///< code points; those of Chinese, Japanese and Korean count three times
  std::size_t linked = 0;  ///< bytes of the text that stand in links
  bool sentence = false;   ///< ends as one

  /// More of it is links than not.
  bool is_linked() const { return linked * 2 > text.size(); }
};

/// The block as a byline, when it is one. Pages print no-break spaces in it as they like.
std::optional<Byline> byline_of(const HtmlBlock& block);

/// All text of a page that browsers show, in its order.
std::vector<HtmlBlock> read_blocks(const HtmlTree& tree);

}  // namespace hemero
