#pragma once

#include <string>
#include <string_view>

#include <simdjson.h>

namespace hemero {

// What the readers of JSON share; only they include it.

/// Strings, and numbers and truths as JSON writes them; several values a line each. Of an object what stands under the
/// name that says it as a whole ("rendered", "name", "$date" …), a person's given name and family name, a date in parts
/// (CSL) in ISO 8601, or the parts of a text.
std::string text_of(simdjson::dom::element value);

/// The text under a key, or else under a path of keys: "content.body", "authors[0].name". An array on the way without a
/// number gives all its values, a line each. Empty when there is nothing.
std::string text_at(simdjson::dom::object content, std::string_view path);

}  // namespace hemero
