#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// A text as programs may call things: its letters without accents and in lower case, its digits, and one `separator`
/// for all that stands between ("Le Monde" le_monde). Letters of other scripts than the Latin one are left out.
std::string plain_name(std::string_view text, char separator);

}  // namespace hemero
