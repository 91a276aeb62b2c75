#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// How a folded French word sounds, roughly, by the rows of data/french/sounds.tsv: words that are pronounced alike, or
/// nearly, have one key ("farmacie" and "pharmacie", "bato" and "bateaux"). Letters other than a to z stay as they are.
std::string phonetic_key(std::string_view folded);

/// False when the first sounds of a word show that its key is more than one edit (edit_distance.h) from this one.
bool may_sound(std::string_view folded, std::string_view key);

/// The first sound of that key, or nothing ('\0'); what begins differently need not be sounded out.
char first_sound(std::string_view folded);

}  // namespace hemero
