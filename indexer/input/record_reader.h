#pragma once

#include <cstdint>
#include <optional>

#include "indexer/input/record.h"

namespace hemero {

/// Cuts one open file into its records. One thread at a time.
class RecordReader {
 public:
  virtual ~RecordReader() = default;

  /// The next record or skip; nothing at the end. Throws what ByteInput::read throws.
  virtual std::optional<SourceItem> next() = 0;

  /// Bytes of the (decompressed) file that the records given so far took.
  virtual std::uint64_t offset() const = 0;

  RecordReader(const RecordReader&) = delete;
  RecordReader& operator=(const RecordReader&) = delete;

 protected:
  RecordReader() = default;
};

}  // namespace hemero
