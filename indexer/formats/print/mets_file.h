#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/base/byte_input.h"
#include "indexer/formats/xml/xml_reader.h"

namespace hemero {

/// What a piece of a printed issue is to the article it belongs to.
enum class PieceKind : std::uint8_t { text, heading, inside_heading, author };

/// A place in a page: a block, the blocks from one to another, or the whole page.
struct MetsArea {
  std::string file;   ///< its id in the METS file
  std::string begin;  ///< id of a block; empty for the whole page
  std::string end;    ///< id of the last block; empty for one alone
  PieceKind kind = PieceKind::text;
};

/// A part of an issue that stands for itself: an article, an advertisement, a notice.
struct MetsArticle {
  std::string id;
  std::string title;
  std::string section;
  std::string language;
  std::vector<std::string> authors;
  std::vector<MetsArea> areas;  ///< in the order of reading
};

struct MetsPage {
  std::string file;  ///< id
  std::string path;  ///< as the METS file names it: a URL, mostly a relative one
  std::string number;
};

/// What a METS file (Library of Congress) says of an issue of a newspaper: its name and date (MODS or Dublin Core), its
/// pages, and its articles where it has a logical structure.
struct MetsIssue {
  std::string paper;
  std::string date;
  std::string language;
  std::string address;  ///< a URL that stands for the issue
  std::vector<MetsPage> pages;
  std::vector<std::string> images;  ///< paths of PDFs, which show the same pages
  std::vector<MetsArticle> articles;
  std::vector<MetsArea> mastheads;  ///< title, imprint, names of sections: what is no article and belongs to none
  std::optional<XmlFault> fault;    ///< where the file is broken; what stands before it is read
};

MetsIssue read_mets(ByteInput& input, const InputLimits& limits = {});

}  // namespace hemero
