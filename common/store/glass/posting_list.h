#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/glass/table.h"

namespace hemero::glass {

/// One list of postings at a time: gathered as chunks, for its beginning counts the whole list, then written. A chunk
/// takes as much as fits into an item of the table, the first one what fits into what is left of the leaf; so leaves
/// are full. Also the list of the lengths of all documents, where lengths stand for frequencies.
class PostingList {
 public:
  explicit PostingList(TableWriter& table) : table_(table) {}

  /// Begins the list of a term; of lengths where it is empty.
  void begin(std::string_view term);

  /// Adds a document; they come in ascending order, and none is 0.
  void add(std::uint32_t document, std::uint32_t frequency);

  /// Writes the list, unless it is empty.
  void finish();

  /// The highest frequency that any term was given, lengths aside.
  std::uint32_t highest_frequency() const { return highest_frequency_; }

 private:
  struct Chunk {
    std::uint32_t first;
    std::uint32_t last = 0;
    std::size_t end = 0;  ///< of its bytes
  };

  void begin_chunk(std::uint32_t document);
  void end_chunk();
  void write(std::size_t number, std::size_t begin);

  TableWriter& table_;
  std::string key_;
  bool of_lengths_ = false;
  std::string bytes_;     ///< of all chunks, and room for more
  std::size_t used_ = 0;  ///< of bytes_
  std::vector<Chunk> chunks_;
  std::size_t limit_ = 0;  ///< where the last chunk must end, in bytes_
  std::uint32_t last_ = 0;
  std::uint32_t documents_ = 0;
  std::uint64_t frequencies_ = 0;  ///< their sum
  std::uint32_t highest_frequency_ = 0;
  std::string tag_;
};

}  // namespace hemero::glass
