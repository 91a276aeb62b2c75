#pragma once

#include <string>
#include <vector>

#include "indexer/formats/documents/document.h"

namespace hemero {

/// A line of print and where it stands, in points from the left and from the top of its page.
struct PdfLine {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  std::string text;

  double height() const { return bottom - top; }
};

/// Lines below one another, of one column.
using PdfBlock = std::vector<PdfLine>;

struct PdfPage {
  double height = 0;
  std::vector<PdfBlock> blocks;  ///< in reading order
};

/// Makes paragraphs of lines, in the order of the pages: what goes on in the next column or on the next page is one
/// paragraph, and words cut at lines' ends are made whole. What is set in larger letters than the text is a heading,
/// the largest of the first page that has any the title. What pages repeat at their top and bottom, page numbers, and
/// lines that run upwards are debris. The time is linear in the lines, but for sorting.
std::vector<DocumentBlock> read_layout(const std::vector<PdfPage>& pages);

}  // namespace hemero
