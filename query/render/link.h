#pragma once

#include <optional>
#include <string>

#include "common/model/article.h"

namespace hemero {

/// What a browser may be given to open an article: its address (http, https or file), else the file it was read from,
/// where that is found from the current folder. In printable ASCII; nothing when there is neither.
std::optional<std::string> link_to(const Article& article);

}  // namespace hemero
