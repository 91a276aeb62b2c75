#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// The zones of a text as the catalogue stores them: for each, a byte for its kind, the bytes between the zone before
/// and it, and its length, both varints.
std::string encode_zones(const std::vector<Zone>& zones);

/// The reverse; zones that would reach beyond `text_size` bytes are cut or left out.
std::vector<Zone> decode_zones(std::string_view bytes, std::size_t text_size);

}  // namespace hemero
