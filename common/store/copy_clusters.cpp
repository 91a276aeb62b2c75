#include "common/store/copy_clusters.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace hemero {

std::vector<std::size_t> first_texts(std::size_t count, std::vector<CopyPair> pairs) {
  // The likest of each text's pairs come first, and of equally like ones the earliest published.
  std::sort(pairs.begin(), pairs.end(), [](const CopyPair& a, const CopyPair& b) {
    return std::tuple(a.later, -a.likeness, a.earlier) < std::tuple(b.later, -b.likeness, b.earlier);
  });
  std::vector<std::size_t> firsts(count);
  std::iota(firsts.begin(), firsts.end(), std::size_t{0});
  for (const CopyPair& pair : pairs)
    if (firsts[pair.later] == pair.later && firsts[pair.earlier] == pair.earlier) firsts[pair.later] = pair.earlier;
  return firsts;
}

}  // namespace hemero
