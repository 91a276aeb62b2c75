#pragma once

#include <memory>
#include <string>
#include <variant>

#include "common/store/catalogue/history.h"
#include "indexer/input/format.h"

namespace hemero {

/// What `hemero-index export` writes of an event: one JSON object with a line feed (docs/input-formats.md).
std::string export_line(const HistoricVersion& version);
std::string export_line(const HistoricRemoval& removal);

/// True for a line of an export: its first member says so.
bool is_export_line(std::string_view json);

/// Reads such lines. One thread at a time.
class ExportLineReader {
 public:
  ExportLineReader();
  ~ExportLineReader();
  ExportLineReader(ExportLineReader&&) noexcept;
  ExportLineReader& operator=(ExportLineReader&&) noexcept;

  std::variant<HistoricVersion, HistoricRemoval, Skip> read(const Record& record);

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

/// What `hemero-index export` writes.
extern const Format export_format;

}  // namespace hemero
