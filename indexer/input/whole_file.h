#pragma once

#include <utility>

#include "common/base/byte_input.h"
#include "indexer/input/format.h"

namespace hemero {

/// A file that is one record.
class WholeFile final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  WholeFile(ByteInput& input, const InputFile& file, const InputLimits& limits)
      : input_(input), path_(file.path.string()), key_(file.key), longest_(limits.text) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return 0; }  // it is read at once

 private:
  ByteInput& input_;
  std::string path_;
  std::string key_;
  std::size_t longest_;  ///< bytes
  bool given_ = false;
};

/// For the table of formats.
std::unique_ptr<RecordReader> cut_whole(ByteInput& input, const Opening& opening);

}  // namespace hemero
