#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

#include "query/markup/error_page.h"
#include "query/serve/page_reading.h"

namespace hemero {

// A list is read page by page: each answer says where the next one is. Its cursor is a place in the order that one
// request has in one state of the archive, so that nothing is skipped or comes again. In another state the order is
// another one: the cursor is refused, and it is said where to begin anew.

/// The place at which a request wants to begin, from 0; or why it cannot.
std::variant<std::size_t, Refusal> beginning(const PageReading& reading);

/// An answer of JSON, an object, with the address of the page that begins at a place as its member “next”, which is
/// null for none, and as a link (RFC 8288).
HttpResponse json_page(std::string object, const PageReading& reading, std::optional<std::size_t> next);

}  // namespace hemero
