#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "indexer/formats/print/print_folder.h"
#include "indexer/input/file_list.h"
#include "indexer/input/file_opener.h"
#include "indexer/input/format.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// Bytes that a record takes, about; 0 for a skip.
std::size_t size_of(const SourceItem& item);

/// Reads the records of many files one after the other, in constant memory. Entries of containers are files as well.
/// What cannot be read comes out as a Skip.
class Source {
 public:
  /// Reads every file as `format`, or each as the format that it is. Files that do not hold what is `wanted` are
  /// refused as a whole, by their first records.
  explicit Source(std::vector<InputFile> files, const Format* format = nullptr, const InputLimits& limits = {},
                  NamedFields wanted = {});

  /// The next record or skip; nothing at the end. Every file gives one of the two at least, but for pages and METS
  /// files of a digitised newspaper that another METS file speaks for.
  std::optional<SourceItem> next();

  /// Bytes read so far of files that are not compressed.
  std::uint64_t bytes_read() const;

 private:
  std::optional<SourceItem> find_next();
  std::optional<SourceItem> begin(std::variant<OpenedFile, Skip> opened);
  std::optional<SourceItem> read_record();
  std::optional<SourceItem> read_first();
  std::optional<SourceItem> take_ahead();
  Skip skip_rest(const Error& error);
  Skip refuse_xml(const FileHead& head) const;
  void close();
  Skip skip(const char* why, std::string text, bool whole_path = false) const;

  FileOpener opener_;
  const Format* only_;
  InputLimits limits_;
  NamedFields wanted_;
  PrintFolder prints_;
  const Format* format_ = nullptr;  ///< of the open file; null until it is known
  std::unique_ptr<ByteInput> input_;
  std::unique_ptr<RecordReader> records_;
  DateOrder date_order_ = DateOrder::day_first;
  std::uint64_t offset_ = 0;      ///< bytes of it that were read
  std::deque<SourceItem> ahead_;  ///< of the open file: read, and not given yet
};

}  // namespace hemero
