#pragma once

#include <cstddef>
#include <vector>

namespace hemero {

/// Two texts that are copies of one another, and how much they have in common (above 0, 1 for all).
struct CopyPair {
  std::size_t earlier = 0;
  std::size_t later = 0;
  double likeness = 0;
};

/// Makes clusters of texts 0 to count - 1, numbered in the order of their publication: for each text the first one of
/// its cluster. A text joins the first text that it is most like; one that is a copy of no first text is one itself. So
/// all of a cluster are copies of its first text, and a chain of small changes does not join what differs.
std::vector<std::size_t> first_texts(std::size_t count, std::vector<CopyPair> pairs);

}  // namespace hemero
