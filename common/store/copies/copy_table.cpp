#include "common/store/copies/copy_table.h"

#include <algorithm>
#include <unordered_map>

#include "common/store/streams/varint.h"

namespace hemero {

std::string encode_clusters(const CopyClusters& clusters) {
  std::string bytes;
  std::uint32_t before = 0;
  for (const auto& [version, first] : clusters) {
    append_varint(bytes, static_cast<std::uint32_t>(version) - before);
    append_varint(bytes, static_cast<std::uint32_t>(first));
    before = static_cast<std::uint32_t>(version);
  }
  return bytes;
}

CopyTable::CopyTable(std::string_view bytes) {
  std::unordered_map<std::uint32_t, std::uint32_t> numbers;
  std::uint32_t version = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    version += static_cast<std::uint32_t>(read_varint(bytes, at));
    const auto first = static_cast<std::uint32_t>(read_varint(bytes, at));
    const auto number = numbers.try_emplace(first, static_cast<std::uint32_t>(clusters_.size())).first->second;
    if (number == clusters_.size()) clusters_.push_back({VersionId(first), 0});
    ++clusters_[number].size;
    members_.push_back({VersionId(version), number});
  }
}

const CopyTable::Cluster* CopyTable::cluster(VersionId version) const {
  const auto member = std::lower_bound(members_.begin(), members_.end(), version,
                                       [](const Member& a, VersionId b) { return a.version < b; });
  return member != members_.end() && member->version == version ? &clusters_[member->cluster] : nullptr;
}

VersionId CopyTable::first(VersionId version) const {
  const Cluster* found = cluster(version);
  return found != nullptr ? found->first : version;
}

}  // namespace hemero
