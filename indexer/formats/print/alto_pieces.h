#pragma once

#include <set>
#include <string>
#include <vector>

#include "indexer/formats/xml/xml_element.h"

namespace hemero {

/// The words and lines of a page, by their ids, before and behind which blocks are cut, because an area of a METS file
/// begins or ends there. Ids of whole blocks may be among them and cut nothing.
struct AltoCuts {
  std::set<std::string, std::less<>> before;
  std::set<std::string, std::less<>> behind;
};

/// A part of a TextBlock: an element with the lines, or parts of lines, that belong to it.
struct AltoPiece {
  XmlElement lines;
  std::vector<std::string> ids;  ///< of the word or line that it begins with, and of the one it was cut behind
};

/// The parts of a block that is cut; none where nothing cuts it.
std::vector<AltoPiece> cut_block(const XmlElement& block, const AltoCuts& cuts);

}  // namespace hemero
