#pragma once

#include <atomic>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/store/streams/varint.h"
#include "common/text/token_codes.h"

namespace hemero {

/// How much of a stream file is committed: what the list of parts says. What stands behind was never acknowledged.
struct StreamExtent {
  std::uint64_t bytes = 0;     ///< of the data file
  std::uint64_t versions = 0;  ///< entries of the offset file

  bool operator==(const StreamExtent&) const = default;
};

/// Where the token streams of some versions are.
struct StreamFile {
  std::filesystem::path path;  ///< of the data file
  VersionId first{};           ///< that its offset file begins with
  StreamExtent extent;
};

/// Writes the token streams of some versions: for each, the codes of its tokens in order (token_codes.h) as varints.
/// Two files: NAME holds the streams one after the other, each behind its length (varint) and a checksum of it and its
/// version; NAME.offsets holds for each version id, from the first on, the offset of its stream in NAME (0 means none)
/// and a checksum of that (docs/format.md).
class TokenStreamWriter {
 public:
  /// Makes the files; what was there is gone.
  TokenStreamWriter(std::filesystem::path file, VersionId first);
  ~TokenStreamWriter();
  TokenStreamWriter(const TokenStreamWriter&) = delete;
  TokenStreamWriter& operator=(const TokenStreamWriter&) = delete;

  /// Appends a stream. Versions come in ascending order.
  void append(VersionId version, std::string_view codes);

  /// Appends a version whose stream is lost: whoever reads it is told that it is damaged.
  void append_damaged(VersionId version);

  /// Hands all that was appended to the system, where a reader finds it, and tells where.
  StreamFile flush();

  /// Writes all that was appended to the disk.
  StreamFile sync();

 private:
  void append_entry(VersionId version, std::uint64_t entry);

  struct Descriptor {
    Descriptor() = default;
    ~Descriptor();
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number = -1;
  };

  struct File {
    explicit File(const std::filesystem::path& path);
    void write(std::string_view bytes);
    void flush();
    void sync();

    std::string name;
    Descriptor descriptor;
    std::string buffer;
    std::uint64_t size = 0;
  };

  std::filesystem::path path_;
  VersionId first_;
  File data_;
  File offsets_;
};

/// The file of offsets beside a file of streams.
std::filesystem::path offsets_of(std::filesystem::path file);

/// A set of codes as streams store them, for passing over all others fast: each is known by its first two bytes, so it
/// may seem to hold others as well. Codes that are no surfaces are in it.
class CodeSet {
 public:
  static constexpr std::uint32_t longer_key = 0x8000;  ///< in the keys of codes of more than two bytes

  CodeSet() : bits_(1024) {
    for (std::uint32_t code = 0; code < first_surface; ++code) insert(code);
  }

  void insert(std::uint32_t code) {
    std::string bytes;
    append_varint(bytes, code);
    bytes += '\0';
    const std::uint32_t key = key_of(bytes.data());
    bits_[key / 64] |= std::uint64_t{1} << (key % 64);
  }

  bool may_hold(std::uint32_t key) const { return (bits_[key / 64] >> (key % 64) & 1) != 0; }

  /// Of the code that starts here; the byte behind it is read too.
  static std::uint32_t key_of(const char* bytes) {
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto second = static_cast<unsigned char>(bytes[1]);
    return first | (std::uint32_t{second} << 8 & (0u - (first >> 7)));
  }

  /// How many bytes a code of no more than two takes.
  static std::size_t key_size(std::uint32_t key) { return 1 + (key >> 7 & 1); }

 private:
  std::vector<std::uint64_t> bits_;  ///< by key: 8 KiB stay in the first cache
};

/// The codes of a stream as it is stored.
class PackedCodes {
 public:
  explicit PackedCodes(std::string_view varints) : varints_(varints) {}
  bool more() const { return at_ < varints_.size(); }
  std::uint32_t next() { return read_short_varint(varints_, at_); }

  /// Passes over codes that the set is sure not to hold, as far as that is fast; returns how many.
  std::uint32_t pass_others(const CodeSet& set) {
    std::uint32_t passed = 0;
    while (at_ + 3 <= varints_.size()) {
      const std::uint32_t key = CodeSet::key_of(varints_.data() + at_);
      if (set.may_hold(key)) break;
      if ((key & CodeSet::longer_key) == 0)
        at_ += CodeSet::key_size(key);
      else if ((varints_[at_ + 2] & 0x80) == 0)
        at_ += 3;
      else
        read_varint(varints_, at_);
      ++passed;
    }
    return passed;
  }

  /// Passes over words, eight bytes at once, as far as that is fast; returns how many. A code ends with a byte below
  /// 0x80, and is a word's unless it begins with one below 0x08.
  std::uint32_t pass_words() {
    static_assert(first_surface == 8);
    constexpr std::uint64_t high = 0x8080808080808080;
    std::uint32_t passed = 0;
    while (at_ + 8 <= varints_.size()) {
      std::uint64_t bytes = 0;  // the first one lowest
      std::memcpy(&bytes, varints_.data() + at_, sizeof bytes);
      if constexpr (std::endian::native == std::endian::big) bytes = __builtin_bswap64(bytes);
      const std::uint64_t ends = ~bytes & high;
      const std::uint64_t small = ~(((bytes & ~high) + 0x7878787878787878) | bytes) & high;  // below 08
      const std::uint64_t others = small & (ends << 8 | 0x80);
      const std::uint64_t words = ends & ((others & (0 - others)) - 1);
      passed += static_cast<std::uint32_t>(((words >> 7) * 0x0101010101010101) >> 56);
      at_ += words == 0 ? 0 : 8 - static_cast<std::size_t>(std::countl_zero(words)) / 8;
      if (others != 0 || words == 0) break;
    }
    return passed;
  }

 private:
  std::string_view varints_;
  std::size_t at_ = 0;
};

/// The paragraph of a stream as it is stored that the byte at `at` belongs to, from the code that starts it (or the
/// stream's beginning) to the next such code.
std::string_view packed_paragraph(std::string_view codes, std::size_t at);

/// Where a TokenCoder packs codes as they are stored.
struct PackedCodeList {
  std::string& varints;
  void operator()(std::uint32_t code) const { append_varint(varints, code); }
};

/// Reads the streams of one committed state, and compares each with its checksums when it is first asked for. Files of
/// older programs have none.
/// Thread-safe.
class TokenStreamReader {
 public:
  /// From files in the order of their versions, no version in two of them. Throws Error: io when one cannot be opened,
  /// bad_data when it is shorter than what was committed, or begins with something else.
  explicit TokenStreamReader(const std::vector<StreamFile>& files);

  /// The version's codes as varints; empty when there is none. Throws Error (bad_data) when they are not what was
  /// written.
  std::string_view codes(VersionId version) const;

  /// True when there is a stream of this version, be it an empty one. Throws Error (bad_data) when that cannot be told.
  bool holds(VersionId version) const { return place(version).offset != 0; }

  /// Gives back the memory of what was read, which is read again from the file when it is asked for: for those who read
  /// all over it. Views of codes stay valid.
  void give_back() const;

 private:
  /// The first bytes of a file, in memory.
  struct Mapping {
    Mapping(const std::filesystem::path& file, std::uint64_t size);
    ~Mapping();
    Mapping(Mapping&& other) noexcept;
    Mapping(const Mapping&) = delete;
    Mapping& operator=(const Mapping&) = delete;
    void give_back() const;

    const char* bytes = nullptr;
    std::size_t size = 0;
  };

  struct File {
    explicit File(const StreamFile& file);

    VersionId first{};
    Mapping data;
    Mapping offsets;
    mutable std::vector<std::atomic<std::uint64_t>> compared;  ///< a bit for each stream that was found sound
    bool has_checksums;
    std::filesystem::path path;
  };

  struct Place {
    const File* file = nullptr;
    std::uint64_t offset = 0;  ///< 0 when the version has none
  };

  Place place(VersionId version) const;

  std::vector<File> files_;  ///< ascending
};

}  // namespace hemero
