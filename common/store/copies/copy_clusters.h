#pragma once

#include <cstddef>
#include <functional>
#include <vector>

namespace hemero {

/// How much two texts have in common when they are copies of one another: above 0, 1 for all; else 0.
using CopyLikeness = std::function<double(std::size_t earlier, std::size_t later)>;

/// Makes clusters of texts 0 to count - 1, numbered in the order of their publication: for each text the first one of
/// its cluster. A text joins the first text that it is most like, of equally like ones the earliest; one that is a copy
/// of no first text is one itself. So all of a cluster are copies of its first text, and a chain of small changes does
/// not join what differs. Asks for the likeness of texts to first texts only.
std::vector<std::size_t> first_texts(std::size_t count, const CopyLikeness& likeness);

}  // namespace hemero
