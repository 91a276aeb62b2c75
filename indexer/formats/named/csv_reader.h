#pragma once

#include <memory>
#include <string_view>

#include "indexer/formats/named/csv_rows.h"
#include "indexer/input/file_list.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// A table (RFC 4180) → a record for each row below its header. What stands between the cells is sniffed from the
/// header, or named by a line "sep=;" before it. Blank rows are passed over.
class CsvReader final : public RecordReader {
 public:
  CsvReader(ByteInput& input, const InputFile& file, const InputLimits& limits = {});

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return rows_.offset(); }

 private:
  std::optional<CsvRow> next_filled();
  std::optional<Skip> read_header();
  Skip refuse(const CsvRow& row) const;

  CsvRows rows_;
  std::string path_;
  std::string key_;
  bool begun_ = false;
  std::shared_ptr<const CsvHeader> header_;  ///< nothing before it was read, and where there is none
};

/// True when a file that begins so is surely a table: its first line names two fields at least, one of them a title or
/// a text, and nothing else stands there but short names.
bool looks_like_csv(std::string_view head);

/// Tables in CSV.
extern const Format csv_format;

}  // namespace hemero
