#include "common/store/catalogue/address_store.h"

#include <algorithm>

#include "common/base/hash.h"
#include "common/text/addresses/address.h"

namespace hemero {

namespace {

constexpr std::size_t number_bytes = 4;
constexpr std::size_t block_versions = 1024;

/// 0 is no address.
std::uint32_t number_of(std::string_view address) {
  return std::max(1U, static_cast<std::uint32_t>(hash64(comparable_address(address))));
}

std::int64_t block_of(VersionId version) {
  return static_cast<std::int64_t>(static_cast<std::uint32_t>(version) / block_versions);
}

/// In bytes.
std::size_t place_in_block(VersionId version) {
  return static_cast<std::uint32_t>(version) % block_versions * number_bytes;
}

std::string as_bytes(std::uint32_t number) {
  std::string bytes;
  for (std::size_t i = 0; i < number_bytes; ++i) bytes += static_cast<char>(number >> (8 * i) & 0xFFU);
  return bytes;
}

}  // namespace

void AddressStore::put(VersionId version, std::string_view address) {
  if (!address.empty()) note(version, number_of(address));
}

void AddressStore::note(VersionId version, std::uint32_t number) {
  const std::int64_t block = block_of(version);
  const std::size_t at = place_in_block(version);
  const auto [found, is_new] = changed_.try_emplace(block);
  std::string& numbers = found->second;
  if (is_new) numbers = read_block(block);
  if (number == 0 && at >= numbers.size()) return;
  if (numbers.size() < at + number_bytes) numbers.resize(at + number_bytes);
  numbers.replace(at, number_bytes, as_bytes(number));
}

std::string AddressStore::read_block(std::int64_t block) {
  std::string numbers;
  connection_.prepare("SELECT numbers FROM address_block WHERE block = ?1")
      .with(block)
      .for_first([&](const sqlite::Statement& row) { numbers = row.blob(0).substr(0, block_versions * number_bytes); });
  return numbers;
}

void AddressStore::flush() {
  sqlite::Statement write =
      connection_.prepare("INSERT OR REPLACE INTO address_block (block, numbers) VALUES (?1, ?2)");
  for (const auto& [block, numbers] : changed_)
    if (!numbers.empty()) write.with(block, sqlite::Blob{numbers}).run();
  changed_.clear();
}

bool AddressStore::knows(sqlite::Connection& connection, VersionId version, std::string_view address) {
  const std::string numbers = AddressStore(connection).read_block(block_of(version));
  const std::size_t at = place_in_block(version);
  const std::string kept = numbers.size() >= at + number_bytes ? numbers.substr(at, number_bytes) : as_bytes(0);
  return kept == as_bytes(address.empty() ? 0 : number_of(address));
}

std::vector<VersionId> AddressStore::versions(sqlite::Connection& connection, std::string_view address) {
  const std::string wanted = as_bytes(number_of(address));
  sqlite::Statement blocks = connection.prepare("SELECT block, numbers FROM address_block ORDER BY block");
  std::vector<VersionId> versions;
  while (blocks.step()) {
    const std::string_view numbers = blocks.blob(1).substr(0, block_versions * number_bytes);
    const auto first =
        static_cast<std::uint32_t>(blocks.number_up_to(sqlite::largest_id / block_versions, 0) * block_versions);
    for (std::size_t at = 0; at + number_bytes <= numbers.size(); at += number_bytes)
      if (numbers.compare(at, number_bytes, wanted) == 0)
        versions.push_back(VersionId(first + static_cast<std::uint32_t>(at / number_bytes)));
  }
  return versions;
}

}  // namespace hemero
