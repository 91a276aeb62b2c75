#pragma once

#include <cstdint>
#include <vector>

#include "indexer/formats/html/html_blocks.h"
#include "indexer/formats/html/html_part_names.h"
#include "indexer/formats/html/html_tree.h"

namespace hemero {

/// The parts of a page, and how much good text each element holds: paragraphs that look like an article's. A part that
/// holds much of it is content, whatever its classes say. The tree and the blocks must outlive the object.
class PageParts {
 public:
  PageParts(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks);

  /// What the element is, by itself or by what it stands in.
  PagePart of(std::uint32_t element) const { return parts_[element]; }

  /// True for what stands beside the article: a menu, a box, a comment.
  bool is_apart(std::uint32_t element) const {
    return parts_[element] == PagePart::beside || parts_[element] == PagePart::comments;
  }

  /// Code points of good text in an element, without what stands beside the article.
  std::size_t good_text(std::uint32_t element) const;

  /// The blocks of an element: indices, end exclusive.
  struct BlockRange {
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  BlockRange blocks_of(std::uint32_t element) const;

 private:
  using Sums = std::vector<std::size_t>;  ///< of what stands before each block, and of all

  struct AllText {
    Sums good{0};
    Sums length{0};
  };

  AllText sum_up() const;
  void read_names();
  void tell_comments();
  void tell_galleries();
  void tell_parts(const AllText& all);
  PagePart named_part(std::uint32_t element) const;
  bool leads_to_itself(std::uint32_t element) const;
  bool holds_title(std::uint32_t element) const;
  bool holds_article(std::uint32_t element, const AllText& all) const;
  PagePart part_of(std::uint32_t element, const AllText& all) const;
  void fill(std::uint32_t element, PagePart part);
  std::size_t sum(const Sums& sums, std::uint32_t element) const;

  const HtmlTree& tree_;
  const std::vector<HtmlBlock>& blocks_;
  std::vector<PagePart> names_;  ///< what classes and ids say, by node
  std::vector<PagePart> parts_;  ///< by node
  Sums titles_{0};               ///< <h1> before each node, and of all
  Sums good_{0};
};

}  // namespace hemero
