#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// JSON without what other programs write and let pass, and simdjson refuses: half characters ("\ud83d" alone) become
/// U+FFFD, numbers that are none (NaN, Infinity, -Infinity, as Python writes them) null. Linear in the text.
std::string repaired_json(std::string json);

/// False for a text in which neither can stand: it need not be read twice.
bool may_be_repaired(std::string_view json);

}  // namespace hemero
