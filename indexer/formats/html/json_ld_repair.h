#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// What templates print as JSON, as JSON (RFC 8259): an array of the objects that the text holds, one after the other.
/// Mended are comments and CDATA marks around and between values, commas too many and missing, brackets that are wrong
/// or missing, control characters and quotation marks inside strings, single quotation marks
/// around them, and values that are bare words. Numbers become strings. The time is linear in the text.
std::string repaired_json(std::string_view text);

}  // namespace hemero
