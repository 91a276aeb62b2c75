#pragma once

#include <cstddef>
#include <vector>

#include "query/writings/writings.h"

namespace hemero {

/// The ways of data/french/writings.tsv to print some of the typed words that start at `at`.
std::vector<Writing> listed_writings(const std::vector<TypedWord>& typed, std::size_t at);

}  // namespace hemero
