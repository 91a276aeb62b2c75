#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// A text, in UTF-8, as it stands in XML, between marks or quotation marks: what markup is made of is escaped, and the
/// characters that XML 1.0 has no place for (section 2.2) are left out.
std::string xml_escaped(std::string_view text);

}  // namespace hemero
