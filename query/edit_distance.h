#pragma once

#include <cstddef>
#include <string_view>

namespace hemero {

/// True when `a` becomes `b` by at most `most` edits: a character inserted, deleted, replaced, or two neighbours swapped
/// (Damerau–Levenshtein, optimal string alignment). Counts code points; `most` is small (1–3).
bool within_edits(std::string_view a, std::string_view b, std::size_t most);

}  // namespace hemero
