#pragma once

#include <string>
#include <string_view>

#include "query/markup/http.h"

namespace hemero {

/// A weak entity tag (RFC 9110, section 8.8.3) of what these bytes stand for: answers that mean the same have the same,
/// though they may tell another time that they took.
std::string entity_tag(std::string_view bytes);

/// Whether a client that sends If-None-Match has what has this tag (RFC 9110, section 13.1.2): tags are compared
/// weakly; what is no list of tags counts for nothing.
bool has_tag(const HttpRequest& request, std::string_view tag);

/// Whether it has anything at all: "*".
bool has_any_tag(const HttpRequest& request);

}  // namespace hemero
