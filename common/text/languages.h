#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// The code of two letters (ISO 639-1) of a language as records name it: "fr" of "FR", "fr-FR", "fr_FR.UTF-8", of "fra"
/// and "fre" (ISO 639-2), "French" and « français », and of the first where several are named ("FRENCH; ENGLISH").
/// Empty for what is no language that is known.
std::string known_language(std::string_view said);

}  // namespace hemero
