#pragma once

#include <string>
#include <vector>

#include "common/model/article.h"
#include "indexer/formats/html/html_parts.h"

namespace hemero {

/// What is known of a page before its text is looked for.
struct BodyHints {
  std::string title;        ///< is not said again in the text
  std::string description;  ///< a block that says the same is the lead
};

/// The text of a page's article: its zones in order, and how it was found.
struct HtmlBody {
  struct Piece {
    ZoneKind kind = ZoneKind::paragraph;
    std::size_t block = 0;
    bool weak = false;  ///< debris only because it is short, or heads nothing
  };
  std::vector<Piece> pieces;
  const char* rule = "";      ///< which rule chose the element that holds the text
  std::uint32_t element = 0;  ///< that element
};

/// Finds the element that holds the article, and tells in it text, headings and debris.
HtmlBody find_body(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks, const PageParts& parts,
                   const BodyHints& hints);

/// Takes for text what was debris only because it is short. For pages of a few words.
void take_weak_pieces(HtmlBody& body, const std::vector<HtmlBlock>& blocks);

}  // namespace hemero
