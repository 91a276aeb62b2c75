#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/byte_input.h"
#include "indexer/input/file_list.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// What is cut, each at other marks.
enum class ExportKind : std::uint8_t { europresse, factiva, nexis, wire };

/// A page of a press database that holds many articles, or a file of messages of a wire → a record for each, as it
/// stands there. One in memory at a time; what stands before the first is passed over.
class ExportReader final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  ExportReader(ByteInput& input, const InputFile& file, ExportKind kind, const InputLimits& limits = {})
      : input_(input), path_(file.path.string()), key_(file.key), kind_(kind), longest_(limits.record) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return offset_; }

 private:
  std::string_view rest() const { return std::string_view(buffer_).substr(begin_); }
  bool refill();
  void begin();
  bool skip_to_article();
  std::size_t end_of_article();
  std::string take(std::size_t size);

  ByteInput& input_;
  std::string path_;
  std::string key_;
  ExportKind kind_;
  std::uint64_t longest_;  ///< bytes of an article
  std::string buffer_;
  std::size_t begin_ = 0;  ///< in the buffer, of what is not yet given
  std::size_t (*find_article_)(std::string_view text, std::size_t from) = nullptr;  ///< where the next one begins
  std::string charset_;                                                             ///< that the page declares
  bool begun_ = false;
  bool at_end_ = false;
  std::uint64_t offset_ = 0;
  std::uint64_t number_ = 0;  ///< of the articles given so far
};

/// True for a web page that begins as an export of these databases does; for Nexis also for a text.
bool is_europresse_page(std::string_view page);
bool is_factiva_page(std::string_view page);
bool is_nexis_export(std::string_view text);

}  // namespace hemero
