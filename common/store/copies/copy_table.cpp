#include "common/store/copies/copy_table.h"

#include <algorithm>
#include <unordered_map>

#include <fmt/format.h>

#include "common/base/hash.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::string_view header = "hemcopies1\n";
constexpr std::size_t hash_digits = 16;

std::string hash_of(std::string_view bytes) { return fmt::format("{:016x}", hash64(bytes)); }

/// Whether a file begins so, or did before it was cut or some bits of it changed.
bool nearly_begins(std::string_view bytes) {
  if (bytes.size() < header.size()) return !bytes.empty() && header.starts_with(bytes);
  constexpr std::size_t most_changed = 3;  ///< bytes
  std::size_t same = 0;
  for (std::size_t i = 0; i < header.size(); ++i) same += bytes[i] == header[i];
  return same + most_changed >= header.size();
}

}  // namespace

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

std::string seal_clusters(std::string_view clusters) {
  std::string bytes = std::string(header) + std::string(clusters);
  return bytes + hash_of(bytes);
}

std::optional<std::string_view> sealed_clusters(std::string_view bytes) {
  if (bytes.starts_with('\0')) return std::nullopt;  // no version has the number 0
  if (!nearly_begins(bytes)) return bytes;
  if (!bytes.starts_with(header) || bytes.size() < header.size() + hash_digits) return std::nullopt;
  const std::string_view hashed = bytes.substr(0, bytes.size() - hash_digits);
  if (bytes.substr(hashed.size()) != hash_of(hashed)) return std::nullopt;
  return hashed.substr(header.size());
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

std::vector<VersionId> CopyTable::versions(VersionId version) const {
  std::vector<VersionId> versions;
  const Cluster* found = cluster(version);
  for (const Member& member : members_)
    if (found == &clusters_[member.cluster]) versions.push_back(member.version);
  return versions;
}

VersionId CopyTable::first(VersionId version) const {
  const Cluster* found = cluster(version);
  return found != nullptr ? found->first : version;
}

}  // namespace hemero
