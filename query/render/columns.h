#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/csv_writer.h"
#include "common/base/json_writer.h"
#include "common/model/field.h"
#include "common/model/page.h"

namespace hemero {

/// A column of rows of hits: a field of the article, or what an answer says of it.
struct Column {
  std::string_view name;
  const ArticleField* field = nullptr;  ///< none for what is no field of articles: rank, matches, words, version …
};

using Columns = std::vector<Column>;

/// The columns of these names, which have commas between them. Throws Error (usage) on another name.
Columns read_columns(std::string_view names);

/// What a table shows of hits when nothing is said.
Columns default_columns();

/// The names of the columns as a row, and a hit as a row below it. Every cell is on one line; passages are joined by
/// “ … ”, names by “ | ”. What is not known of the hit is empty.
void write_header(CsvWriter& csv, const Columns& columns);
void write_row(CsvWriter& csv, const Hit& hit, const Columns& columns);

/// The hit as an object that has these members alone, in their order.
void write_object(JsonWriter& json, const Hit& hit, const Columns& columns);

}  // namespace hemero
