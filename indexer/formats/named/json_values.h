#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "common/base/byte_input.h"
#include "indexer/input/file_list.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// JSON that is not one value a line: an object over many lines, several of them, or an array whose elements are the
/// records, alone or in an object around it. Values are told by their brackets; whether they are JSON is for their
/// reader to say.
class JsonValues final : public RecordReader {
 public:
  /// With `array_at`, the offset of an array's bracket (json_envelope.h), what stands before and behind the array is
  /// not read.
  JsonValues(ByteInput& input, const InputFile& file, std::optional<std::size_t> array_at = std::nullopt,
             const InputLimits& limits = {})
      : input_(input), path_(file.path.string()), key_(file.key), array_at_(array_at), longest_(limits.record) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return offset_; }

 private:
  bool refill();
  void advance(std::size_t size);
  void enter_array();
  bool skip_to_value();
  Skip refuse(const Record& record, const char* why, std::string text) const;

  ByteInput& input_;
  std::string path_;
  std::string key_;
  std::optional<std::size_t> array_at_;
  std::uint64_t longest_;  ///< bytes of a value
  std::string buffer_;
  std::size_t at_ = 0;  ///< what was not looked at yet begins here in the buffer
  bool begun_ = false;
  std::uint64_t offset_ = 0;
  std::uint64_t line_ = 1;
};

/// True when a file that begins so is read by JsonValues: an array, or an object that the first line leaves open.
bool looks_like_json_values(std::string_view head);

}  // namespace hemero
