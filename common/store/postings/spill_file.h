#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// A file without a name: it is gone when it is closed, however the process ends. Whatever fails throws Error.
class SpillFile {
 public:
  /// Makes it in the folder where a file `path` would lie.
  explicit SpillFile(const std::filesystem::path& path);
  ~SpillFile();
  SpillFile(const SpillFile&) = delete;
  SpillFile& operator=(const SpillFile&) = delete;

  /// Appends bytes; they may be read after flush().
  void append(std::string_view bytes);
  void flush();

  /// Bytes appended.
  std::uint64_t size() const { return flushed_ + waiting_.size(); }

  /// Reads bytes at an offset, all of them.
  void read(std::uint64_t offset, std::span<char> room) const;

 private:
  std::string path_;
  int descriptor_;
  std::uint64_t flushed_ = 0;
  std::string waiting_;
};

/// Reads a stretch of a spill file from one end to the other.
class SpillReader {
 public:
  /// [begin, end) in bytes; `buffer` bytes are read at a time.
  SpillReader(const SpillFile& file, std::uint64_t begin, std::uint64_t end, std::size_t buffer);

  bool at_end() const { return at_ == held_ && next_ == end_; }

  /// The next varint, of 32 bits.
  std::uint32_t varint() {
    std::uint32_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
      const auto byte = static_cast<unsigned char>(next());
      value |= std::uint32_t{byte & 0x7FU} << (shift & 31U);
      if (byte < 0x80) return value;
    }
  }

  /// The next `size` bytes.
  void bytes(std::size_t size, std::string& out);

 private:
  char next() {
    if (at_ == held_) fill();
    return buffer_[at_++];
  }

  void fill();

  const SpillFile& file_;
  std::uint64_t next_;  ///< where in the file the buffer ends
  std::uint64_t end_;
  std::vector<char> buffer_;
  std::size_t at_ = 0;
  std::size_t held_ = 0;  ///< bytes in the buffer
};

}  // namespace hemero
