#pragma once

#include <string>
#include <vector>

#include "common/model/field.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

// The fields of an article as columns of the catalogue, all in the order of the table of fields.

/// The columns that hold them, or hold a number that refers to them.
std::vector<std::string> stored_columns();

/// The columns that they are read from, with commas between them.
std::string read_columns();

/// What is stored of a field where its own column holds it: a list has a name a line, a date is ISO 8601. A text of the
/// date that says no more than the date is NULL.
sqlite::Value stored_value(const Article& article, const ArticleField& field);

/// Reads all fields out of a row that holds the read columns from `first` on.
void read_fields(const sqlite::Statement& row, int first, Article& article);

}  // namespace hemero
