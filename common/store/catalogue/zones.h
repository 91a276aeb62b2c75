#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// The zones of a text one after the other: for each, a byte for its kind, the bytes between the zone before and it,
/// and its length, both varints.
std::string encode_zones(const std::vector<Zone>& zones);

/// The zones of a text as the catalogue stores them. Where they are the lines of the text, as they nearly always are, a
/// byte 4, then for each row of zones of one kind a varint: how many, times four, plus the kind. Else encode_zones().
std::string pack_zones(const std::vector<Zone>& zones, std::string_view text);

/// The reverse of both; zones that would reach beyond the text are cut or left out.
std::vector<Zone> decode_zones(std::string_view bytes, std::string_view text);

}  // namespace hemero
