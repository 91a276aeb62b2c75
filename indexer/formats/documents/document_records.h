#pragma once

#include <deque>
#include <string>

#include "indexer/formats/documents/document.h"
#include "indexer/input/format.h"

namespace hemero {

/// A document → its articles: one, or as many as a press database put into it. It is read as a whole when the first one
/// is asked for.
class DocumentRecords final : public RecordReader {
 public:
  using Read = ReadDocument (*)(ByteInput& input, const InputLimits& limits);

  /// `input` must outlive the reader.
  DocumentRecords(ByteInput& input, const Opening& opening, Read read);

  /// For a document that is none: it gives nothing.
  void pass_over() { opened_ = true; }

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return 0; }  // it is read at once

 private:
  void open();

  ByteInput& input_;
  InputLimits limits_;
  Read read_;
  std::string path_;
  std::string key_;
  bool opened_ = false;
  std::deque<SourceItem> items_;
};

/// For the table of formats.
template <DocumentRecords::Read read>
std::unique_ptr<RecordReader> cut_document(ByteInput& input, const Opening& opening) {
  return std::make_unique<DocumentRecords>(input, opening, read);
}

}  // namespace hemero
