#pragma once

#include <string>

namespace hemero {

/// The text of schema.sql as it was when the program was built.
extern const std::string schema_sql;

}  // namespace hemero
