#pragma once

#include "indexer/formats/named/json_lines.h"

namespace hemero {

/// JSON Lines of which each is an answer of a service, an object around its articles (json_envelope.h) → a record an
/// article. Lines that are none are records as they stand.
class EnvelopedLines final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  EnvelopedLines(ByteInput& input, const InputFile& file, const InputLimits& limits) : lines_(input, file, limits) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return lines_.offset(); }

 private:
  std::optional<SourceItem> next_element();

  JsonLines lines_;
  Record line_;         ///< the one that was read last, when it is an answer
  std::size_t at_ = 0;  ///< what of its array was not given out begins here; 0 when it is no answer
};

}  // namespace hemero
