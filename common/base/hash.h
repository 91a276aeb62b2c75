#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace hemero {

/// A 128-bit content hash (XXH3). Not cryptographic: it tells changed articles from unchanged ones.
using Hash128 = std::array<std::uint8_t, 16>;

Hash128 hash128(std::string_view bytes);

/// hash128() of bytes that come piece by piece.
class Hasher128 {
 public:
  Hasher128();
  ~Hasher128();
  Hasher128(const Hasher128&) = delete;
  Hasher128& operator=(const Hasher128&) = delete;

  void add(std::string_view bytes);

  /// Of all that was added.
  Hash128 hash() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// A hash as 32 figures in hexadecimal.
std::string hash_text(const Hash128& hash);

/// The first half of hash128(), as a number that is the same on every machine.
std::uint64_t hash64(std::string_view bytes);

/// What a file holds.
struct FileHash {
  std::uint64_t bytes = 0;
  Hash128 hash{};  ///< hash128() of all of it
};

/// Reads a file from begin to end. Throws Error when that cannot be done.
FileHash hash_of_file(const std::filesystem::path& file);

}  // namespace hemero
