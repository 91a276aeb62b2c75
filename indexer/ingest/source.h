#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "common/base/byte_input.h"
#include "common/base/line_reader.h"
#include "indexer/formats/print/print_folder.h"
#include "indexer/input/file_list.h"
#include "indexer/input/file_opener.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// Which reader takes a file: the one its name or else its first bytes ask for, or always the same.
enum class InputFormat : std::uint8_t {
  detect,
  text,
  html,
  jsonl,
  csv,
  warc,
  feed,
  wxr,
  nitf,
  newsml,
  alto,
  mets,
  europresse,
  factiva,
  tei,
  mediawiki,
  iptc7901
};

/// Reads the records of many files one after the other, in constant memory. Entries of containers are files as well. What
/// cannot be read comes out as a Skip.
class Source {
 public:
  Source(std::vector<InputFile> files, InputFormat format, const InputLimits& limits = {});

  /// The next record or skip; nothing at the end. Every file gives one of the two at least, but for pages and METS files
  /// of a digitised newspaper that another METS file speaks for.
  std::optional<SourceItem> next();

  /// Bytes read so far of files that are not compressed.
  std::uint64_t bytes_read() const;

 private:
  std::optional<SourceItem> begin(std::variant<OpenedFile, Skip> opened);
  SourceItem read_whole(RecordFormat format);
  std::optional<SourceItem> read_line();
  std::optional<SourceItem> read_record();
  Skip refuse_xml(std::string_view head);
  void close();
  Skip skip(const char* why, std::string text, bool whole_path = false) const;

  FileOpener opener_;
  InputFormat format_;
  InputLimits limits_;
  std::unique_ptr<ByteInput> input_;
  std::optional<LineReader> lines_;
  PrintFolder prints_;
  std::unique_ptr<RecordReader> records_;  ///< of a format that has a reader of its own
};

}  // namespace hemero
