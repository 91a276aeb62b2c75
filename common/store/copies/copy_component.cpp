#include "common/store/copies/copy_component.h"

#include <algorithm>

#include "common/store/copies/copy_clusters.h"

namespace hemero {

void CopyComponent::gather(VersionId version) {
  reached_.push_back(text_of(version));
  texts_[reached_.front()].reached = true;
  for (std::size_t next = 0; next < reached_.size(); ++next) look_around(reached_[next]);
  for (const std::size_t text : reached_)
    versions_.insert(versions_.end(), texts_[text].versions.begin(), texts_[text].versions.end());
}

/// The number of a version's text. Versions with the same text share it, so that a text with many copies is compared
/// once.
std::size_t CopyComponent::text_of(VersionId version) {
  const auto known = by_version_.find(static_cast<std::uint32_t>(version));
  if (known != by_version_.end()) return known->second;
  Shingles found = shingles(streams_.codes(version));
  const std::string_view bytes(reinterpret_cast<const char*>(found.data()), found.size() * sizeof found[0]);
  const auto [content, fresh] = by_content_.try_emplace(hash128(bytes), texts_.size());
  if (fresh) texts_.push_back({std::move(found), {}, signatures_.signature(version), false});
  texts_[content->second].versions.push_back(version);
  by_version_.emplace(static_cast<std::uint32_t>(version), content->second);
  return content->second;
}

/// Reaches the copies of a text that were not reached before, among those whose signatures meet its own. A short text
/// has the signature of its copies, so that thousands of lines of one pattern (results, weather) need not be compared.
void CopyComponent::look_around(std::size_t text) {
  const TextSignature signature = texts_[text].signature;
  const bool same_only = is_short(texts_[text].shingles);
  for (const VersionId version : same_only ? signatures_.equal(signature) : signatures_.meeting(signature)) {
    const std::size_t other = text_of(version);
    if (texts_[other].reached || likeness(text, other) == 0) continue;
    texts_[other].reached = true;
    reached_.push_back(other);
  }
}

/// How much two texts have in common when their signatures meet and they are copies, else 0.
double CopyComponent::likeness(std::size_t a, std::size_t b) const {
  if (!texts_[a].signature.meets(texts_[b].signature)) return 0;
  return copy_likeness(texts_[a].shingles, texts_[b].shingles);
}

CopyClusters CopyComponent::clusters(const Publication& publication) const {
  std::vector<std::vector<Printing>> printings;  // of each text, then the texts, in the order of their publication
  for (const std::size_t text : reached_) {
    auto& of_text = printings.emplace_back();
    for (const VersionId version : texts_[text].versions) of_text.emplace_back(publication(version), version);
    std::sort(of_text.begin(), of_text.end());
  }
  std::sort(printings.begin(), printings.end());
  const std::vector<std::size_t> first = firsts(printings);
  std::vector<std::size_t> sizes(printings.size());
  for (std::size_t i = 0; i < printings.size(); ++i) sizes[first[i]] += printings[i].size();
  CopyClusters clusters;
  for (std::size_t i = 0; i < printings.size(); ++i)
    for (const Printing& printing : printings[i])
      if (sizes[first[i]] > 1) clusters.emplace(printing.second, printings[first[i]].front().second);
  return clusters;
}

/// For each text in the order of `printings` the first one of its cluster.
std::vector<std::size_t> CopyComponent::firsts(const std::vector<std::vector<Printing>>& printings) const {
  const auto text = [&](std::size_t place) {
    return by_version_.at(static_cast<std::uint32_t>(printings[place].front().second));
  };
  return first_texts(printings.size(),
                     [&](std::size_t earlier, std::size_t later) { return likeness(text(earlier), text(later)); });
}

}  // namespace hemero
