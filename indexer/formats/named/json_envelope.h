#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hemero {

/// Where the articles begin in a file that is one object around them, as web services answer and JSON Feed 1.1 has it
/// ({"total": 2, "articles": [{…}, {…}]}): the byte offset of their array's bracket, when it stands in `head`, the
/// file's first bytes. Nothing for an object that is an article itself.
std::optional<std::size_t> find_enveloped_array(std::string_view head);

}  // namespace hemero
