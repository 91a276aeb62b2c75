#pragma once

#include <string>
#include <string_view>

#include <simdjson.h>

namespace hemero {

/// True for an item of the IPTC's News in JSON, versions 1 to 3 (https://iptc.org/standards/ninjs/), which agencies
/// send.
bool is_ninjs(simdjson::dom::object content);

/// What such an item says of a field (field_keys.h); empty when nothing. Of several forms of the body the one whose
/// markup tells its paragraphs is taken. The date is that of the first version, where it is known.
std::string ninjs_text(simdjson::dom::object content, std::string_view field);

}  // namespace hemero
