#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "indexer/input/article_extractor.h"

namespace hemero {

/// A paragraph of a document. Its text is trimmed and may have line feeds, where the document breaks lines.
struct DocumentBlock {
  /// As far as its style or the size of its letters tells. Debris are running heads and page numbers.
  enum class Kind : std::uint8_t { title, heading, paragraph, debris };

  Kind kind = Kind::paragraph;
  std::string text;
  bool begins_section = false;
};

/// What an office program, a typesetter or a mail program wrote: paragraphs in reading order, and what the file says
/// about itself. All strings are UTF-8.
struct Document {
  std::string title;
  std::vector<std::string> authors;
  std::string date;  ///< in ISO 8601, or as mail writes it
  std::vector<DocumentBlock> blocks;
  bool of_nexis = false;  ///< an article of a delivery of Nexis (nexis_lines.h)

  /// Bytes of the blocks' text.
  std::size_t size() const;
};

/// A document, or why it cannot be read.
using ReadDocument = std::variant<Document, FileFault>;

/// The documents of a file that holds several, one behind the other, as press databases deliver them. Nexis closes each
/// with a line (nexis_lines.h) and begins each in a section of its own; a list of them may stand in the first ones.
/// Of any other file, the document itself.
std::vector<Document> cut_deliveries(Document document);

}  // namespace hemero
