#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/store/folder/sqlite.h"

namespace hemero {

/// Throws Error (bad_data) unless the tables, indexes and views of a catalogue are those that the programs of its
/// format made, each by the same statement but for comments, blanks and quotation marks around names, as upgrades leave
/// them.
/// What a view or a trigger would run on behalf of who wrote the file is never run.
void require_known_schema(sqlite::Connection& connection, std::int64_t format, const std::string& file);

/// The same of a file of other programs of ours, which holds what this schema makes.
void require_schema(sqlite::Connection& connection, std::string_view schema, const std::string& file);

/// A statement of SQL without comments, blanks that separate nothing, and quotation marks around names: the same for
/// all that differ in these only.
std::string bare_statement(std::string_view sql);

}  // namespace hemero
