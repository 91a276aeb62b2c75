#pragma once

#include <string>
#include <string_view>

#include "common/base/line_reader.h"
#include "indexer/input/file_list.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// A mailbox (mbox, RFC 4155), as mail programs export folders → its messages, without the line "From …" before each.
class MailboxReader final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  MailboxReader(ByteInput& input, const InputFile& file, const InputLimits& limits)
      : lines_(input, limits.text), path_(file.path.string()), key_(file.key), longest_(limits.text) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return lines_.offset(); }

 private:
  std::optional<SourceItem> read_message();

  LineReader lines_;
  std::string path_;
  std::string key_;
  std::size_t longest_;  ///< bytes of a message
  bool at_end_ = false;
  std::uint64_t begin_ = 0;  ///< the line where the next message begins; 0 before the first
};

/// True for the line before a message: "From claire@matin.example Tue Mar 12 18:03:00 2019".
bool begins_message(std::string_view line);

}  // namespace hemero
