#pragma once

#include <string_view>

namespace hemero {

/// The text of one table of data/french as it was when the program was built, e.g. table_text("stop_words").
/// Tables are UTF-8, tab-separated; "#" starts a comment line. Files of data/web as well, e.g. "hemero.css". Requires
/// one of that name.
std::string_view table_text(std::string_view name);

}  // namespace hemero
