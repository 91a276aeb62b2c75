#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "common/store/folder/durable_file.h"
#include "common/store/glass/block.h"
#include "common/store/glass/branches.h"

namespace hemero::glass {

/// Where a table begins, as the version file has it.
struct TableRoot {
  std::uint32_t block = 0;  ///< number of the root
  unsigned level = 0;       ///< of the root; 0 is a leaf
  std::uint64_t entries = 0;
  std::uint32_t blocks = 0;  ///< in the file
};

/// Blocks of a file by their numbers; neighbours are written together.
class BlockFile {
 public:
  explicit BlockFile(const std::filesystem::path& path) : file_(path) {}

  void write(std::uint32_t number, std::string_view block);

  /// Writes what is waiting, and waits until all is on the disk.
  void finish();

 private:
  void flush();

  DurableFile file_;
  std::string waiting_;
  std::uint64_t begin_ = 0;  ///< of what is waiting, in the file
};

/// Writes a table, a B-tree of keys and their tags, in one pass from left to right.
class TableWriter {
 public:
  /// Makes the file, in place of one that is there.
  explicit TableWriter(const std::filesystem::path& path);
  TableWriter(const TableWriter&) = delete;
  TableWriter& operator=(const TableWriter&) = delete;

  /// Adds an entry. Keys come in ascending order and have 1 to 255 bytes, tags at most 110 MB; else
  /// std::logic_error is thrown.
  void add(std::string_view key, std::string_view tag);

  /// Bytes of a tag that, with a key of `key_size` bytes, fit into what is left of the leaf; 0 when none do.
  std::size_t room(std::size_t key_size) const;

  /// Bytes of the longest tag that is kept in one piece.
  static constexpr std::size_t longest_piece(std::size_t key_size) {
    return Block::longest_item - head_size(key_size, 1);
  }

  /// Writes what is left, and waits until all is on the disk.
  TableRoot finish();

 private:
  /// Bytes before a component of a tag: the item's size, the key behind its length, and the number of the component
  /// where it is not the first.
  static constexpr std::size_t head_size(std::size_t key_size, std::size_t component) {
    return 2 + 1 + key_size + (component == 1 ? 0 : 2);
  }

  void add_component(std::string_view key, std::size_t component, bool last, std::string_view bytes);
  void begin_leaf(std::string_view key, std::size_t component);
  std::uint32_t new_number() { return blocks_++; }

  BlockFile file_;
  std::uint32_t blocks_ = 0;
  Branches branches_;
  std::uint32_t leaf_number_;
  Block leaf_{0};
  std::string last_key_;
  std::string item_;
  std::uint64_t entries_ = 0;
};

}  // namespace hemero::glass
