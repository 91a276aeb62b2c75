#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// A word as typed or printed → the form under which all its spellings meet: lower case, no diacritics, ligatures spelt
/// out, no apostrophe, hyphen or acronym dot ("N'Golo" ngolo, "week-end" weekend, "O.T.A.N." otan); ordinals of one
/// lose their ending ("1er" 1), others are written alike ("2ème" 2e, "XIXème" xixe); between digits a hyphen is a dot
/// ("49-3" 49.3) and the decimal comma stays ("7,4").
std::string fold(std::string_view surface);

}  // namespace hemero
