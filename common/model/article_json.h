#pragma once

#include <initializer_list>
#include <string_view>

#include "common/base/json_writer.h"
#include "common/model/field.h"

namespace hemero {

// What all outputs write alike of an article, as members of the object that is open.

/// A text, a list of names, a date in ISO 8601 or null. A field that a later format of archives brought is left out
/// where it says nothing.
void write_field(JsonWriter& json, const Article& article, const ArticleField& field);

/// All fields but those of these names, in the order of the table.
void write_fields_but(JsonWriter& json, const Article& article, std::initializer_list<std::string_view> names);

/// Its zones, each with its kind and its text.
void write_zones(JsonWriter& json, const Article& article);

}  // namespace hemero
