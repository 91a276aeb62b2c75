#pragma once

#include <string>

namespace hemero {

/// The text of schema.sql as it was when the program was built.
extern const std::string schema_sql;

/// The texts of upgrade_2.sql and upgrade_3.sql, each of which makes a catalogue of that format one of the next.
extern const std::string upgrade_2_sql;
extern const std::string upgrade_3_sql;

}  // namespace hemero
