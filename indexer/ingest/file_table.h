#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "common/model/article.h"
#include "indexer/ingest/output_file.h"
#include "indexer/input/record.h"

namespace hemero {

/// What was read of each file, as a table (csv_writer.h) with a row for each file, also of those within a zip or tar:
/// its path, its format, how many articles it gave, how many of these have no date, no text, and text that was
/// repaired, how many records were skipped, and why. Records come file by file; a row is written when the next file
/// begins.
class FileTable {
 public:
  /// Throws Error when the file cannot be written.
  explicit FileTable(const std::string& name);

  /// `format` is the name of the record's.
  void add(const Article& article, std::string_view format, bool repaired);
  void add(const Skip& skip);

  /// Writes the last row. Throws what OutputFile throws.
  void finish();

 private:
  void begin(const std::string& path);
  void write_row();

  struct Row {
    std::string path = {};
    std::string format = {};
    std::uint64_t articles = 0;
    std::uint64_t undated = 0;
    std::uint64_t without_text = 0;
    std::uint64_t repaired = 0;
    std::map<std::string, std::uint64_t> skipped = {};  ///< reason → records
  };

  OutputFile file_;
  Row row_;
};

}  // namespace hemero
