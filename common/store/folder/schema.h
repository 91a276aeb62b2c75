#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hemero {

/// The text of schema.sql as it was when the program was built.
extern const std::string schema_sql;

/// The text of common/store/user/user_schema.sql.
extern const std::string user_schema_sql;

/// The texts of upgrade_2.sql, upgrade_3.sql, …, each of which makes a catalogue of that format one of the next.
extern const std::vector<std::string> schema_upgrades;

/// The texts of schema_2.sql, schema_3.sql, …: what schema.sql was in the formats before this one.
extern const std::vector<std::string> older_schemas;

/// The text of read_5.sql: temporary views, by which a catalogue of the format before this one is read as it is.
extern const std::string read_older_sql;
inline constexpr std::int64_t oldest_readable_format = 5;

/// The oldest format of archives that writers bring up to date, and the one that schema.sql is: what the last upgrade
/// makes.
inline constexpr std::int64_t oldest_format = 2;
inline std::int64_t archive_format() { return oldest_format + static_cast<std::int64_t>(schema_upgrades.size()); }

}  // namespace hemero
