#include "common/store/catalogue/zones.h"

#include <algorithm>

#include "common/store/streams/varint.h"

namespace hemero {

std::string encode_zones(const std::vector<Zone>& zones) {
  std::string bytes;
  std::uint32_t end = 0;
  for (const Zone& zone : zones) {
    bytes += static_cast<char>(zone.kind);
    append_varint(bytes, zone.begin - end);
    append_varint(bytes, zone.end - zone.begin);
    end = zone.end;
  }
  return bytes;
}

std::vector<Zone> decode_zones(std::string_view bytes, std::size_t text_size) {
  std::vector<Zone> zones;
  std::uint64_t end = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto kind = static_cast<ZoneKind>(std::min<unsigned char>(static_cast<unsigned char>(bytes[at++]), 3));
    const std::uint64_t gap = read_varint(bytes, at);
    const std::uint64_t length = read_varint(bytes, at);
    if (gap > text_size - end) break;
    const std::uint64_t begin = end + gap;
    end = begin + std::min<std::uint64_t>(length, text_size - begin);
    zones.push_back({kind, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
  return zones;
}

}  // namespace hemero
