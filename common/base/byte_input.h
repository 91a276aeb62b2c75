#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>

namespace hemero {

/// A stream of bytes, read once from its beginning to its end. Not thread-safe.
class ByteInput {
 public:
  virtual ~ByteInput() = default;

  /// Fills the front of `room` (not empty) and returns the number of bytes put there; 0 only at the end. Throws Error
  /// (io, permission) when the bytes cannot be read and Error (bad_data) when compressed data is damaged or truncated.
  virtual std::size_t read(std::span<char> room) = 0;

  ByteInput(const ByteInput&) = delete;
  ByteInput& operator=(const ByteInput&) = delete;

 protected:
  ByteInput() = default;
};

/// How far compressed data may grow.
struct UnpackLimits {
  std::uint64_t ratio = 250;                       ///< bytes out of each byte in; newspapers come to 3 to 30
  std::uint64_t freely = std::uint64_t{32} << 20;  ///< bytes that may come out of anything
};

/// Opens a file, or the standard input when `path` is "-". gzip (all members) and zstd (all frames) are recognised by
/// their first bytes, whatever the name, and decompressed (unpacked_input.h). Throws Error when it cannot be opened or
/// is a folder.
std::unique_ptr<ByteInput> open_input(const std::filesystem::path& path, const UnpackLimits& limits = {});

/// Everything that is left of `input`, at most `limit` bytes; throws Error (bad_data) when there are more.
std::string read_all(ByteInput& input, std::size_t limit);

}  // namespace hemero
