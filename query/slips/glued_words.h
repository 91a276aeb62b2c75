#pragma once

#include <optional>
#include <string>

#include "query/slips/correction.h"

namespace hemero {

/// Words of the archive that were typed without the blanks or apostrophes between them: "giletsjaunes", "etatdurgence"
/// (état d'urgence). Of several ways that with the most frequent words, and the fewest. Nothing when there is none.
std::optional<Correction> words_apart(const std::string& folded, FormFinder& forms);

}  // namespace hemero
