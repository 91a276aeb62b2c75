#pragma once

#include <exception>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "common/base/byte_input.h"
#include "indexer/formats/web_archives/archived_record.h"
#include "indexer/input/file_list.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// A web archive (WARC or ARC) → its pages: responses with status 200 and resources, where they are HTML. Other
/// responses and revisits are skips; what is no answer of a server (warcinfo, request, metadata) is passed over. A
/// record that lies about its length or is broken is a skip; reading goes on where the next one begins, also behind
/// damage in the compression of a member.
class WebArchiveReader final : public RecordReader {
 public:
  WebArchiveReader(ByteInput& input, const InputFile& file, const InputLimits& limits = {},
                   const ArchiveSyntax& syntax = warc_syntax)
      : input_(input), path_(file.path.string()), longest_(limits.record), syntax_(syntax) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return offset_; }

 private:
  std::string_view unread() const { return std::string_view(buffer_).substr(at_); }
  bool ensure(std::size_t size);
  std::size_t read_to(std::span<char> room);
  void consume(std::size_t size);
  bool skip_blanks();
  bool at_record_or_end();
  void find_next_record();
  ArchivedRecord read_header();
  std::optional<SourceItem> read_record(const ArchivedRecord& header);
  std::optional<SourceItem> pass_long_record(const ArchivedRecord& header);
  SourceItem refuse_false_length(const ArchivedRecord& header, bool cut);
  std::optional<SourceItem> page_of(const ArchivedRecord& header, std::string_view block);
  SourceItem go_on_behind_damage();
  Skip refuse_answer(const ArchivedRecord& header, const char* why, const std::string& text) const;
  Skip refuse(const char* why, std::string text) const;

  ByteInput& input_;
  std::string path_;
  std::uint64_t longest_;  ///< bytes of a record, and of a page after unpacking
  const ArchiveSyntax& syntax_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< what was not consumed yet begins here in the buffer
  bool at_end_ = false;
  std::exception_ptr failure_;           ///< of the input, until the records before it were handed out
  std::optional<std::uint64_t> damage_;  ///< where it was told last
  std::uint64_t offset_ = 0;             ///< of what was not consumed yet
  std::uint64_t record_ = 0;             ///< where the current record begins
};

/// Web archives, whose records are web pages.
extern const Format warc_format;

}  // namespace hemero
