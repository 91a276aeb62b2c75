#pragma once

#include <cstdint>
#include <vector>

#include "common/command/command.h"
#include "query/render/columns.h"

namespace hemero {

/// A form in which hits are printed.
enum class RowFormat : std::uint8_t { text, json, jsonl, csv };

/// Declares --format and --fields. Fields that are asked for make a table, unless the format is one of JSON.
void declare_rows(Command& command, RowFormat& format, Columns& columns);

/// Declares --format for what is no hits: text, JSON or CSV.
void declare_table(Command& command, RowFormat& format);

/// The form that is meant when these columns are asked for.
RowFormat meant_format(RowFormat format, const Columns& columns);

/// Prints hits one after the other, as JSON Lines or CSV; of no columns, what these forms have when nothing is said.
void print_rows(const std::vector<Hit>& hits, RowFormat format, const Columns& columns);

}  // namespace hemero
