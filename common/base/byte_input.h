#pragma once

#include <cstddef>
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

/// Opens a file, or the standard input when `path` is "-". gzip (all members) and zstd (all frames) are recognised by
/// their first bytes, whatever the name, and decompressed. Throws Error when it cannot be opened or is a folder.
std::unique_ptr<ByteInput> open_input(const std::filesystem::path& path);

/// Everything that is left of `input`, at most `limit` bytes; throws Error (bad_data) when there are more.
std::string read_all(ByteInput& input, std::size_t limit);

}  // namespace hemero
