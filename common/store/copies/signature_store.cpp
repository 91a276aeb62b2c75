#include "common/store/copies/signature_store.h"

#include <algorithm>
#include <span>

namespace hemero {

namespace {

constexpr std::size_t number_bytes = 3;
constexpr std::size_t signature_bytes = TextSignature::size * number_bytes;
constexpr std::size_t block_versions = 640;  ///< of 15 KB: a block fills a page of the catalogue
constexpr std::size_t block_bytes = block_versions * signature_bytes;
static_assert(TextSignature::limit == 1U << (8 * number_bytes));

std::size_t place(VersionId version) { return static_cast<std::size_t>(version) * signature_bytes; }

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
    bytes_.resize(static_cast<std::size_t>(blocks.integer(0)) * block_bytes);
    bytes_ += blocks.blob(1);
  }
  for (std::uint32_t version = 0; version < bytes_.size() / signature_bytes; ++version) enter(version);
  sort_entries();
}

void SignatureStore::enter(std::uint32_t version) {
  const TextSignature entered = signature(VersionId(version));
  if (entered == TextSignature{}) return;
  for (std::uint32_t band = 0; band < TextSignature::size; ++band)
    entries_.push_back({band << (8 * number_bytes) | entered.bands[band], version});
}

TextSignature SignatureStore::signature(VersionId version) {
  load();
  TextSignature signature;
  if (place(version) + signature_bytes > bytes_.size()) return signature;
  for (std::size_t band = 0; band < TextSignature::size; ++band)
    signature.bands[band] = read_number(bytes_, place(version) + band * number_bytes);
  return signature;
}

void SignatureStore::put(VersionId version, const TextSignature& signature) {
  load();
  if (bytes_.size() < place(version) + signature_bytes) bytes_.resize(place(version) + signature_bytes);
  for (std::size_t i = 0; i < signature_bytes; ++i)
    bytes_[place(version) + i] =
        static_cast<char>(signature.bands[i / number_bytes] >> (8 * (i % number_bytes)) & 0xFFU);
  changed_.insert(place(version) / block_bytes);
  enter(static_cast<std::uint32_t>(version));
}

std::vector<VersionId> SignatureStore::meeting(const TextSignature& signature) {
  load();
  sort_entries();
  return meeting_known(signature);
}

std::vector<VersionId> SignatureStore::meeting_known(const TextSignature& signature) {
  load();
  std::vector<VersionId> versions;
  if (signature == TextSignature{}) return versions;
  for (std::uint32_t band = 0; band < TextSignature::size; ++band) {
    const std::uint32_t key = band << (8 * number_bytes) | signature.bands[band];
    const auto end = entries_.begin() + static_cast<std::ptrdiff_t>(sorted_);
    for (auto entry = std::lower_bound(entries_.begin(), end, Entry{key, 0}); entry != end && entry->key == key;
         ++entry) {
      const VersionId version{entry->version};
      if (this->signature(version).bands[band] == signature.bands[band]) versions.push_back(version);
    }
  }
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
  for (std::uint32_t band = 0; band < TextSignature::size; ++band) {
    const std::uint32_t key = band << (8 * number_bytes) | signature.bands[band];
    const auto first = std::lower_bound(entries_.begin(), entries_.end(), Entry{key, 0});
    const auto last = std::lower_bound(first, entries_.end(), Entry{key + 1, 0});
    if (static_cast<std::size_t>(last - first) < rarest.size()) rarest = {first, last};
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
}

void SignatureStore::flush() {
  for (const std::size_t block : changed_) write_block(block);
  changed_.clear();
}

void SignatureStore::write_block(std::size_t block) {
  const auto part = std::string_view(bytes_).substr(block * block_bytes, block_bytes);
  connection_.prepare("INSERT OR REPLACE INTO signature_block (block, signatures) VALUES (?1, ?2)")
      .with(std::uint64_t{block}, sqlite::Blob{part})
      .run();
}

void SignatureStore::clear() {
  connection_.execute("DELETE FROM signature_block");
  bytes_.clear();
  entries_.clear();
  sorted_ = 0;
  changed_.clear();
  loaded_ = true;
}

}  // namespace hemero
