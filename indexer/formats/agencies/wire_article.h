#pragma once

#include <string>
#include <string_view>
#include <variant>

#include "common/model/article.h"
#include "indexer/input/record.h"

namespace hemero {

/// A message of a news agency's wire (IPTC 7901): a header line and keywords behind SOH, the text between STX and ETX,
/// the time behind it.
std::variant<Article, Skip> read_wire_message(const Record& record);

/// The bytes of a message as UTF-8. Besides what charset.h knows, old wires print French in ISO 646-FR (« l'{t{ ») or
/// in ISO 6937, whose accents stand before their letters.
std::string decode_wire(std::string_view bytes);

/// Messages of a wire.
extern const Format iptc7901_format;

}  // namespace hemero
