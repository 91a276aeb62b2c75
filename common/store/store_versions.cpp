#include "common/store/store_versions.h"

#include <fmt/format.h>

#include "common/base/unpacked_input.h"
#include "common/store/folder/schema.h"
#include "common/store/folder/sqlite.h"
#include "common/store/index/xapian_access.h"
#include "common/text/analyzer.h"
#include "common/text/characters/icu_version.h"

namespace hemero {

namespace {

std::string sqlite_version() {
  sqlite::Connection connection(":memory:", sqlite::Access::create);
  std::string version;
  connection.prepare("SELECT sqlite_version()").for_first([&](const auto& row) { version = row.text(0); });
  return version;
}

}  // namespace

std::vector<NameRow> store_versions() {
  return {{"archive format", fmt::to_string(archive_format())},
          {"analysis", Analyzer::fingerprint()},
          {"Xapian", xapian::library_version()},
          {"SQLite", sqlite_version()},
          {"ICU", icu_version()},
          {"zstd", zstd_version()}};
}

}  // namespace hemero
