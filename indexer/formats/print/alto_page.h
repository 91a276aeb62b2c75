#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "common/base/byte_input.h"
#include "indexer/formats/print/alto_pieces.h"
#include "indexer/formats/xml/xml_reader.h"

namespace hemero {

/// A block of a printed page as recognised: a paragraph, a heading, a column.
struct PrintedBlock {
  std::vector<std::string> ids;  ///< its own, and those of the blocks around it
  std::string text;              ///< on one line; words that line ends cut are whole
  bool heading = false;          ///< a tag of the page says so
  std::uint32_t rated = 0;       ///< words whose recognition has a confidence
  double confidence = 0;         ///< its sum over these words, each from 0 to 1
};

/// A printed page, in the order in which it is read.
struct AltoPage {
  std::string id;
  std::string number;  ///< as printed, else as counted; may be empty
  std::vector<PrintedBlock> blocks;
  std::optional<XmlFault> fault;  ///< where the file is broken; what stands before it is read
};

/// Reads a file of ALTO (Library of Congress, versions 1 to 4): one page, as recognised from a scan. Its blocks are cut
/// further where a METS file names words or lines. A word that is cut
/// at a line's end is what SUBS_CONTENT says, its hyphen left out or kept as French wants it.
AltoPage read_alto_page(ByteInput& input, const InputLimits& limits = {}, const AltoCuts& cuts = {});

}  // namespace hemero
