#include "common/store/copies/copy_component.h"

#include <algorithm>

#include "common/store/copies/copy_clusters.h"

namespace hemero {

void CopyComponent::gather(VersionId version, const std::unordered_set<VersionId>& apart) {
  reach(texts_.number(version));
  for (std::size_t next = 0; next < reached_.size(); ++next) {
    const std::size_t text = reached_[next];
    for (const VersionId near : texts_.around(text)) {
      if (apart.contains(near)) continue;
      const std::size_t other = texts_.number(near);
      if (!is_reached_.contains(other) && texts_.likeness(text, other) > 0) reach(other);
    }
  }
  for (const std::size_t text : reached_) {
    const auto& printed = texts_.text(text).versions;
    versions_.insert(versions_.end(), printed.begin(), printed.end());
  }
}

void CopyComponent::reach(std::size_t text) {
  is_reached_.insert(text);
  reached_.push_back(text);
}

CopyClusters CopyComponent::clusters(const Publication& publication) const {
  if (versions_.size() == 1) return {};
  std::vector<std::vector<Printing>> printings;  // of each text, then the texts, in the order of their publication
  for (const std::size_t text : reached_) {
    auto& of_text = printings.emplace_back();
    for (const VersionId version : texts_.text(text).versions) of_text.push_back({publication(version), version, text});
    std::sort(of_text.begin(), of_text.end());
  }
  std::sort(printings.begin(), printings.end());
  const auto likeness = [&](std::size_t earlier, std::size_t later) {
    return texts_.likeness(printings[earlier].front().text, printings[later].front().text);
  };
  const std::vector<std::size_t> first = first_texts(printings.size(), likeness);
  std::vector<std::size_t> sizes(printings.size());
  for (std::size_t i = 0; i < printings.size(); ++i) sizes[first[i]] += printings[i].size();
  CopyClusters clusters;
  for (std::size_t i = 0; i < printings.size(); ++i)
    for (const Printing& printing : printings[i])
      if (sizes[first[i]] > 1) clusters.emplace(printing.version, printings[first[i]].front().version);
  return clusters;
}

}  // namespace hemero
