#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// "fr" of "Français", "FRENCH" and "FR": languages as databases name them to readers of French and English, or by
/// their codes of two letters. Empty for others.
std::string language_named(std::string_view name);

}  // namespace hemero
