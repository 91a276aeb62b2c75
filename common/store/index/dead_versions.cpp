#include "common/store/index/dead_versions.h"

#include <algorithm>
#include <functional>
#include <set>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/hash.h"
#include "common/base/message.h"
#include "common/store/folder/durable_file.h"
#include "common/store/index/index_format.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

constexpr std::string_view header = "hemdead1\n";
constexpr std::size_t hash_digits = 16;

std::string hash_of(std::string_view bytes) { return fmt::format("{:016x}", hash64(bytes)); }

/// A text behind its length.
void append_text(std::string& bytes, std::string_view text) {
  append_varint(bytes, text.size());
  bytes += text;
}

std::string_view read_text(std::string_view bytes, std::size_t& at) {
  const std::size_t size = std::min<std::size_t>(read_varint(bytes, at), bytes.size() - at);
  at += size;
  return bytes.substr(at - size, size);
}

/// The distinct terms of a version.
std::set<std::string> terms_of(const IndexedVersion& version) {
  std::set<std::string> terms(version.names.begin(), version.names.end());
  for (const auto& [family, frequency] : version.families) terms.insert(family_term(family));
  return terms;
}

}  // namespace

bool DeadVersions::holds(VersionId version) const {
  return std::binary_search(versions_.begin(), versions_.end(), version);
}

std::uint32_t DeadVersions::frequency(std::string_view term) const {
  const auto found = std::lower_bound(frequencies_.begin(), frequencies_.end(), term,
                                      [](const auto& entry, std::string_view sought) { return entry.first < sought; });
  return found != frequencies_.end() && found->first == term ? found->second : 0;
}

void DeadVersions::add(const IndexedVersion& version) {
  versions_.insert(std::upper_bound(versions_.begin(), versions_.end(), version.version), version.version);
  for (const auto& [family, frequency] : version.families) length_ += frequency;
  for (const std::string& term : terms_of(version)) frequencies_.emplace_back(term, 1);
  constexpr std::size_t least = 100'000;
  if (frequencies_.size() > 2 * summed_ + least) sum_up();
}

void DeadVersions::settle(std::string last_date) {
  sum_up();
  last_date_ = std::move(last_date);
}

/// Brings the terms in order, each with its sum.
void DeadVersions::sum_up() {
  std::sort(frequencies_.begin(), frequencies_.end());
  std::vector<std::pair<std::string, std::uint32_t>> sums;
  for (auto& [term, frequency] : frequencies_) {
    if (!sums.empty() && sums.back().first == term)
      sums.back().second += frequency;
    else
      sums.emplace_back(std::move(term), frequency);
  }
  frequencies_ = std::move(sums);
  summed_ = frequencies_.size();
}

std::string DeadVersions::encode() const {
  std::string bytes(header);
  append_varint(bytes, versions_.size());
  std::uint32_t before = 0;
  for (const VersionId version : versions_) {
    append_varint(bytes, static_cast<std::uint32_t>(version) - before);
    before = static_cast<std::uint32_t>(version);
  }
  append_varint(bytes, length_);
  append_text(bytes, last_date_);
  append_varint(bytes, frequencies_.size());
  for (const auto& [term, frequency] : frequencies_) {
    append_text(bytes, term);
    append_varint(bytes, frequency);
  }
  return bytes + hash_of(bytes);
}

std::optional<DeadVersions> DeadVersions::decode(std::string_view bytes) {
  if (!bytes.starts_with(header) || bytes.size() < header.size() + hash_digits) return std::nullopt;
  const std::string_view hash = bytes.substr(bytes.size() - hash_digits);
  bytes.remove_suffix(hash_digits);
  if (hash != hash_of(bytes)) return std::nullopt;
  DeadVersions dead;
  std::size_t at = header.size();
  std::uint32_t version = 0;
  for (std::uint64_t left = read_varint(bytes, at); left > 0 && at < bytes.size(); --left)
    dead.versions_.push_back(VersionId(version += static_cast<std::uint32_t>(read_varint(bytes, at))));
  dead.length_ = read_varint(bytes, at);
  dead.last_date_ = read_text(bytes, at);
  for (std::uint64_t left = read_varint(bytes, at); left > 0 && at < bytes.size(); --left) {
    std::string term(read_text(bytes, at));
    dead.frequencies_.emplace_back(std::move(term), static_cast<std::uint32_t>(read_varint(bytes, at)));
  }
  dead.summed_ = dead.frequencies_.size();
  return dead;
}

/// Whether they are versions of a part, in order, and no more than it has.
bool DeadVersions::are_of(const Part& part) const {
  const auto unordered = std::adjacent_find(versions_.begin(), versions_.end(), std::greater_equal());
  return versions_.empty() || (unordered == versions_.end() && versions_.size() <= part.versions &&
                               part.first <= versions_.front() && versions_.back() <= part.last);
}

DeadVersions DeadVersions::read(const std::filesystem::path& index, const Part& part) {
  const std::filesystem::path file = index / part.dead;
  auto dead = decode(read_bytes(file));
  if (!dead || !dead->are_of(part))
    throw Error(ErrorCode::bad_data, message("{} is damaged", file.string()), message("run “hemero-index rebuild”"));
  return *std::move(dead);
}

}  // namespace hemero
