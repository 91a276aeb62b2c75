#pragma once

#include <string>

#include "query/words/word_list.h"

namespace hemero {

// Words of the archive that begin so; what is not of the list is told by its number.

/// As one JSON object (docs/json-output.md), without a line feed.
std::string render_terms_json(const TermList& list);

/// As a table with the names of its columns.
std::string render_terms_csv(const TermList& list);

/// For people.
std::string render_terms_text(const TermList& list);

}  // namespace hemero
