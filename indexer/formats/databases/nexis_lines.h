#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// True for the line with which LexisNexis begins an article: "1 of 25 DOCUMENTS", "Document 1 de 25", "Dokument 1 von
/// 25".
bool is_document_number(std::string_view line);

/// True for the line with which Nexis Uni ends one: "End of Document", "Fin du document".
bool is_document_end(std::string_view line);

/// An article of LexisNexis or Nexis Uni out of its lines, whichever file brought them. A line is a block of text: a
/// paragraph; line feeds inside of it are breaks that were printed; blank ones are passed over. At the head stand
/// newspaper, date and title without names (LexisNexis in this order, Nexis Uni with the title first), then lines with
/// names ("BYLINE: …", "LONGUEUR: 143 mots"), in Nexis Uni up to a line "Body". Key and path are left empty; title and
/// text may be.
Article read_nexis_lines(const std::vector<std::string>& lines);

}  // namespace hemero
