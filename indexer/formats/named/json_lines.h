#pragma once

#include "common/base/line_reader.h"
#include "indexer/input/format.h"

namespace hemero {

/// JSON Lines → a record a line. Lines that `hemero-index export` wrote say so, and may stand among others. Blank lines
/// are passed over.
class JsonLines final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  JsonLines(ByteInput& input, const InputFile& file, const InputLimits& limits)
      : lines_(input, limits.line), path_(file.path.string()), key_(file.key), longest_(limits.line) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return lines_.offset(); }

 private:
  LineReader lines_;
  std::string path_;
  std::string key_;
  std::size_t longest_;  ///< bytes of a line
};

}  // namespace hemero
