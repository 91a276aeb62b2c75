#include "common/store/copies/signature_store.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::size_t number_bytes = 3;
constexpr std::size_t signature_bytes = TextSignature::size * number_bytes;
constexpr std::size_t block_versions = 640;  ///< of 15 KB: a block fills a page of the catalogue
constexpr std::size_t block_bytes = block_versions * signature_bytes;
static_assert(TextSignature::limit == 1U << (8 * number_bytes));

/// Keys are hashes but for their first bits: they spread evenly over these, a few dozen entries of a million articles
/// over each.
constexpr unsigned later_bits = 11;  ///< of a key, behind those that `starts_` tells apart
constexpr std::size_t key_beginnings = TextSignature::size << (8 * number_bytes - later_bits);

std::size_t block_of(VersionId version) { return static_cast<std::size_t>(version) / block_versions; }

/// In bytes.
std::size_t place_in_block(VersionId version) {
  return static_cast<std::size_t>(version) % block_versions * signature_bytes;
}

std::uint32_t read_number(const std::string& bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return std::uint32_t{static_cast<unsigned char>(bytes[at + i])}; };
  return byte(0) | byte(1) << 8 | byte(2) << 16;
}

}  // namespace

void SignatureStore::load() {
  if (loaded_) return;
  loaded_ = true;
  sqlite::Statement blocks = connection_.prepare("SELECT block, signatures FROM signature_block ORDER BY block");
  while (blocks.step()) {
    const std::size_t block = blocks.number_up_to(sqlite::largest_id / block_versions, 0);
    if (block < blocks_.size())
      throw Error(ErrorCode::bad_data, message("{} is damaged: “{}” is {}", "archive.sqlite", "block", block));
    blocks_.resize(block + 1);
    blocks_.back() = blocks.blob(1).substr(0, block_bytes);
    for (std::size_t i = 0; i < blocks_.back().size() / signature_bytes; ++i)
      enter(static_cast<std::uint32_t>(block * block_versions + i));
  }
  sort_entries();
}

void SignatureStore::enter(std::uint32_t version) {
  const TextSignature entered = signature(VersionId(version));
  if (entered == TextSignature{}) return;
  for (std::size_t band = 0; band < TextSignature::size; ++band) entries_.push_back({key_of(entered, band), version});
}

TextSignature SignatureStore::signature(VersionId version) {
  load();
  TextSignature signature;
  const std::size_t at = place_in_block(version);
  if (block_of(version) >= blocks_.size() || at + signature_bytes > blocks_[block_of(version)].size()) return signature;
  for (std::size_t band = 0; band < TextSignature::size; ++band)
    signature.bands[band] = read_number(blocks_[block_of(version)], at + band * number_bytes);
  return signature;
}

void SignatureStore::put(VersionId version, const TextSignature& signature) {
  load();
  if (this->signature(version) != TextSignature{}) of_pattern_.clear();
  if (block_of(version) >= blocks_.size()) blocks_.resize(block_of(version) + 1);
  std::string& bytes = blocks_[block_of(version)];
  const std::size_t at = place_in_block(version);
  if (bytes.size() < at + signature_bytes) bytes.resize(at + signature_bytes);
  for (std::size_t i = 0; i < signature_bytes; ++i)
    bytes[at + i] = static_cast<char>(signature.bands[i / number_bytes] >> (8 * (i % number_bytes)) & 0xFFU);
  changed_.insert(block_of(version));
  enter(static_cast<std::uint32_t>(version));
}

std::uint32_t SignatureStore::key_of(const TextSignature& signature, std::size_t band) {
  return static_cast<std::uint32_t>(band) << (8 * number_bytes) | signature.bands[band];
}

/// The sorted ones; among them some of versions that were taken out.
std::span<const SignatureStore::Entry> SignatureStore::entries_of(std::uint32_t key) const {
  if (starts_.empty()) return {};
  const std::size_t beginning = key >> later_bits;
  const auto end = entries_.begin() + starts_[beginning + 1];
  const auto first = std::lower_bound(entries_.begin() + starts_[beginning], end, Entry{key, 0});
  std::ptrdiff_t step = 1;  // there mostly are few: from the first one on in steps that grow is faster than by halves
  while (step < end - first && first[step].key == key) step *= 2;
  return {first, std::lower_bound(first, first + std::min(step, end - first), Entry{key + 1, 0})};
}

void SignatureStore::add_sharing(const TextSignature& signature, std::size_t band, std::vector<VersionId>& versions) {
  for (const Entry& entry : entries_of(key_of(signature, band))) {
    const VersionId version{entry.version};
    if (this->signature(version).bands[band] == signature.bands[band]) versions.push_back(version);
  }
}

bool SignatureStore::may_be_of_pattern(const TextSignature& signature, std::size_t band) {
  load();
  sort_entries();
  return entries_of(key_of(signature, band)).size() > most_alike;
}

std::vector<VersionId> SignatureStore::sharing(const TextSignature& signature, std::size_t band) {
  load();
  sort_entries();
  std::vector<VersionId> versions;
  add_sharing(signature, band, versions);
  return versions;
}

bool SignatureStore::is_of_pattern(const TextSignature& signature, std::size_t band) {
  const std::uint32_t key = key_of(signature, band);
  if (entries_of(key).size() <= most_alike) return false;
  const auto [known, is_new] = of_pattern_.try_emplace(key, false);
  if (is_new) {
    std::vector<VersionId> versions;
    add_sharing(signature, band, versions);
    known->second = versions.size() > most_alike;
  }
  return known->second;
}

TextSignature SignatureStore::telling(const TextSignature& signature) {
  load();
  TextSignature telling = signature;
  for (std::size_t band = 0; band < TextSignature::size; ++band)
    if (signature.bands[band] != 0 && is_of_pattern(signature, band)) telling.bands[band] = 0;
  return telling;
}

std::vector<VersionId> SignatureStore::meeting(const TextSignature& signature) {
  load();
  sort_entries();
  const TextSignature telling = this->telling(signature);
  std::vector<VersionId> versions = sharing_any(telling);
  if (telling == signature) return versions;
  const std::vector<VersionId> same = equal(signature);
  std::vector<VersionId> all;
  std::set_union(versions.begin(), versions.end(), same.begin(), same.end(), std::back_inserter(all));
  return all;
}

std::vector<VersionId> SignatureStore::meeting_known(const TextSignature& signature) {
  return sharing_any(telling(signature));
}

std::vector<VersionId> SignatureStore::sharing_any(const TextSignature& telling) {
  std::vector<VersionId> versions;
  for (std::size_t band = 0; band < TextSignature::size; ++band)
    if (telling.bands[band] != 0) add_sharing(telling, band, versions);
  std::sort(versions.begin(), versions.end());
  versions.erase(std::unique(versions.begin(), versions.end()), versions.end());
  return versions;
}

/// Looked for among those that share the rarest of its numbers.
std::vector<VersionId> SignatureStore::equal(const TextSignature& signature) {
  load();
  sort_entries();
  std::vector<VersionId> versions;
  if (signature == TextSignature{}) return versions;
  std::span<const Entry> rarest = entries_;
  for (std::size_t band = 0; band < TextSignature::size; ++band) {
    const auto entries = entries_of(key_of(signature, band));
    if (entries.size() < rarest.size()) rarest = entries;
  }
  for (const Entry& entry : rarest)
    if (this->signature(VersionId{entry.version}) == signature) versions.push_back(VersionId{entry.version});
  return versions;
}

void SignatureStore::sort_entries() {
  if (sorted_ == entries_.size()) return;
  const auto middle = entries_.begin() + static_cast<std::ptrdiff_t>(sorted_);
  std::sort(middle, entries_.end());
  std::inplace_merge(entries_.begin(), middle, entries_.end());
  sorted_ = entries_.size();
  starts_.assign(key_beginnings + 1, 0);
  for (const Entry& entry : entries_) ++starts_[(entry.key >> later_bits) + 1];
  std::partial_sum(starts_.begin(), starts_.end(), starts_.begin());
  of_pattern_.clear();
}

void SignatureStore::flush() {
  for (const std::size_t block : changed_) write_block(block);
  changed_.clear();
}

void SignatureStore::write_block(std::size_t block) {
  connection_.prepare("INSERT OR REPLACE INTO signature_block (block, signatures) VALUES (?1, ?2)")
      .with(std::uint64_t{block}, sqlite::Blob{blocks_[block]})
      .run();
}

void SignatureStore::clear() {
  connection_.execute("DELETE FROM signature_block");
  blocks_.clear();
  entries_.clear();
  sorted_ = 0;
  starts_.clear();
  of_pattern_.clear();
  changed_.clear();
  loaded_ = true;
}

}  // namespace hemero
