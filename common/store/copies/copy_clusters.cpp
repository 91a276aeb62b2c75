#include "common/store/copies/copy_clusters.h"

namespace hemero {

std::vector<std::size_t> first_texts(std::size_t count, const CopyLikeness& likeness) {
  std::vector<std::size_t> own_first;  // texts that are the first of their cluster
  std::vector<std::size_t> firsts;
  for (std::size_t text = 0; text < count; ++text) {
    firsts.push_back(text);
    double most = 0;
    for (const std::size_t first : own_first) {
      const double alike = likeness(first, text);
      if (alike <= most) continue;
      most = alike;
      firsts[text] = first;
    }
    if (most == 0) own_first.push_back(text);
  }
  return firsts;
}

}  // namespace hemero
