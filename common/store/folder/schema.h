#pragma once

#include <string>
#include <vector>

namespace hemero {

/// The text of schema.sql as it was when the program was built.
extern const std::string schema_sql;

/// The texts of upgrade_2.sql, upgrade_3.sql, …, each of which makes a catalogue of that format one of the next.
extern const std::vector<std::string> schema_upgrades;

}  // namespace hemero
