#pragma once

#include <string>

namespace hemero {

/// The text of schema.sql as it was when the program was built.
extern const std::string schema_sql;

/// The text of upgrade.sql, which makes a catalogue of the format before one of this format.
extern const std::string upgrade_sql;

}  // namespace hemero
